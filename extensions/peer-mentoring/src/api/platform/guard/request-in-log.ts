import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

/** What a proxy gives: hexadecimal, as nginx's `$request_id` and a UUID are. Anything else could say something. */
const NUMBER = /^[\da-f-]{16,64}$/i;

/**
 * Before the log is written: every request has a number there, the proxy's `X-Request-Id` or one of ours, and its answer
 * carries it, so that the two are found together. What follows the question mark stays out of the log: a search names people.
 */
export const requestInLog: RequestHandler = (request, response, next) => {
	const given = request.get('x-request-id') ?? '';
	const id = NUMBER.test(given) ? given : randomUUID();
	Object.assign(request, { id });
	delete request.headers['x-request-id'];
	response.setHeader('X-Request-Id', id);
	request.originalUrl = pathInLog(request.originalUrl);
	// Where somebody was, with whatever was asked for there.
	delete request.headers.referer;
	delete request.headers['x-original-url'];
	delete request.headers['x-rewrite-url'];
	// The log writes the parsed query as well; whoever reads it otherwise finds everything.
	Object.defineProperty(request.query, 'toJSON', { value: () => undefined });
	next();
};

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** The names of what can be asked for, and keys of contracts and months; a secret of a link is longer, or not so tidy. */
const NAME = /^[a-z_-]+$|^[\w.-]{1,24}$/;

/** A path without what follows its question mark, however that is written, and without what may be a secret or a search. */
export function pathInLog(url: string): string {
	const [path = ''] = url.split('?');
	const isTold = (part: string) => part === '' || part === HIDDEN || UUID.test(part) || NAME.test(part);
	return path
		.split('/')
		.map((part) => (isTold(part) ? part : HIDDEN))
		.join('/');
}

const HIDDEN = '(link)';
