import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { Language } from '../language/messages.ts';

/** Stands where something was and the column may not be empty. */
const ERASED = 'erased';

/** The same in columns that take no words; none of ours may not be empty, but one added in the Studio can be so. */
const ERASED_AS: Readonly<Record<string, unknown>> = {
	integer: 0,
	bigInteger: 0,
	float: 0,
	decimal: 0,
	boolean: false,
	json: '{}',
	date: new Date(0),
	dateTime: new Date(0),
	timestamp: new Date(0),
	time: '00:00:00',
	uuid: '00000000-0000-0000-0000-000000000000',
};

/** How a field can be left without what it said. */
export interface ErasableField {
	name: string;
	nullable: boolean;
	/** Directus's type of the field; text where nothing is said. */
	type?: string;
}

/**
 * What is left of a personal value: nothing, or a word that says so; a new reference that leads nowhere; and of the
 * reason for the end only whether the programme was completed, which past totals are made of (2.25, 3.8).
 */
export function erasedValue(
	{ name, nullable, type = 'text' }: ErasableField,
	value: unknown,
	newReference: string,
): unknown {
	if (value === null || value === undefined) return null;
	if (name === 'reference') return newReference;
	if (name === 'end_reason') return value === 'completed' ? 'completed' : 'other';
	return nullable ? null : (ERASED_AS[type] ?? ERASED);
}

export interface ErasureRequest {
	requested_on: CalendarDay | null;
	reason: string;
}

export type ErasureProblem = 'in_future' | 'names_the_person';

/** Why an erasure cannot be recorded as it was asked for (2.25). @param words what the person's record says of them */
export function erasureProblem(
	request: ErasureRequest,
	words: readonly string[],
	today: CalendarDay,
): { code: ErasureProblem; field: keyof ErasureRequest } | undefined {
	if (request.requested_on !== null && request.requested_on > today) {
		return { code: 'in_future', field: 'requested_on' };
	}
	const reason = inWords(request.reason);
	const named = words.map(inWords).filter(tellsWho);
	return named.some((word) => ` ${reason} `.includes(` ${word} `))
		? { code: 'names_the_person', field: 'reason' }
		: undefined;
}

/** An initial says nothing, and a short number may be that of the article relied on. */
function tellsWho(word: string): boolean {
	return word.length > 1 && !/^\d{1,4}$/.test(word);
}

/** The words alone: without capitals, and without the signs that people write differently. */
function inWords(text: string): string {
	return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

export type ErasureMessage = ErasureProblem | 'unknown' | 'already' | 'erased' | 'final';

/** What somebody is told who cannot erase, or who writes to a person who is erased. */
export const ERASURE_MESSAGES: Record<ErasureMessage, Record<Language, string>> = {
	in_future: {
		'en-GB': 'The day the erasure was asked for is in the future. It must be today or in the past.',
		'cy-GB': 'Mae’r diwrnod y gofynnwyd am ddileu yn y dyfodol. Rhaid iddo fod heddiw neu yn y gorffennol.',
	},
	names_the_person: {
		'en-GB': 'The reason says something of the person. Write the right relied on, without a name or a detail.',
		'cy-GB': 'Mae’r rheswm yn dweud rhywbeth am yr unigolyn. Nodwch yr hawl y dibynnir arni, heb enw na manylion.',
	},
	unknown: {
		'en-GB': 'There is no such referral. Choose the record of the person to erase.',
		'cy-GB': 'Nid oes atgyfeiriad o’r fath. Dewiswch gofnod yr unigolyn i’w ddileu.',
	},
	already: {
		'en-GB': 'This person has been erased already. Nothing is left to erase.',
		'cy-GB': 'Mae’r unigolyn hwn wedi’i ddileu’n barod. Nid oes dim ar ôl i’w ddileu.',
	},
	erased: {
		'en-GB': 'This person has been erased at their request. Nothing can be recorded about them any more.',
		'cy-GB': 'Mae’r unigolyn hwn wedi’i ddileu ar ei gais. Ni ellir cofnodi dim amdano mwyach.',
	},
	final: {
		'en-GB': 'The record of an erasure stays as it is. It can be neither changed nor deleted.',
		'cy-GB': 'Mae cofnod o ddileu yn aros fel y mae. Ni ellir ei newid na’i ddileu.',
	},
};
