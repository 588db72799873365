import type { Response } from 'express';
import type { Words } from '../../../domain/language/words.ts';

/** Why a request is refused, in the words that the caller reads. */
export interface Refusal {
	status: 400 | 401 | 403 | 404;
	code: string;
	message: string;
	/** Where people may meet it, and not programs alone. */
	words?: Words;
}

export function notFound(path: string): Refusal {
	return { status: 404, code: 'ROUTE_NOT_FOUND', message: `Route ${path} doesn't exist.` };
}

export function forbidden(said: string | Words): Refusal {
	const refusal = { status: 403, code: 'FORBIDDEN' } as const;
	return typeof said === 'string' ? { ...refusal, message: said } : { ...refusal, message: said.en, words: said };
}

export function invalid(message: string): Refusal {
	return { status: 400, code: 'INVALID_QUERY', message };
}

/** Answers in the shape of Directus's own errors. */
export function answer(response: Response, { status, code, message }: Refusal): void {
	response.status(status).json({ errors: [{ message, extensions: { code } }] });
}
