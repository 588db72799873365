import { defineHook } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { landOn } from '../../../storage/platform/accounts.ts';

/**
 * Signing in brings a Peer Mentor to the caseload, whatever page they left last: the Studio goes on to `last_page`. This
 * event is waited for before the answer, so the page is set by the time the Studio reads it.
 */
export default defineHook(({ filter }) => {
	filter('auth.jwt', async (payload, { type, user }, { database }) => {
		if (type === 'login' && user) {
			await landOn(database as unknown as Knex, { user, role: 'Peer Mentor', page: '/caseload' });
		}
		return payload;
	});
});
