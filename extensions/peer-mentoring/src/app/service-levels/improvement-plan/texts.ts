import type { Language } from '../../../domain/language/messages.ts';

export const TEXTS = {
	'en-GB': {
		submit: 'Submit to the Buyer',
		submitting: 'Submitting…',
		missing: (parts: string) => `Before the plan goes to the Buyer, write: ${parts}.`,
		saveFirst: 'Save the plan first. Then it can be submitted to the Buyer here.',
		confirmTitle: 'Submit this plan to the Buyer?',
		confirm: (level: string, month: string) =>
			`The plan for “${level}”, ${month}, goes to the Buyer as it stands on this form, dated today. That it was submitted cannot be taken back.`,
		submitted: (day: string) => `Submitted to the Buyer on ${day}.`,
		notNeeded: 'No plan is needed: the records were put right.',
		problem: 'The plan was not submitted.',
	},
	'cy-GB': {
		submit: 'Cyflwyno i’r Prynwr',
		submitting: 'Wrthi’n cyflwyno…',
		missing: (parts: string) => `Cyn i’r cynllun fynd at y Prynwr, ysgrifennwch: ${parts}.`,
		saveFirst: 'Cadwch y cynllun yn gyntaf. Wedyn gellir ei gyflwyno i’r Prynwr yma.',
		confirmTitle: 'Cyflwyno’r cynllun hwn i’r Prynwr?',
		confirm: (level: string, month: string) =>
			`Aiff y cynllun ar gyfer “${level}”, ${month}, at y Prynwr fel y mae ar y ffurflen hon, gyda dyddiad heddiw. Ni ellir tynnu’r cyflwyniad yn ôl.`,
		submitted: (day: string) => `Cyflwynwyd i’r Prynwr ar ${day}.`,
		notNeeded: 'Nid oes angen cynllun: cywirwyd y cofnodion.',
		problem: 'Ni chyflwynwyd y cynllun.',
	},
} satisfies Record<Language, object>;
