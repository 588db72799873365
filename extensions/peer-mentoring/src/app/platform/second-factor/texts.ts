import type { Language } from '../../../domain/language/messages.ts';

export const TEXTS = {
	'en-GB': {
		title: 'Show once more that it is you',
		about: 'This concerns people’s data or accounts. What you show now holds for ten minutes.',
		code: 'The six digits that your app shows now',
		password: 'Your present password',
		next: 'Continue',
		cancel: 'Cancel',
	},
	'cy-GB': {
		title: 'Dangoswch unwaith eto mai chi sydd yno',
		about: 'Mae hyn yn ymwneud â data neu gyfrifon pobl. Mae’r hyn a ddangoswch nawr yn para deng munud.',
		code: 'Y chwe digid y mae eich ap yn eu dangos nawr',
		password: 'Eich cyfrinair presennol',
		next: 'Ymlaen',
		cancel: 'Canslo',
	},
} satisfies Record<Language, object>;
