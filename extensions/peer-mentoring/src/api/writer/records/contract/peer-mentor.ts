import { callerOf } from '../../../shared/caller.ts';
import { refusal } from '../../../shared/errors.ts';
import { uuidIn } from '../../../../storage/database/keys.ts';
import { roleAndSupplierOf } from '../../../../storage/platform/accounts.ts';
import type { WriteContext } from '../../../shared/ownership.ts';
import type { Payload } from '../../../shared/plain-record.ts';

/** What hangs on no contract belongs to the Supplier of whoever adds it. */
export async function ofOwnSupplier(collection: string, given: Payload, context: WriteContext): Promise<Payload> {
	const caller = await callerOf(context.database, context.accountability);
	const record = { ...given, ...(caller.unrestricted ? {} : { supplier: caller.supplier }) };
	if (uuidIn(record.supplier) === undefined) throw refusal(collection, 'supplier', 'supplier_missing');
	return record;
}

/** A new Peer Mentor, with a login of the same Supplier. */
export async function ownMentor(given: Payload, context: WriteContext): Promise<Payload> {
	const record = await ofOwnSupplier('peer_mentors', given, context);
	await refuseLogin(record, context);
	return record;
}

/** Refuses a login of another Supplier. */
export async function refuseLogin(record: Payload, { database: knex }: WriteContext): Promise<void> {
	const user = uuidIn(record.user);
	if (user === undefined) return;
	const account = await roleAndSupplierOf(knex, user);
	if (!account || (account.supplier !== null && account.supplier !== uuidIn(record.supplier))) {
		throw refusal('peer_mentors', 'user', 'login_of_other_supplier');
	}
}
