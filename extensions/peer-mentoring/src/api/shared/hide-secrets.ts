import type { RequestHandler } from 'express';

/**
 * Before the log and the sign-in see a request: whoever has a secret address has what it opens, so it stands in no log;
 * and such a page knows nobody, so an account that happens to be signed in plays no part.
 * @param first the first part of the addresses
 * @param isSecret whether the second part is a secret
 */
export function hideSecrets(first: string, isSecret: (second: string) => boolean): RequestHandler {
	return (request, _response, next) => {
		// However the address is written: what is no address of ours is refused later, and must not be logged meanwhile.
		const [own, second, ...rest] = plain(request.path).split('/').filter(Boolean);
		if (own?.toLowerCase() === first) {
			delete request.headers.referer;
			const hasSecret = second !== undefined && isSecret(second);
			if (hasSecret) request.originalUrl = ['', first, '(link)', ...rest].join('/');
			if (hasSecret || 'signed_out' in request.query) {
				delete request.headers.cookie;
				delete request.headers.authorization;
			}
		}
		next();
	};
}

function plain(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}
