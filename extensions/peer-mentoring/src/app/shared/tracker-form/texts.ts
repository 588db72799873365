import type { Language } from '../../../domain/language/messages.ts';

export const TEXTS = {
	'en-GB': {
		password: 'Password for the workbook',
		again: 'The same password again',
		hint: 'At least 12 characters. Four words that have nothing to do with one another are good.',
		strong: 'Strong enough.',
		same: 'The two are the same.',
		show: 'Show the passwords',
		download: 'Download the Mentee Tracker',
		preparing: 'Preparing the Mentee Tracker…',
		done: (file: string) => `Downloaded ${file}. It opens only with the password you chose, which is kept nowhere.`,
		problem: 'The Mentee Tracker could not be downloaded.',
		apart: 'Give the password to whoever receives the file another way than the file, for example by phone (3.4).',
	},
	'cy-GB': {
		password: 'Cyfrinair ar gyfer y llyfr gwaith',
		again: 'Yr un cyfrinair eto',
		hint: 'O leiaf 12 nod. Mae pedwar gair nad oes a wnelont ddim â’i gilydd yn dda.',
		strong: 'Digon cryf.',
		same: 'Mae’r ddau yr un peth.',
		show: 'Dangos y cyfrineiriau',
		download: 'Lawrlwytho’r traciwr mentoreion',
		preparing: 'Wrthi’n paratoi’r traciwr mentoreion…',
		done: (file: string) =>
			`Lawrlwythwyd ${file}. Dim ond â’r cyfrinair a ddewisoch y mae’n agor, ac nid yw hwnnw’n cael ei gadw yn unman.`,
		problem: 'Nid oedd modd lawrlwytho’r traciwr mentoreion.',
		apart:
			'Rhowch y cyfrinair i bwy bynnag sy’n derbyn y ffeil mewn ffordd arall na’r ffeil, er enghraifft dros y ffôn (3.4).',
	},
} satisfies Record<Language, object>;
