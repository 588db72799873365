import type { RequestHandler } from 'express';
import type { Pending } from '../../shared/pending.ts';

interface Logger {
	error: (error: unknown, message: string) => void;
}

type Settle = (pending: Pending, user: string | null) => Promise<void>;

/**
 * Holds the answer to a write back until what follows from it is written too, so that whoever reads next reads the
 * right due dates. By then every transaction of the request is over, whatever it was: form, batch or nested.
 */
export function settleBeforeAnswering(
	withPending: <Result>(work: (pending: Pending) => Result) => Result,
	settle: Settle,
	logger: Logger,
): RequestHandler {
	return (request, response, next) => {
		withPending((pending) => {
			const end = response.end.bind(response);
			response.end = ((...args: Parameters<typeof end>) => {
				if (pending.isEmpty) return end(...args);
				const { accountability } = request as { accountability?: { user?: string | null } };
				settle(pending, accountability?.user ?? null)
					.catch((error: unknown) => logger.error(error, 'The due dates could not be worked out; they will be tonight'))
					.finally(() => end(...args));
				return response;
			}) as typeof response.end;
			next();
		});
	};
}
