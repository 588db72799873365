/** The one reader of journeys: a few by their keys, or a stream of all that are asked for, put together the same way. */
import type { Knex } from 'knex';
import { isSqlite } from '../../database/day-columns.ts';
import { byCursor, byKeys, inPages } from '../../database/in-pages.ts';
import type { Columns, PersonRows } from './columns.ts';
import { peopleQuery, rowsIn } from './people-query.ts';

/** What is read of each person, and what is made of it. */
export interface Reading<Result> {
	columns: Columns;
	of: (rows: PersonRows) => Result;
}

/** Few enough to stay within SQLite's number of parameters. */
const KEYS = 1000;

/** What these referrals come to, in no particular order. */
export async function readJourneys<Result>(
	knex: Knex,
	{ columns, of }: Reading<Result>,
	referrals: readonly string[],
): Promise<Result[]> {
	const found: Result[] = [];
	for (let start = 0; start < referrals.length; start += KEYS) {
		const keys = referrals.slice(start, start + KEYS);
		const people = (await peopleQuery(knex, columns).whereIn('referral.id', keys)) as { text: string }[];
		for (const { text } of people) found.push(of(rowsIn(text, columns)));
	}
	return found;
}

/** With all that hangs on a person, few enough for others to be answered while a page is worked on. */
const PEOPLE = 400;

/** The people of a stream. */
export interface Selection {
	/** Conditions on `referral`, `mentee` and `erasure`. */
	where: (people: Knex.QueryBuilder) => Knex.QueryBuilder;
	/**
	 * Columns that put them in order, none of them ever empty and the last one unique: for the few among many whom an
	 * index leads to. Without, they come in no particular order, which is quickest for nearly everybody.
	 */
	by?: readonly string[];
}

/** As {@link readJourneys}, of everybody selected, with no more than two pages of them in memory. */
export async function* streamJourneys<Result>(
	knex: Knex,
	{ columns, of }: Reading<Result>,
	{ where, by }: Selection,
): AsyncGenerator<Result> {
	const everybody = by === undefined && !isSqlite(knex);
	const query = () => where(peopleQuery(knex, columns, everybody));
	const pages = everybody
		? byCursor(knex, query())
		: by
			? byKeys(knex, query, by, PEOPLE)
			: byKeys(knex, query, ['referral.rowid']);
	for await (const text of inPages(pages)) yield of(rowsIn(text, columns));
}
