import { defineHook } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { ERASURES } from '../../../domain/privacy/personal-data.ts';
import { registerPlace } from '../../../environment/register-place.ts';
import { Register, toRegister } from '../../../storage/privacy/register.ts';
import { whyOf } from '../../shared/trace-of.ts';

/**
 * Keeps the register of erasures and withdrawals in step with the database (2.25): as soon as one is stored, and once a
 * minute for what came by import, through another instance, or just before a crash.
 */
export default defineHook(({ action, init, schedule }, { database, env, logger }) => {
	const knex = database as unknown as Knex;
	const { path, keys } = registerPlace(env);
	const register = new Register(path, keys);
	let told = '';
	const keep = async () => {
		try {
			register.add(await toRegister(knex));
			told = '';
		} catch (error) {
			const message = whyOf(error);
			// Once, not every minute.
			if (message !== told) logger.error(`The register of erasures could not be written: ${message}`);
			told = message;
		}
	};
	for (const event of [`${ERASURES}.items.create`, 'consents.items.create', 'consents.items.update'])
		action(event, keep);
	init('app.before', keep);
	schedule('15 * * * * *', keep);
});
