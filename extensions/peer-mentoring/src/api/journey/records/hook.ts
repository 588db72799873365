import { defineHook } from '@directus/extensions-sdk';
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { keepContractRecords } from '../../../storage/writer/contract-records.ts';
import { ENTRY_TABLES } from '../../../storage/returns/periodic-entries.ts';
import { markMissed } from '../../../storage/service-levels/service-level-clocks.ts';
import { settleEverything } from '../../../storage/writer/recomputation.ts';
import { today } from '../../../clock/today.ts';
import { uuidIn } from '../../shared/keys.ts';
import { inTheirLanguage } from '../../shared/errors.ts';
import type { WriteContext } from '../../shared/ownership.ts';
import { beforeCreate } from './create.ts';
import { note } from '../../shared/pending.ts';
import { settleBeforeAnswering } from './settle-before-answering.ts';
import { makeSettling } from './settling.ts';
import { JOURNEY_COLLECTIONS } from './tables.ts';
import { beforeDelete, beforeUpdate } from './update.ts';
import { followWholeWrites, type Writes } from './whole-writes.ts';

type Payload = Record<string, unknown>;

/** The journey of a person: who may write what about whom, the rules of the contract, and the clocks that follow. */
export default defineHook(({ filter, init, schedule }, { database, logger, services }) => {
	const knex = database as unknown as Knex;
	const settling = makeSettling(knex, logger);
	followWholeWrites((services.ItemsService as unknown as { prototype: Writes }).prototype, settling, (error) =>
		logger.error(error, 'What follows from a record could not be worked out; it is tried again in a minute'),
	);

	init('middlewares.after', ({ app }) => {
		app.use(settleBeforeAnswering(knex, settling, logger));
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
	}

	followSettings(filter);

	// What a process that ended, or gave up, has left behind is settled by any that lives.
	schedule('*/10 * * * * *', () => settling.takeUpTheRest());
	// Just after midnight in the United Kingdom, summer (23:05 UTC) or winter: clocks that ran out become missed, and
	// the month's returns open.
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
		for (const { calendar } of rows) await note(knex, 'calendar', calendar);
	};
	filter('bank_holidays.items.create', async (payload, _meta, { database }) => {
		await note(database as unknown as Knex, 'calendar', String((payload as Payload).calendar));
		return payload;
	});
	filter('bank_holidays.items.update', async (payload, meta, { database }) => {
		await noteCalendars(meta.keys, database as unknown as Knex);
		const moved = (payload as Payload).calendar;
		if (moved) await note(database as unknown as Knex, 'calendar', String(moved));
		return payload;
	});
	filter('bank_holidays.items.delete', async (keys, _meta, { database }) => {
		await noteCalendars(keys as unknown[], database as unknown as Knex);
		return keys;
	});
	filter('call_off_contracts.items.create', async (payload, _meta, { database }) => {
		const contract = { id: randomUUID(), ...(payload as Payload) };
		await note(database as unknown as Knex, 'terms', contract.id);
		return contract;
	});
	filter('call_off_contracts.items.update', async (payload, meta, { database }) => {
		for (const key of meta.keys) await note(database as unknown as Knex, 'terms', String(key));
		return payload;
	});
	// Restrictions on meeting face to face move the digital share of everybody (2.25).
	noteContracts(filter, ['restriction_periods'], 'terms');
	noteContracts(filter, CONTRACT_RECORDS, 'contract');
}

/** Notes the contract of each record of these collections that is written. */
function noteContracts(filter: Register['filter'], collections: readonly string[], kind: 'terms' | 'contract') {
	for (const collection of collections) {
		filter(`${collection}.items.create`, async (payload, _meta, { database }) => {
			const contract = uuidIn((payload as Payload).contract);
			if (contract) await note(database as unknown as Knex, kind, contract);
			return payload;
		});
		for (const event of ['update', 'delete']) {
			filter(`${collection}.items.${event}`, async (payload, meta, { database }) => {
				const keys = (event === 'delete' ? payload : meta.keys) as string[];
				const knex = database as unknown as Knex;
				for (const { contract } of await knex(collection).whereIn('id', keys).distinct('contract')) {
					await note(knex, kind, contract);
				}
				return payload;
			});
		}
	}
}
