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

/** What went wrong with a request, as the server put it. */
export function requestError(error: unknown, language: Language): string {
	return isDirectusError(error) ? error.errors.map(({ message }) => message).join(' ') : NO_ANSWER[language];
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
