import type { Language } from '../../domain/language/messages.ts';

interface ApiErrors {
	errors?: { message?: string; extensions?: Refusal }[];
}

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

/** What went wrong with a request, as the server put it; a file download gives its errors as a blob too. */
export async function requestError(error: unknown, language: Language): Promise<string> {
	const data = (error as { response?: { data?: unknown } }).response?.data;
	const answer = data instanceof Blob ? await parsed(data) : (data as ApiErrors | undefined);
	const messages = answer?.errors?.flatMap(({ message }) => message ?? []) ?? [];
	return messages.length > 0 ? messages.join(' ') : NO_ANSWER[language];
}

/** What the server would not take, field by field; empty where it did not answer or failed for another reason. */
export function refusalsOf(error: unknown): Refusal[] {
	const data = (error as { response?: { data?: ApiErrors } }).response?.data;
	return data?.errors?.flatMap(({ extensions }) => (extensions?.field ? extensions : [])) ?? [];
}

async function parsed(blob: Blob): Promise<ApiErrors | undefined> {
	try {
		return JSON.parse(await blob.text()) as ApiErrors;
	} catch {
		return undefined;
	}
}
