export const TEXTS = {
	'en-GB': {
		download: 'Download the PMI workbook',
		preparing: 'Preparing the workbook…',
		done: (file: string) => `Downloaded ${file}`,
		problem: 'The workbook could not be downloaded.',
		incomplete: 'Choose the contract and the month and save the return first: then its workbook can be downloaded.',
	},
	'cy-GB': {
		download: 'Lawrlwytho’r llyfr gwaith PMI',
		preparing: 'Wrthi’n paratoi’r llyfr gwaith…',
		done: (file: string) => `Lawrlwythwyd ${file}`,
		problem: 'Nid oedd modd lawrlwytho’r llyfr gwaith.',
		incomplete:
			'Dewiswch y contract a’r mis a chadwch yr adroddiad yn gyntaf: yna bydd modd lawrlwytho ei lyfr gwaith.',
	},
};
