import { defineHook } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { markMissed } from '../../../storage/service-level-clocks.ts';
import { ensureReturns } from '../../../storage/returns.ts';
import { settle } from '../../../storage/settle.ts';
import { today } from '../../../domain/today.ts';
import { beforeCreate, type WriteContext } from './create.ts';
import { currentPending, isInRequest, withPending, type Pending } from './pending.ts';
import { settleBeforeAnswering } from './settle-before-answering.ts';
import { JOURNEY_TABLES } from './tables.ts';
import { beforeDelete, beforeUpdate } from './update.ts';

type Payload = Record<string, unknown>;

/** The journey of a person: who may write what about whom, the rules of the contract, and the clocks that follow. */
export default defineHook(({ filter, action, init, schedule }, { database, logger }) => {
	const knex = database as unknown as Knex;
	const settlePending = async (pending: Pending, user: string | null) => {
		if (!pending.isEmpty) await settle(knex, pending.take(), today(), user);
	};
	/** Outside a request nobody waits for an answer: what a flow writes is settled as soon as it is stored. */
	const settleInBackground = (collection: string) => {
		for (const event of ['create', 'update', 'delete']) {
			action(`${collection}.items.${event}`, async (_meta, { accountability }) => {
				if (!isInRequest()) await settlePending(currentPending(), accountability?.user ?? null);
			});
		}
	};

	init('middlewares.after', ({ app }) => {
		app.use(settleBeforeAnswering(withPending, settlePending, logger));
	});

	for (const collection of Object.keys(JOURNEY_TABLES)) {
		filter(`${collection}.items.create`, (payload, _meta, context) =>
			beforeCreate(collection, payload as Payload, context as unknown as WriteContext),
		);
		filter(`${collection}.items.update`, (payload, meta, context) =>
			beforeUpdate(collection, payload as Payload, meta.keys as unknown[], context as unknown as WriteContext),
		);
		filter(`${collection}.items.delete`, async (keys, _meta, context) => {
			await beforeDelete(collection, keys as unknown[], context as unknown as WriteContext);
			return keys;
		});
		settleInBackground(collection);
	}

	followSettings(filter);
	for (const collection of ['bank_holidays', 'call_off_contracts']) settleInBackground(collection);

	// Just after midnight in the United Kingdom, summer (23:05 UTC) or winter: clocks that ran out become missed, the
	// month's returns open, and whatever a crash left behind is put right.
	schedule('5 0,23 * * *', async () => {
		const contracts = await knex('call_off_contracts').select('id');
		const everything = { referrals: [], contracts: contracts.map(({ id }) => id as string), calendars: [] };
		await settle(knex, everything, today());
		await ensureReturns(knex, today());
	});
	init('app.before', async () => {
		await markMissed(knex, today());
	});
});

type Register = Parameters<Parameters<typeof defineHook>[0]>[0];

/** A change of a bank holiday, or of a contract's calendar, moves every due date that counts across it. */
function followSettings(filter: Register['filter']): void {
	const noteCalendars = async (keys: readonly unknown[], knex: Knex) => {
		const rows = await knex('bank_holidays')
			.whereIn('id', keys as string[])
			.distinct('calendar');
		for (const { calendar } of rows) currentPending().calendars.add(calendar);
	};
	filter('bank_holidays.items.create', (payload) => {
		currentPending().calendars.add(String((payload as Payload).calendar));
		return payload;
	});
	filter('bank_holidays.items.update', async (payload, meta, { database }) => {
		await noteCalendars(meta.keys, database as unknown as Knex);
		const moved = (payload as Payload).calendar;
		if (moved) currentPending().calendars.add(String(moved));
		return payload;
	});
	filter('bank_holidays.items.delete', async (keys, _meta, { database }) => {
		await noteCalendars(keys as unknown[], database as unknown as Knex);
		return keys;
	});
	filter('call_off_contracts.items.update', (payload, meta) => {
		for (const key of meta.keys) currentPending().contracts.add(String(key));
		return payload;
	});
}
