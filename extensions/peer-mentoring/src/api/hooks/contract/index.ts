import { defineHook } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { today } from '../../../domain/today.ts';
import { ensureReturns } from '../../../storage/returns.ts';
import { checkAssignment } from './assignment.ts';
import { checkContract } from './call-off-contract.ts';
import { refuseChange, supplierOfContract, type Context, type Payload } from './ownership.ts';
import { completeMentor } from './peer-mentor.ts';

/** Records that belong to a contract, and through it to a Supplier. */
const OF_CONTRACT = ['fte_assignments', 'spend_entries', 'cost_register_entries', 'ipr_log_entries'];

/** People and contract records: whose they are is written by the server, never taken from the client. */
export default defineHook(({ filter, action }, { database }) => {
	/** Runs a check on every record of an update as it would become. */
	const onUpdate = (
		collection: string,
		check: (change: Payload, record: Payload, context: Context) => Promise<void>,
	) => {
		filter(`${collection}.items.update`, async (payload, meta, context) => {
			const change = { ...(payload as Payload) };
			for (const key of meta.keys) {
				const row = await (context.database as unknown as Knex)(collection).where({ id: key }).first();
				if (row) await check(change, { ...row, ...change, id: key }, context as unknown as Context);
			}
			return change;
		});
	};

	for (const collection of OF_CONTRACT) {
		filter(`${collection}.items.create`, async (payload, _meta, context) => {
			const record = { ...(payload as Payload) };
			record.supplier = await supplierOfContract(context as unknown as Context, collection, record);
			if (collection === 'fte_assignments') record.cpa = await checkAssignment(context as unknown as Context, record);
			return record;
		});
		onUpdate(collection, async (change, record, context) => {
			refuseChange(collection, change, ['supplier', 'contract']);
			if (collection !== 'fte_assignments') return;
			const cpa = await checkAssignment(context, record);
			if ('delivery_area' in change) change.cpa = cpa;
		});
	}

	filter('peer_mentors.items.create', (payload, _meta, context) =>
		completeMentor(payload as Payload, context as unknown as Context),
	);
	onUpdate('peer_mentors', async (change, record, context) => {
		refuseChange('peer_mentors', change, ['supplier', 'reference', 'name']);
		const { name } = await completeMentor(record, context);
		if ('first_name' in change || 'last_name' in change) change.name = name;
	});

	filter('call_off_contracts.items.create', (payload) => {
		checkContract(payload as Payload);
		return payload;
	});
	onUpdate('call_off_contracts', async (_change, record) => checkContract(record));
	for (const event of ['create', 'update']) {
		action(`call_off_contracts.items.${event}`, async () => {
			await ensureReturns(database as unknown as Knex, today());
		});
	}
});
