import { defineEndpoint } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import described from '../../../../../../directus/openapi.json' with { type: 'json' };
import type { RoleName } from '../../shared/caller.ts';
import { allowedTo, handler } from '../../shared/http.ts';

/** Everybody with an account but Referrers, who come from outside and have one form. */
const STAFF = [
	'Peer Mentor',
	'Supplier Manager',
	'Supplier MI',
	'Buyer',
	'Buyer Analyst',
	'Data Protection Officer',
	'Platform Administrator',
] as const satisfies RoleName[];

/** `GET /openapi`: what our own endpoints ask and answer; what Directus would say of itself is closed (5.1). */
export default defineEndpoint({
	id: 'openapi',
	handler: (router, { database, env }) => {
		const knex = database as unknown as Knex;
		const servers = [{ url: String(env.PUBLIC_URL).replace(/\/+$/, '') }];
		router.get(
			'/',
			handler(async (request, response) => {
				await allowedTo(knex, request, STAFF);
				response.json({ ...described, servers });
			}),
		);
	},
});
