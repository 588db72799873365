export const QUESTION_TEXTS = {
	'en-GB': {
		figure: (number: number) => `Figure ${number}`,
		add: 'Add a figure',
		remove: (number: number) => `Remove figure ${number}`,
		choose: 'Choose',
		nothing: 'No split',
		preview: 'What the Buyer is given',
		hidden_note:
			'The Buyer is given months whose return has been submitted. Numbers of people under 5, and what would give them away, are withheld.',
		contract_first: 'Choose the contract first.',
		given: 'Given to the Buyer, and kept as it was',
		workbook: 'Excel workbook',
		sha256: (sum: string) => `SHA-256 ${sum}`,
	},
	'cy-GB': {
		figure: (number: number) => `Ffigur ${number}`,
		add: 'Ychwanegu ffigur',
		remove: (number: number) => `Tynnu ffigur ${number}`,
		choose: 'Dewiswch',
		nothing: 'Dim rhaniad',
		preview: 'Yr hyn a roddir i’r Prynwr',
		hidden_note:
			'Rhoddir i’r Prynwr fisoedd y cyflwynwyd eu datganiad. Cedwir yn ôl niferoedd o bobl o dan 5, a’r hyn a fyddai’n eu datgelu.',
		contract_first: 'Dewiswch y contract yn gyntaf.',
		given: 'Rhoddwyd i’r Prynwr, a chedwir fel yr oedd',
		workbook: 'Llyfr gwaith Excel',
		sha256: (sum: string) => `SHA-256 ${sum}`,
	},
};
