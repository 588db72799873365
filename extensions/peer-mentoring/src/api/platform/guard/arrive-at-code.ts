import type { RequestHandler } from 'express';
import { placeWithin, rootOf } from '../../shared/place.ts';
import { normalPath } from './normal-path.ts';
import { answer, invalid } from './refusal.ts';

const SIGN_IN = /^\/auth\/login\/([^/]+)$/;

/** Where everybody arrives whom a directory has let in, or not. */
const NEXT = '/second-factor/next';

/**
 * Lets a sign-in with a directory arrive where the code is asked for, and from there at the place that it was begun from:
 * a page of this platform, or nowhere. A code in the address, as Directus would take it, plays no part.
 */
export function arriveAtTheCode(env: Record<string, unknown>, directories: readonly string[]): RequestHandler {
	const root = rootOf(env);
	const arrival = `${root}${NEXT}`;
	return ({ path, query }, response, next) => {
		const [, directory = ''] = SIGN_IN.exec(normalPath(path) ?? '') ?? [];
		if (!directories.includes(directory)) return next();
		const then = placeWithin(query.redirect ?? `${root}/admin`, String(env.PUBLIC_URL));
		if (then === undefined)
			return answer(response, invalid('A sign-in leads back to this platform: "redirect" is no page of it.'));
		const isArrival = then === arrival || then.startsWith(`${arrival}?`);
		const asked = new URLSearchParams({ then, ...(typeof query.lang === 'string' && { lang: query.lang }) });
		query.redirect = isArrival ? then : `${arrival}?${asked}`;
		delete query.otp;
		next();
	};
}
