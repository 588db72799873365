export const TEXTS = {
	'en-GB': {
		caption: 'Payments by month and line of the purchase order',
		month: 'Month',
		line: 'Line',
		amount: 'Amount',
		status: 'Status',
		at_risk: 'At risk: due after the last day for invoices',
		deferred: (amount: string) => `${amount} deferred`,
		definition: 'What each line of the purchase order comes to in a month, and how it stands.',
		empty: 'No payment falls in the last six months.',
	},
	'cy-GB': {
		caption: 'Taliadau fesul mis a llinell yr archeb brynu',
		month: 'Mis',
		line: 'Llinell',
		amount: 'Swm',
		status: 'Statws',
		at_risk: 'Mewn perygl: yn ddyledus ar ôl y diwrnod olaf ar gyfer anfonebau',
		deferred: (amount: string) => `gohiriwyd ${amount}`,
		definition: 'Swm pob llinell o’r archeb brynu mewn mis, a’i sefyllfa.',
		empty: 'Nid oes taliad yn y chwe mis diwethaf.',
	},
};
