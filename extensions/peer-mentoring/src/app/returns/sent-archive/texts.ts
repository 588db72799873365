import type { Language } from '../../../domain/language/messages.ts';

export const TEXTS = {
	'en-GB': {
		archive: 'Download everything that was sent (ZIP)',
		hint: 'Returns, quarterly and six-monthly parts and trackers, with checksums, a manifest and a receipt.',
		preparing: 'Preparing…',
		done: (name: string) => `Downloaded: ${name}`,
		problem: 'The archive could not be made.',
	},
	'cy-GB': {
		archive: 'Lawrlwytho popeth a anfonwyd (ZIP)',
		hint: 'Adroddiadau, rhannau chwarterol a chwe-misol a thracwyr, gyda gwiriadau cywirdeb, maniffest a derbynneb.',
		preparing: 'Wrthi’n paratoi…',
		done: (name: string) => `Lawrlwythwyd: ${name}`,
		problem: 'Ni ellid gwneud yr archif.',
	},
} satisfies Record<Language, object>;
