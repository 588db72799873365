import type { Knex } from 'knex';
import { callerOf, mayTouch, type Accountability } from '../../shared/caller.ts';
import { uuidIn } from '../../shared/keys.ts';
import { NotYoursError, refused } from '../../shared/errors.ts';

export type Payload = Record<string, unknown>;

export interface Context {
	database: Knex;
	accountability: Accountability;
}

/** The Supplier of the contract that a new record names; refused where it is missing or another Supplier's. */
export async function supplierOfContract(context: Context, collection: string, record: Payload): Promise<string> {
	const id = uuidIn(record.contract);
	if (id === undefined) throw refused(collection, 'contract', 'Choose the Call-Off Contract.');
	const contract = await context.database('call_off_contracts').where({ id }).first('supplier');
	const caller = await callerOf(context.database, context.accountability);
	if (!contract || !mayTouch(caller, contract)) throw new NotYoursError();
	return contract.supplier;
}

/** Refuses a change of fields that are set once. */
export function refuseChange(collection: string, change: Payload, fields: readonly string[]): void {
	const changed = fields.find((field) => field in change);
	if (changed) throw refused(collection, changed, `${changed} cannot be changed once the record is there.`);
}
