import { isDirectusError } from '@directus/sdk';
import type { Language } from '../../domain/language/messages.ts';

/** One thing that the server would not take: the Studio's forms show it beside its field. */
export interface Refusal {
	code?: string;
	field?: string;
	/** Our own rules say what is wrong, in the reader's language. */
	reason?: string;
	type?: string;
}

const NO_ANSWER: Record<Language, string> = {
	'en-GB': 'The server did not answer. Check your connection and try again.',
	'cy-GB': 'Ni atebodd y gweinydd. Gwiriwch eich cysylltiad a rhowch gynnig arall arni.',
};

/** What the platform says by its code alone, in English: without a reason that it has put into the reader's language. */
const BY_CODE: Readonly<Record<string, Record<Language, string>>> = {
	FORBIDDEN: {
		'en-GB': 'This is not yours to see or change, or it is no longer there.',
		'cy-GB': 'Nid eich un chi yw hwn i’w weld na’i newid, neu nid yw yno mwyach.',
	},
	INVALID_CREDENTIALS: {
		'en-GB': 'Sign in again: your session has ended.',
		'cy-GB': 'Mewngofnodwch eto: mae eich sesiwn wedi dod i ben.',
	},
	REQUESTS_EXCEEDED: {
		'en-GB': 'That was too much at once. Wait a moment and try again.',
		'cy-GB': 'Roedd hynny’n ormod ar unwaith. Arhoswch funud a rhowch gynnig arall arni.',
	},
	INTERNAL_SERVER_ERROR: {
		'en-GB':
			'Something went wrong in the system. Look whether it was saved before you try again, or tell your Administrator.',
		'cy-GB':
			'Aeth rhywbeth o’i le yn y system. Edrychwch a gafodd ei gadw cyn rhoi cynnig arall arni, neu dywedwch wrth eich Gweinyddwr.',
	},
};
/** Codes that the platform has for one and the same. */
const SAME_AS: Readonly<Record<string, string>> = {
	TOKEN_EXPIRED: 'INVALID_CREDENTIALS',
	INVALID_TOKEN: 'INVALID_CREDENTIALS',
};

/** What went wrong with a request: as the server put it, or what its code means, in the reader's language. */
export function requestError(error: unknown, language: Language): string {
	if (!isDirectusError(error)) return NO_ANSWER[language];
	const texts = error.errors.map(({ message, extensions }) => {
		const { code = '', reason } = extensions as Refusal;
		return (reason === undefined && BY_CODE[SAME_AS[code] ?? code]?.[language]) || message;
	});
	return [...new Set(texts)].join(' ');
}

/** What the server would not take, field by field; empty where it did not answer or failed for another reason. */
export function refusalsOf(error: unknown): Refusal[] {
	if (!isDirectusError(error)) return [];
	return error.errors.map(({ extensions }): Refusal => extensions).filter(({ field }) => field);
}

/** The status of the answer, where there was one. */
export function statusOf(error: unknown): number | undefined {
	return (error as { response?: { status?: number } }).response?.status;
}
