import type { Request, Response } from 'express';
import type { Language } from '../../../domain/language/messages.ts';
import { traceOf } from '../../shared/trace-of.ts';
import { refusalPage } from './pages/other-pages.ts';
import { CONTENT_SECURITY_POLICY } from './pages/style.ts';
import { ReferRefused, REFUSALS } from './refusals.ts';
import { wantsJson } from './request.ts';
import { TEXTS } from './texts.ts';

/** Nothing of these pages is kept, framed, indexed or told to another site: a link's address is a key. */
const HEADERS = {
	'Cache-Control': 'no-store',
	'Content-Security-Policy': CONTENT_SECURITY_POLICY,
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff',
	'X-Frame-Options': 'DENY',
	'X-Robots-Tag': 'noindex, nofollow',
};

export function sendPage(response: Response, status: number, page: string): void {
	response.status(status).set(HEADERS).type('html').send(page);
}

export function sendJson(response: Response, status: number, body: object): void {
	response.status(status).set(HEADERS).json(body);
}

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
