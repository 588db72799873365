import type { Language } from '../../../domain/language/messages.ts';

export const TEXTS = {
	'en-GB': {
		none: 'The Buyer has not provided a questionnaire for this form: record the day, and how the survey was returned.',
		choose: 'Choose the questionnaire above.',
		no_answer: 'No answer yet',
		yes: 'Yes',
		no: 'No',
		must: '(has to be answered)',
	},
	'cy-GB': {
		none: 'Nid yw’r Prynwr wedi darparu holiadur ar gyfer y ffurflen hon: nodwch y dyddiad, a sut y cafodd yr arolwg ei ddychwelyd.',
		choose: 'Dewiswch yr holiadur uchod.',
		no_answer: 'Dim ateb eto',
		yes: 'Ie',
		no: 'Na',
		must: '(rhaid ei ateb)',
	},
} satisfies Record<Language, object>;
