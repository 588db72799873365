import { defineHook } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { landOn } from '../../../storage/platform/accounts.ts';

/**
 * Where people begin, whatever page they left last: a mentor in the mentors' app, to which that page sends them on; the analysts with what was released, and
 * whoever leads, reports, buys or protects with what asks for them today.
 */
const FIRST_PAGES = [
	{ role: 'Peer Mentor', page: '/caseload/app' },
	{ role: 'Supplier Manager', page: '/home' },
	{ role: 'Supplier MI', page: '/home' },
	{ role: 'Buyer', page: '/home' },
	{ role: 'Data Protection Officer', page: '/home' },
	{ role: 'Administrator', page: '/home' },
	{ role: 'Platform Administrator', page: '/home' },
	{ role: 'Buyer Analyst', page: '/content/plan_samples' },
];

/**
 * Signing in brings people to their first page: the Studio goes on to `last_page`. This event is waited for before the
 * answer, so the page is set by the time the Studio reads it.
 */
export default defineHook(({ filter }) => {
	filter('auth.jwt', async (payload, { type, user }, { database }) => {
		if (type === 'login' && user) {
			for (const first of FIRST_PAGES) await landOn(database as unknown as Knex, { user, ...first });
		}
		return payload;
	});
});
