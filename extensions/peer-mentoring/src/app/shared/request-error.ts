import type { Language } from '../../domain/messages.ts';

interface ApiErrors {
	errors?: { message?: string }[];
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

async function parsed(blob: Blob): Promise<ApiErrors | undefined> {
	try {
		return JSON.parse(await blob.text()) as ApiErrors;
	} catch {
		return undefined;
	}
}
