import { nextMentorReference } from '../../../storage/people/mentor-reference.ts';
import { callerOf } from '../../shared/caller.ts';
import { refusal } from '../../shared/errors.ts';
import { uuidIn } from '../../shared/keys.ts';
import type { WriteContext } from '../../shared/ownership.ts';
import type { Payload } from '../../shared/plain-record.ts';

/** A Peer Mentor with a Supplier, a reference, a full name, and a login of the same Supplier or none yet. */
export async function completeMentor(given: Payload, context: WriteContext): Promise<Payload> {
	const knex = context.database;
	const record = { ...given };
	const caller = await callerOf(knex, context.accountability);
	if (!caller.unrestricted) record.supplier = caller.supplier;
	const supplier = uuidIn(record.supplier);
	if (supplier === undefined) throw refusal('peer_mentors', 'supplier', 'supplier_missing');
	const user = uuidIn(record.user);
	if (user !== undefined) {
		const account = await knex('directus_users').where({ id: user }).first('supplier');
		if (!account || (account.supplier !== null && account.supplier !== supplier)) {
			throw refusal('peer_mentors', 'user', 'login_of_other_supplier');
		}
	}
	record.reference ??= await nextMentorReference(knex, supplier);
	record.name = [record.first_name, record.last_name].filter(Boolean).join(' ');
	return record;
}
