/** What there is to know of people who have been erased, or are about to be (2.25). */
import type { Knex } from 'knex';
import { ERASURES, PERSON, type Link } from '../../domain/privacy/personal-data.ts';
import { isSqlite } from '../database/day-columns.ts';
import { personalFields, referralsOf, type Key, type Overview, type PersonRows } from './personal-data.ts';

/** Whether any of these rows belongs to somebody who has been erased. */
export async function isErased(
	knex: Knex,
	links: readonly Link[],
	collection: string,
	keys: readonly Key[],
): Promise<boolean> {
	// Hardly anybody ever is: one look, and a write goes its way.
	if (!(await knex(ERASURES).first('id'))) return false;
	const referrals = await referralsOf(knex, links, collection, keys);
	return (await knex(ERASURES).whereIn('referral', referrals).first('id')) !== undefined;
}

/** What the record of a person says of them in a few words: names, numbers and addresses, to look for elsewhere. */
export async function wordsOfPerson(knex: Knex, overview: Overview, rows: PersonRows): Promise<string[]> {
	const fieldsOf = await personalFields(knex, overview);
	const words = new Set<string>();
	for (const collection of [PERSON, 'mentees']) {
		const named = fieldsOf(collection).filter(({ field }) => IDENTIFYING.includes(field));
		const found = await knex(collection)
			.whereIn('id', rows.get(collection) ?? [])
			.select(named.map(({ field }) => field));
		for (const value of found.flatMap((row) => Object.values(row))) if (value) words.add(String(value));
	}
	return [...words];
}

const IDENTIFYING = ['first_name', 'last_name', 'name', 'phone', 'email', 'nino', 'reference'];

/** Folds what was written before the erasure out of SQLite's journal, which keeps it until then. */
export async function foldJournal(knex: Knex): Promise<void> {
	if (isSqlite(knex)) await knex.raw('pragma wal_checkpoint(truncate)');
}
