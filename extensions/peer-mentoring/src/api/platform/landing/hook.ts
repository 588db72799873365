import { defineHook } from '@directus/extensions-sdk';
import type { Knex } from 'knex';

/**
 * Signing in brings a Peer Mentor to the caseload, whatever page they left last: the Studio goes on to `last_page`. This
 * event is waited for before the answer, so the page is set by the time the Studio reads it.
 */
export default defineHook(({ filter }) => {
	filter('auth.jwt', async (payload, { type, user }, { database }) => {
		if (type === 'login' && user) {
			const knex = database as unknown as Knex;
			await knex('directus_users')
				.where({ id: user })
				.whereIn('role', knex('directus_roles').select('id').where({ name: 'Peer Mentor' }))
				.update({ last_page: '/caseload' });
		}
		return payload;
	});
});
