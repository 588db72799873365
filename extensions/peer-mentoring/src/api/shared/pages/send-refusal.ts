import type { Response } from 'express';
import { traceOf } from '../trace-of.ts';
import { noticeOf, PageRefused, REFUSALS, type Notices, type RefusalKind } from './refusals.ts';
import { sendJson, sendPage } from './send.ts';

interface Logger {
	error: (message: string) => void;
}

interface Asked {
	response: Response;
	/** Whether a program is to be answered, and not a person. */
	json: boolean;
	notices: Notices;
	/** The whole page that says why. */
	page: (kind: RefusalKind) => string;
	/** What has failed, for the log. */
	what: string;
}

/** Answers what went wrong. Of an error that nobody expected the log gets the place, and the caller nothing. */
export function sendRefusal(error: unknown, { response, json, notices, page, what }: Asked, logger: Logger): void {
	const { kind, retryAfter } = error instanceof PageRefused ? error : new PageRefused('failed');
	if (kind === 'failed') logger.error(`${what} failed: ${traceOf(error)}`);
	if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
	if (kind === 'too_large') response.set('Connection', 'close');
	const { status, code } = REFUSALS[kind];
	if (!json) return sendPage(response, status, page(kind));
	const { title, text } = noticeOf(notices, kind);
	sendJson(response, status, { errors: [{ message: `${title}. ${text}`, extensions: { code } }] });
}

/** One refusal of a field, in Directus's shape. */
export function fieldError(field: string | null, message: string): object {
	return { message, extensions: { code: 'FAILED_VALIDATION', field } };
}
