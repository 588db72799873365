import { defineHook } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { settleSessionsOfContract } from '../../../storage/writer/settle.ts';
import { drawActivities } from '../../../storage/returns/samples.ts';
import { inTheirLanguage } from '../../shared/errors.ts';
import type { WriteContext } from '../../shared/ownership.ts';
import { holdToForm, type FormContext } from '../../shared/conditions.ts';
import { catchUp, whenNoted } from '../../shared/pending.ts';
import { tellEverybody } from '../../shared/tell-everybody.ts';
import * as contract from './contract/checks.ts';
import * as journey from './journey/checks.ts';
import { NOTED_COLLECTIONS, noteChanged, noteNew } from './note.ts';
import { settleBeforeAnswering } from './settle-before-answering.ts';
import { makeSettling } from './settling.ts';
import { settleNight } from './settle-night.ts';
import { settleWholeWrites, type Writes } from './whole-writes.ts';
import { traceOf } from '../../shared/trace-of.ts';

type Payload = Record<string, unknown>;
interface Inside {
	database: unknown;
	schema: unknown;
	accountability: unknown;
}

/** Which room's rules a collection is held against. */
const ROOMS = [
	{ ...journey, collections: journey.JOURNEY_COLLECTIONS },
	{ ...contract, collections: contract.CONTRACT_COLLECTIONS },
];

/**
 * Every record of ours that is written: who may write it, what the platform fills in, the rules that it is held against;
 * and, once it is stored, everything that follows from it.
 */
export default defineHook(({ filter, init, schedule }, { database, logger, services }) => {
	const knex = database as unknown as Knex;
	const settling = makeSettling(knex, logger);
	settleWholeWrites(
		(services.ItemsService as unknown as { prototype: Writes }).prototype,
		settling,
		tellEverybody((error) =>
			logger.error(`The flows and hooks that wait for a record could not be told of it: ${traceOf(error)}`),
		),
		(error) =>
			logger.error(
				`What follows from a record could not be worked out; it is tried again in a minute: ${traceOf(error)}`,
			),
	);
	whenNoted('places', (contract) => settleSessionsOfContract(knex, contract));
	whenNoted('sample', (request) => drawActivities(knex, request));
	const contextOf = ({ database: inside, accountability }: { database: unknown; accountability: unknown }) =>
		({ database: inside, accountability }) as WriteContext;
	const formOf = ({ database: inside, schema, accountability }: Inside): FormContext => ({
		knex: inside as Knex,
		schema: schema as FormContext['schema'],
		accountability: accountability as FormContext['accountability'],
		rowsOf: (collection, keys, fields) => {
			const { primary = 'id' } = (schema as FormContext['schema']).collections[collection] ?? {};
			const reader = new services.ItemsService(collection, { knex: inside, schema } as never);
			const query = { filter: { [primary]: { _in: keys } }, fields, limit: -1 };
			return reader.readByQuery(query as never, { emitEvents: false });
		},
	});

	for (const { collections, beforeCreate, beforeUpdate, beforeDelete } of ROOMS) {
		for (const collection of collections) {
			filter(`${collection}.items.create`, (payload, _meta, context) =>
				inTheirLanguage(context, async () => {
					const sent = payload as Payload;
					const record = await beforeCreate(collection, { ...sent }, contextOf(context));
					return holdToForm(formOf(context), { collection, sent, record });
				}),
			);
			filter(`${collection}.items.update`, (payload, { keys }, context) =>
				inTheirLanguage(context, async () => {
					const sent = payload as Payload;
					const record = await beforeUpdate(collection, sent, keys, contextOf(context));
					return holdToForm(formOf(context), { collection, sent, record, keys });
				}),
			);
			filter(`${collection}.items.delete`, (keys, _meta, context) =>
				inTheirLanguage(context, async () => {
					await beforeDelete(collection, keys as unknown[], contextOf(context));
					return keys;
				}),
			);
		}
	}

	// The rules of a room come first: what they say of an answer that is missing says why it is needed.
	const inRooms = new Set(ROOMS.flatMap(({ collections }) => collections));
	for (const event of ['items.create', 'items.update'] as const) {
		filter(event, (payload, { collection, keys }, context) => {
			if (inRooms.has(collection)) return payload;
			const sent = payload as Payload;
			return inTheirLanguage(context, () => holdToForm(formOf(context), { collection, sent, record: sent, keys }));
		});
	}

	for (const collection of NOTED_COLLECTIONS) {
		filter(`${collection}.items.create`, (payload, _meta, { database: inside }) =>
			noteNew(inside as unknown as Knex, collection, payload as Payload),
		);
		filter(`${collection}.items.update`, async (payload, { keys }, { database: inside }) => {
			await noteChanged(inside as unknown as Knex, collection, keys, payload as Payload);
			return payload;
		});
		filter(`${collection}.items.delete`, async (keys, _meta, { database: inside }) => {
			await noteChanged(inside as unknown as Knex, collection, keys as unknown[]);
			return keys;
		});
	}

	init('middlewares.after', ({ app }) => {
		app.use(settleBeforeAnswering(knex, settling, logger));
	});
	// What is answered after a write is read after it: by then everything that follows is there, so that the answer is the
	// record as it stands. While a write's own transaction is open nothing is settled, and nothing waits for it.
	filter('items.query', async (query, _meta, { database: inside }) => {
		if (!(inside as unknown as Knex).isTransaction) await catchUp(settling.settle);
		return query;
	});

	// What a process that ended, or gave up, has left behind is settled by any that lives.
	schedule('*/10 * * * * *', () => settling.takeUpTheRest());
	// Just after midnight in the United Kingdom, summer (23:05 UTC) or winter: clocks that ran out become missed, the
	// month's returns open, payments fall due.
	schedule('5 0,23 * * *', () => settleNight(knex, logger));
	// What ran out while nothing was running is missed from the first request on.
	init('app.before', () => settleNight(knex, logger));
});
