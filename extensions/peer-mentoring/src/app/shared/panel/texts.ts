export const TEXTS = {
	'en-GB': {
		contract: 'Call-Off Contract',
		contract_note: 'Leave empty to let the viewer choose among the contracts they may see',
		loading: 'Loading…',
		problem: 'The figures could not be loaded.',
		no_contract: 'There is no contract that you may see.',
		about: 'What this counts',
		paragraph: (paragraph: string) => `Specification ${paragraph}`,
		months: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
		csv: 'CSV',
	},
	'cy-GB': {
		contract: 'Contract yn ôl y galw',
		contract_note: 'Gadewch yn wag er mwyn i’r darllenydd ddewis ymhlith y contractau y caiff eu gweld',
		loading: 'Wrthi’n llwytho…',
		problem: 'Nid oedd modd llwytho’r ffigurau.',
		no_contract: 'Nid oes contract y cewch ei weld.',
		about: 'Beth mae hwn yn ei gyfrif',
		paragraph: (paragraph: string) => `Manyleb ${paragraph}`,
		months: (from: string, to: string) => (from === to ? from : `${from} hyd at ${to}`),
		csv: 'CSV',
	},
};
