import type { Language } from '../../../domain/language/messages.ts';

export const TEXTS = {
	'en-GB': { cancel: 'Cancel' },
	'cy-GB': { cancel: 'Canslo' },
} satisfies Record<Language, object>;
