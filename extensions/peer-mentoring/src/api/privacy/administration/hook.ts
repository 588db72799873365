import { defineHook } from '@directus/extensions-sdk';
import type { EventContext } from '@directus/types';
import type { Knex } from 'knex';
import type { ReminderKind } from '../../../domain/service-levels/reminders.ts';
import { administratorAccounts, roleAndSupplierOf } from '../../../storage/platform/accounts.ts';
import { remind } from '../../../storage/reminders/remind.ts';
import { remindingNow } from '../../shared/reminding.ts';
import { traceOf } from '../../shared/trace-of.ts';

/**
 * Tells the Data Protection Officer at once of whoever signs in with an account that may do everything, and of what a
 * Platform Administrator changes (5.1). What cannot be told now, the hourly flow tells.
 */
export default defineHook(({ action }, context) => {
	const { database, logger } = context;
	const knex = database as unknown as Knex;
	const tell = async (kind: ReminderKind) => remind(knex, [kind], await remindingNow(context));
	const orSay = (work: Promise<unknown>) =>
		work.catch((error: unknown) => logger.error(`What was administered is told later: ${traceOf(error)}`));

	const ofSignIn = async (user: string) => {
		if ((await administratorAccounts(knex)).some(({ id }) => id === user)) await tell('administrator_used');
	};
	action('auth.login', ({ user, status }) => {
		if (status === 'success' && typeof user === 'string') void orSay(ofSignIn(user));
	});

	const ofChange = async ({ accountability }: EventContext) => {
		const user = accountability?.user;
		if (!user || (await roleAndSupplierOf(knex, user))?.role !== 'Platform Administrator') return;
		await tell('administration');
	};
	for (const event of ['users.create', 'users.update', 'flows.update', 'settings.update']) {
		action(event, (_meta, by) => void orSay(ofChange(by)));
	}
});
