/** Whether this server can do its work: for a load balancer that knows nobody, and in full for an operator. */
import type { RequestHandler } from 'express';
import type { Knex } from 'knex';
import type { HoldsToken } from './token.ts';

/** What Directus checks besides: storage, cache, limits, mail. */
interface WholeHealth {
	status: string;
}

/** A database that takes longer is as good as away for whoever waits. */
const PATIENCE = 2000;

/** `GET /server/health`: alive and with its database, 200 or 503; with the token what Directus finds of its parts too. */
export function health(knex: Knex, holdsToken: HoldsToken, whole: () => Promise<WholeHealth>): RequestHandler {
	return (request, response, next) => {
		const answer = (found: WholeHealth) => {
			const status = found.status === 'error' ? 503 : 200;
			response.status(status).type('application/health+json').send(JSON.stringify(found));
		};
		const found = holdsToken(request) ? whole() : hasDatabase(knex).then((has) => ({ status: has ? 'ok' : 'error' }));
		found.then(answer).catch(next);
	};
}

async function hasDatabase(knex: Knex): Promise<boolean> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<false>((done) => (timer = setTimeout(() => done(false), PATIENCE)));
	const asked = knex.raw('select 1').then(
		() => true,
		() => false,
	);
	try {
		return await Promise.race([asked, late]);
	} finally {
		clearTimeout(timer);
	}
}
