export const TEXTS = {
	'en-GB': {
		caption: 'Monthly returns',
		definition:
			'The PMI of each month: the day it was due, and the days on which it was submitted and sent to the Buyer.',
		contract: 'Contract',
		month: 'Month',
		due: 'Due',
		status: 'Status',
		sent: (day: string) => `sent on ${day}`,
		late: 'late',
		empty: 'No return falls in the last six months.',
	},
	'cy-GB': {
		caption: 'Adroddiadau misol',
		definition:
			'PMI pob mis: y diwrnod yr oedd yn ddyledus, a’r diwrnodau y’i cyflwynwyd ac y’i hanfonwyd at y Prynwr.',
		contract: 'Contract',
		month: 'Mis',
		due: 'Dyddiad cau',
		status: 'Statws',
		sent: (day: string) => `anfonwyd ar ${day}`,
		late: 'hwyr',
		empty: 'Nid oes adroddiad yn y chwe mis diwethaf.',
	},
};
