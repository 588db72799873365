import { defineHook } from '@directus/extensions-sdk';
import type { EventContext } from '@directus/types';
import type { Knex } from 'knex';
import { today } from '../../../clock/today.ts';
import type { ReminderKind } from '../../../domain/service-levels/reminders.ts';
import { administratorAccounts, roleAndSupplierOf } from '../../../storage/platform/accounts.ts';
import { noteAdministratorDay } from '../../../storage/platform/administrator-days.ts';
import { remind } from '../../../storage/reminders/remind.ts';
import { ADMINISTERED, ADMINISTRATOR_USED } from '../../shared/announced.ts';
import { remindingNow } from '../../shared/reminding.ts';
import { traceOf } from '../../shared/trace-of.ts';

/**
 * Tells the Data Protection Officer at once of whoever signs in with an account that may do everything, and of what a
 * Platform Administrator changes (5.1). What cannot be told now, the hourly flow tells.
 */
export default defineHook(({ action }, context) => {
	const { database, logger, emitter } = context;
	const knex = database as unknown as Knex;
	const tell = async (kind: ReminderKind) => remind(knex, [kind], await remindingNow(context));
	const orSay = (work: Promise<unknown>) =>
		work.catch((error: unknown) => logger.error(`What was administered is told later: ${traceOf(error)}`));

	const ofUse = async (user: string) => {
		await noteAdministratorDay(knex, user, today());
		await tell('administrator_used');
	};
	const ofSignIn = async (user: string) => {
		if ((await administratorAccounts(knex)).some(({ id }) => id === user)) await ofUse(user);
	};
	action('auth.login', ({ user, status }) => {
		if (status === 'success' && typeof user === 'string') void orSay(ofSignIn(user));
	});

	const ofChange = async (user: string | null | undefined) => {
		if (!user || (await roleAndSupplierOf(knex, user))?.role !== 'Platform Administrator') return;
		await tell('administration');
	};
	for (const event of ['users.create', 'users.update', 'flows.update', 'settings.update']) {
		action(event, (_meta, { accountability }: EventContext) => void orSay(ofChange(accountability?.user)));
	}
	const listening = emitter as { onAction(event: string, heard: (meta: { user: string }) => void): void };
	// By a token, or a session of yesterday, nobody signs in; and what stands in a transaction is there once that ends.
	listening.onAction(ADMINISTRATOR_USED, ({ user }) => void orSay(ofUse(user)));
	listening.onAction(ADMINISTERED, ({ user }) => void orSay(ofChange(user)));
});
