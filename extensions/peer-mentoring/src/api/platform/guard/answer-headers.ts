import type { RequestHandler } from 'express';
import { normalPath } from './normal-path.ts';

/** What may lie in a cache: the Studio's own files and those of the mentors' app, which hold nobody's data. */
const STATIC = /^\/(?:admin\/(?:assets|favicon)|mentor\/(?!api(?:\/|$)))/;

/**
 * Sets what every answer says of itself just before it is sent, over what Directus says: nothing personal stays in a
 * cache, no file is taken for another kind, no address is passed on, and nobody is told what runs here.
 */
export const sayOfEveryAnswer: RequestHandler = (request, response, next) => {
	const { writeHead } = response;
	const isStatic = STATIC.test(normalPath(request.path) ?? '');
	response.writeHead = function (this: typeof response, ...given: unknown[]) {
		this.removeHeader('X-Powered-By');
		this.setHeader('X-Content-Type-Options', 'nosniff');
		this.setHeader('Referrer-Policy', 'no-referrer');
		const isKept = !String(this.getHeader('Cache-Control')).includes('no-store');
		if (!isStatic && isKept) this.setHeader('Cache-Control', 'no-store');
		return writeHead.apply(this, given as Parameters<typeof writeHead>);
	} as typeof writeHead;
	next();
};
