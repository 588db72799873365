import type { Language } from '../../../domain/language/messages.ts';

export const TEXTS = {
	'en-GB': {
		others: 'The Mentee Tracker is sent by Supplier MI. Each Peer Mentor has their own under My caseload.',
		incomplete: 'Save the return first: then the Mentee Tracker of its month can be downloaded.',
	},
	'cy-GB': {
		others:
			'MI y cyflenwr sy’n anfon y traciwr mentoreion. Mae gan bob mentor cymheiriaid ei draciwr ei hun o dan Fy llwyth achosion.',
		incomplete: 'Cadwch yr adroddiad yn gyntaf: yna bydd modd lawrlwytho traciwr mentoreion ei fis.',
	},
} satisfies Record<Language, object>;
