import type { Knex } from 'knex';
import { JOURNEY_TREE } from '../../../../storage/journey/journey-tree.ts';
import { isSqlite } from '../../../../storage/database/day-columns.ts';
import { lockInOrder } from '../../../../storage/database/locks.ts';
import { mayTouch, type Caller } from '../../../shared/caller.ts';
import { NotYoursError, refusal } from '../../../shared/errors.ts';
import { uuidIn } from '../../../../storage/database/keys.ts';

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

/** As {@link ownerOf}, for the nearest parent that a new record names. */
export async function parentOwner(
	knex: Knex,
	collection: string,
	payload: Record<string, unknown>,
	caller: Caller,
): Promise<Owner> {
	const parents = JOURNEY_TREE[collection] ?? [];
	for (const { field, collection: above } of parents) {
		const key = uuidIn(payload[field]);
		if (key !== undefined) return ownerOf(knex, above, key, caller);
	}
	throw refusal(collection, parents[0]?.field ?? 'referral', 'parent_missing');
}

/**
 * Waits until nobody else writes about the people whom these records are about, and keeps others waiting until this write
 * ends: what one record is held against may stand in another of the same person.
 */
export async function lockPeopleOf(
	knex: Knex,
	collection: string,
	keys: readonly unknown[],
	caller: Caller,
): Promise<void> {
	if (isSqlite(knex)) return;
	const referrals: string[] = [];
	for (const key of keys) referrals.push((await ownerOf(knex, collection, key, caller)).referral);
	await lockInOrder(knex, 'referral', referrals);
}

async function findOwner(knex: Knex, collection: string, key: unknown): Promise<Owner | undefined> {
	if (uuidIn(key) === undefined) return undefined;
	const columns = ['supplier', 'mentor_user'];
	const parent = JOURNEY_TREE[collection]?.at(-1);
	if (!parent) {
		const row = await knex('referrals').where({ id: key }).first(columns);
		return row && { ...row, referral: key };
	}
	const row = await knex(collection)
		.where({ id: key })
		.first([...columns, `${parent.field} as parent`]);
	if (!row) return undefined;
	const { parent: above, ...own } = row;
	if (parent.collection === 'referrals') return { ...own, referral: above };
	const owner = await findOwner(knex, parent.collection, above);
	return owner && { ...own, referral: owner.referral };
}
