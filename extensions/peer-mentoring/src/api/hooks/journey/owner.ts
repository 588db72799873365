import type { Knex } from 'knex';
import { mayTouch, type Caller } from '../../shared/caller.ts';
import { NotYoursError, refused } from '../../shared/errors.ts';
import { uuidIn } from '../../shared/keys.ts';
import { JOURNEY_TABLES } from './tables.ts';

/** Whose a record is, and the referral that it belongs to in the end. */
export interface Owner {
	supplier: string;
	mentor_user: string | null;
	referral: string;
}

/** The owner of a record that is there; refused in one wording where it is missing or not the caller's. */
export async function ownerOf(knex: Knex, collection: string, key: unknown, caller: Caller): Promise<Owner> {
	const owner = await findOwner(knex, collection, key);
	if (!owner || !mayTouch(caller, owner)) throw new NotYoursError();
	return owner;
}

/** As {@link ownerOf}, for the parent that a new record names. */
export async function parentOwner(
	knex: Knex,
	collection: string,
	payload: Record<string, unknown>,
	caller: Caller,
): Promise<Owner & { parent: string }> {
	const parent = JOURNEY_TABLES[collection]?.parent;
	if (!parent) throw new Error(`${collection} has no parent`);
	const key = uuidIn(payload[parent.field]);
	if (key === undefined) {
		throw refused(
			collection,
			parent.field,
			`Choose the ${parent.field.replace('_', ' ')} that this record belongs to.`,
		);
	}
	return { ...(await ownerOf(knex, parent.collection, key, caller)), parent: key };
}

async function findOwner(knex: Knex, collection: string, key: unknown): Promise<Owner | undefined> {
	if (uuidIn(key) === undefined) return undefined;
	const columns = ['supplier', 'mentor_user'];
	if (collection === 'referrals') {
		const row = await knex('referrals').where({ id: key }).first(columns);
		return row && { ...row, referral: key };
	}
	const parent = JOURNEY_TABLES[collection]?.parent;
	if (!parent) return undefined;
	const row = await knex(collection)
		.where({ id: key })
		.first([...columns, `${parent.field} as parent`]);
	if (!row) return undefined;
	const { parent: above, ...own } = row;
	if (parent.collection === 'referrals') return { ...own, referral: above };
	const owner = await findOwner(knex, parent.collection, above);
	return owner && { ...own, referral: owner.referral };
}
