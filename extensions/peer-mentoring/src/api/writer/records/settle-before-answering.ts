import type { Request, RequestHandler, Response } from 'express';
import type { Knex } from 'knex';
import type { Accountability } from '../../shared/caller.ts';
import { inRequest } from '../../shared/pending.ts';
import type { Settling } from './settling.ts';
import { answerUnsettled } from './unsettled-answer.ts';
import { traceOf } from '../../shared/trace-of.ts';

interface Logger {
	error: (message: string) => void;
}

type End = Response['end'];

/**
 * Holds the answer to a write back until what follows from it is written too, so that whoever reads next reads the
 * right due dates. By then every transaction of the request is over, whatever it was: form, batch or nested. What cannot
 * be settled now is not answered as if it were.
 */
export function settleBeforeAnswering(knex: Knex, { settle }: Settling, logger: Logger): RequestHandler {
	return (request, response, next) => {
		const user = () => userOf(request);
		inRequest(user, (endRequest) => {
			const end = response.end.bind(response) as (...args: unknown[]) => Response;
			response.end = ((...args: unknown[]) => {
				const noted = endRequest();
				if (noted.length === 0) return end(...args);
				settle(noted, user())
					.then(
						() => args,
						async (error: unknown) => {
							logger.error(
								`What follows from a record could not be worked out; it is tried again in a minute: ${traceOf(error)}`,
							);
							return answerUnsettled({ knex, request, response, user: user() }, args);
						},
					)
					.then((answer) => end(...answer));
				return response;
			}) as End;
			next();
		});
	};
}

function userOf(request: Request): string | null {
	const { accountability } = request as { accountability?: Accountability };
	return accountability?.user ?? null;
}
