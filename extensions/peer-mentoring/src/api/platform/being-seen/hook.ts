import { defineHook } from '@directus/extensions-sdk';
import type { Application, RequestHandler } from 'express';
import type { Knex } from 'knex';
import { readVariable } from '../../../environment/read-variables.ts';
import { conditionOf, health } from './health.ts';
import { makeMetrics, type Answered } from './metrics.ts';
import { tokenHolder } from './token.ts';
import { tellTrouble } from './trouble.ts';

/**
 * `GET /server/health` and `GET /metrics`: what a load balancer and an operator see of this instance; and what people
 * are told while it cannot save.
 */
export default defineHook(({ init, action }, { database, env, services, getSchema }) => {
	const knex = database as unknown as Knex;
	const token = readVariable('METRICS_TOKEN', env);
	const holdsToken = tokenHolder(token);
	const whole = async () => {
		const accountability = { admin: true, user: null, role: null, roles: [], app: false, ip: null } as never;
		return new services.ServerService({
			knex: database,
			schema: await getSchema(),
			accountability,
		}).health() as Promise<{ status: string }>;
	};
	const condition = conditionOf(knex, readVariable('DATA_DIR', env));
	const metrics = token === '' ? undefined : makeMetrics(knex, condition.room);
	if (metrics) action('response', (meta) => metrics.note(meta as unknown as Answered));

	const tell: RequestHandler = (request, response, next) => {
		if (!metrics || !holdsToken(request)) return next();
		metrics
			.text()
			.then((text) => response.type('text/plain; version=0.0.4').send(text))
			.catch(next);
	};
	init('middlewares.before', ({ app }) => {
		(app as Application).get('/metrics', tell);
		(app as Application).get('/server/health', health(condition, holdsToken, whole));
	});
	init('routes.custom.after', ({ app }) => (app as Application).use(tellTrouble(knex, condition.note)));
});
