import type { RequestHandler } from 'express';

/**
 * The page of the mentors' app and its files: the same for everybody. They are answered as to somebody who has not signed
 * in, so that a session that is over leads to the app's own sign-in and not to an error, and opening them is no use of one.
 */
const THE_SAME_FOR_ALL = /^\/+mentor(?!\/+api(?:\/|$))(?:\/|$)/i;

export const withoutSession: RequestHandler = (request, _response, next) => {
	if (THE_SAME_FOR_ALL.test(request.path)) {
		delete request.headers.cookie;
		delete request.headers.authorization;
	}
	next();
};
