import type { RequestHandler } from 'express';
import { isToken } from '../../../domain/journey/referral-link.ts';

/**
 * Before the log and the sign-in see a request: whoever has the address of a link has the link, so it stands in no
 * log; and the page of a link knows nobody, so an account that happens to be signed in plays no part.
 */
export const hideLink: RequestHandler = (request, _response, next) => {
	const [, first, token, ...rest] = request.path.split('/');
	if (first?.toLowerCase() === 'refer') {
		delete request.headers.referer;
		const hasLink = isToken(token);
		if (hasLink) request.originalUrl = ['', 'refer', '(link)', ...rest].join('/');
		if (hasLink || 'signed_out' in request.query) {
			delete request.headers.cookie;
			delete request.headers.authorization;
		}
	}
	next();
};
