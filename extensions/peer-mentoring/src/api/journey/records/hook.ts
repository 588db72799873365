import { defineHook } from '@directus/extensions-sdk';
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { keepContractRecords } from '../../../storage/writer/contract-records.ts';
import { ENTRY_TABLES } from '../../../storage/returns/periodic-entries.ts';
import { markMissed } from '../../../storage/service-levels/service-level-clocks.ts';
import { settleEverything } from '../../../storage/writer/recomputation.ts';
import { settle } from '../../../storage/writer/settle.ts';
import { today } from '../../../clock/today.ts';
import { uuidIn } from '../../shared/keys.ts';
import { inTheirLanguage } from '../../shared/errors.ts';
import type { WriteContext } from '../../shared/ownership.ts';
import { beforeCreate } from './create.ts';
import { followTerms } from './follow-terms.ts';
import { currentPending, isInRequest, withPending, type Pending } from '../../shared/pending.ts';
import { settleBeforeAnswering } from './settle-before-answering.ts';
import { JOURNEY_COLLECTIONS } from './tables.ts';
import { beforeDelete, beforeUpdate } from './update.ts';

type Payload = Record<string, unknown>;

/** The journey of a person: who may write what about whom, the rules of the contract, and the clocks that follow. */
export default defineHook(({ filter, action, init, schedule }, { database, logger }) => {
	const knex = database as unknown as Knex;
	const settlePending = async (pending: Pending, user: string | null) => {
		if (pending.isEmpty) return;
		const { tasks, terms, calendars, ...written } = pending.take();
		await settle(knex, written, today(), user);
		await followTerms(knex, { contracts: terms, calendars }, user, logger);
		for (const task of tasks) await task();
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

	for (const collection of JOURNEY_COLLECTIONS) {
		filter(`${collection}.items.create`, (payload, _meta, context) =>
			inTheirLanguage(context, () => beforeCreate(collection, payload as Payload, context as unknown as WriteContext)),
		);
		filter(`${collection}.items.update`, (payload, meta, context) =>
			inTheirLanguage(context, () =>
				beforeUpdate(collection, payload as Payload, meta.keys as unknown[], context as unknown as WriteContext),
			),
		);
		filter(`${collection}.items.delete`, async (keys, _meta, context) => {
			await beforeDelete(collection, keys as unknown[], context as unknown as WriteContext);
			return keys;
		});
		settleInBackground(collection);
	}

	followSettings(filter);
	for (const collection of ['bank_holidays', 'call_off_contracts', 'restriction_periods', ...CONTRACT_RECORDS]) {
		settleInBackground(collection);
	}

	// Just after midnight in the United Kingdom, summer (23:05 UTC) or winter: clocks that ran out become missed, the
	// month's returns open, and whatever a crash left behind is put right.
	schedule('5 0,23 * * *', () => settleEverything(knex, today()));
	// What ran out while nothing was running is missed from the first request on.
	init('app.before', async () => {
		await markMissed(knex, today());
		await knex.transaction((transaction) => keepContractRecords(transaction, undefined, today()));
	});
});

/** Records of a contract that its deadlines, returns and service levels follow from. */
const CONTRACT_RECORDS = [
	'milestones',
	'implementation_plans',
	'information_requests',
	'mi_returns',
	'periodic_returns',
	...ENTRY_TABLES,
	'fte_assignments',
	'performance_improvement_plans',
];

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
	filter('call_off_contracts.items.create', (payload) => {
		const contract = { id: randomUUID(), ...(payload as Payload) };
		currentPending().terms.add(contract.id);
		return contract;
	});
	filter('call_off_contracts.items.update', (payload, meta) => {
		for (const key of meta.keys) currentPending().terms.add(String(key));
		return payload;
	});
	// Restrictions on meeting face to face move the digital share of everybody (2.25).
	noteContracts(filter, ['restriction_periods'], (contract) => currentPending().terms.add(contract));
	noteContracts(filter, CONTRACT_RECORDS, (contract) => currentPending().contracts.add(contract));
}

/** Notes the contract of each record of these collections that is written. */
function noteContracts(filter: Register['filter'], collections: readonly string[], note: (contract: string) => void) {
	for (const collection of collections) {
		filter(`${collection}.items.create`, (payload) => {
			const contract = uuidIn((payload as Payload).contract);
			if (contract) note(contract);
			return payload;
		});
		for (const event of ['update', 'delete']) {
			filter(`${collection}.items.${event}`, async (payload, meta, { database }) => {
				const keys = (event === 'delete' ? payload : meta.keys) as string[];
				const rows = await (database as unknown as Knex)(collection).whereIn('id', keys).distinct('contract');
				for (const { contract } of rows) note(contract);
				return payload;
			});
		}
	}
}
