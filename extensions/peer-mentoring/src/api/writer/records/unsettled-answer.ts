import type { Request, Response } from 'express';
import type { Knex } from 'knex';
import type { Language } from '../../../domain/language/messages.ts';
import { askedLanguage } from '../../shared/asked-language.ts';
import { languageOf } from '../../shared/errors.ts';

const TEXTS: Record<Language, string> = {
	'en-GB': 'Your record is stored: do not send it again. Its due dates follow within a minute.',
	'cy-GB': 'Mae eich cofnod wedi’i gadw: peidiwch â’i anfon eto. Bydd ei ddyddiadau cau’n dilyn o fewn munud.',
};

interface Answered {
	knex: Knex;
	request: Request;
	response: Response;
	user: string | null;
}

/**
 * Turns the answer to a write into one that says what is true: it is stored, and what follows from it is still to come.
 * A page keeps what it says, as the reference on it is shown nowhere else. What was refused stays refused.
 * @param given what the answer was to end with
 * @returns what it ends with
 */
export async function answerUnsettled(
	{ knex, request, response, user }: Answered,
	given: unknown[],
): Promise<unknown[]> {
	if (response.statusCode >= 400 || response.headersSent) return given;
	const ofAccount = user === null ? null : await languageOf(knex, user).catch(() => null);
	const message = TEXTS[askedLanguage(request, ofAccount)];
	const isPage = String(response.getHeader('Content-Type')).includes('html');
	const body = isPage
		? String(given[0]).replace(/<main[^>]*>/, (main) => `${main}<p role="alert"><strong>${message}</strong></p>`)
		: JSON.stringify({ errors: [{ message, extensions: { code: 'STORED_UNSETTLED' } }] });
	response.status(503).removeHeader('ETag');
	if (!isPage) response.type('json');
	response.set('Content-Length', String(Buffer.byteLength(body)));
	return [body];
}
