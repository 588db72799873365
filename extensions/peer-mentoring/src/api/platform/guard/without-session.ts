import type { RequestHandler } from 'express';

/**
 * The page of the mentors' app and its files: the same for everybody. They are answered as to somebody who has not signed
 * in, so that a session that is over leads to the app's own sign-in and not to an error, and opening them is no use of one.
 */
const THE_SAME_FOR_ALL = /^\/+mentor(?!\/+api(?:\/|$))(?:\/|$)/i;

/** Signing in with a directory, and being told that it came to nothing: the session from before plays no part. */
const SIGNING_IN = /^\/+auth\/+login\/+[^/]/i;
const CAME_TO_NOTHING = /^\/+second-factor\/+next\/*$/i;

/** What Directus remembers of a sign-in that is under way, in the browser that began it. */
const OF_A_SIGN_IN = /^\s*openid\./;

export const withoutSession: RequestHandler = ({ path, query, headers }, _response, next) => {
	const comesToNothing = CAME_TO_NOTHING.test(path) && 'reason' in query;
	if (SIGNING_IN.test(path)) {
		const kept = (headers.cookie ?? '').split(';').filter((cookie) => OF_A_SIGN_IN.test(cookie));
		headers.cookie = kept.join(';');
		delete headers.authorization;
	} else if (comesToNothing || THE_SAME_FOR_ALL.test(path)) {
		delete headers.cookie;
		delete headers.authorization;
	}
	next();
};
