import type { Request, Response } from 'express';
import type { Language } from '../../../domain/language/messages.ts';
import { sendJson, sendPage } from '../../shared/pages/send.ts';
import { traceOf } from '../../shared/trace-of.ts';
import { wantsJson } from '../../shared/wants-json.ts';
import { refusalPage } from './pages/other-pages.ts';
import { ReferRefused, REFUSALS } from './refusals.ts';

import { TEXTS } from './texts.ts';

/** One refusal of a field, in Directus's shape. */
export function fieldError(field: string | null, message: string): object {
	return { message, extensions: { code: 'FAILED_VALIDATION', field } };
}

interface Logger {
	error: (message: string) => void;
}

interface Asked {
	request: Request;
	response: Response;
	language: Language;
	/** The address of the Studio, to sign in. */
	studio: string;
}

/** Answers what went wrong. Of an error that nobody expected the log gets the place, and the caller nothing. */
export function sendRefusal(error: unknown, { request, response, language, studio }: Asked, logger: Logger): void {
	const { kind, retryAfter } = error instanceof ReferRefused ? error : new ReferRefused('failed');
	if (kind === 'failed') logger.error(`The form for referrals failed: ${traceOf(error)}`);
	if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
	if (kind === 'too_large') response.set('Connection', 'close');
	const { status, code } = REFUSALS[kind];
	if (!wantsJson(request)) return sendPage(response, status, refusalPage(kind, language, studio));
	const { title, text } = TEXTS[language].refusals[kind];
	sendJson(response, status, { errors: [{ message: `${title}. ${text}`, extensions: { code } }] });
}
