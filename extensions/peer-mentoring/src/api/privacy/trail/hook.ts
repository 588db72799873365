import { defineHook } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { sealWaiting } from '../../../storage/platform/trail/seal.ts';

const EVERY_MILLISECONDS = 1000;

/** Seals the trail while the platform serves: within a second or two of what was written (5.1). */
export default defineHook(({ action }, { database, logger }) => {
	action('server.start', () => {
		let working = false;
		const timer = setInterval(() => {
			if (working) return;
			working = true;
			sealWaiting(database as unknown as Knex)
				.catch((error: unknown) => logger.error(error, 'The trail could not be sealed; it is tried again'))
				.finally(() => (working = false));
		}, EVERY_MILLISECONDS);
		timer.unref();
	});
});
