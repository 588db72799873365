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
	[request.originalUrl] = request.originalUrl.split('?') as [string];
	// The log writes the parsed query as well; whoever reads it otherwise finds everything.
	Object.defineProperty(request.query, 'toJSON', { value: () => undefined });
	next();
};
