import { defineEndpoint } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { allowedTo, handler } from '../../shared/http.ts';
import { handOversIn } from './request.ts';

/**
 * Hands over many Mentees at once, when a Peer Mentor leaves (2.6, 2.26): each to its new mentor, all for one reason. All
 * of them or none: it is one write of allocations, held against the same rules as each by itself.
 */
export default defineEndpoint({
	id: 'hand-over',
	handler: (router, { database, services, getSchema }) => {
		const knex = database as unknown as Knex;
		router.post(
			'/',
			handler(async (request, response) => {
				await allowedTo(knex, request, ['Supplier Manager']);
				const rows = handOversIn(request.body);
				const options = { schema: await getSchema(), accountability: request.accountability as never };
				await new services.ItemsService('allocations', options).createMany(rows as never);
				response.json({ data: { handed_over: rows.length } });
			}),
		);
	},
});
