import type { RequestHandler } from 'express';
import { counted } from '../../shared/counted.ts';
import type { AuthenticatedRequest } from '../../shared/http.ts';

const MINUTE = 60_000;
const FORBIDDEN = 403;

/**
 * What somebody signed in was refused is on record by account and minute: one who looks for a way round makes many, and a
 * line for each would hide the rest. The account stands there by its id, which says nothing outside.
 */
export function refusalsInLog(warn: (details: object, message: string) => void): RequestHandler {
	const refused = new Map<string, number>();
	const tell = () => {
		for (const [account, times] of refused) warn({ account, times }, 'Requests of an account were refused');
		refused.clear();
	};
	return (request, response, next) => {
		response.on('finish', () => {
			const account = (request as AuthenticatedRequest).accountability?.user;
			if (response.statusCode !== FORBIDDEN || !account) return;
			counted.refusals++;
			if (refused.size === 0) setTimeout(tell, MINUTE).unref();
			refused.set(account, (refused.get(account) ?? 0) + 1);
		});
		next();
	};
}
