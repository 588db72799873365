/** The code lists as the database has them. */
import type { Knex } from 'knex';
import type { Code, Lists } from '../../domain/language/code-lists.ts';
import { wholeLists } from '../../domain/language/lists.ts';
import { dayOf } from '../database/day-columns.ts';

/** A value of a list as it is stored. */
export interface StoredCode extends Code {
	id: string;
	list: string;
	/** Nothing where nobody has put it into Welsh; `cy` is the English then. */
	welsh: string | null;
	order: number | null;
	ruled: boolean;
}

const COLUMNS = [
	'id',
	'list',
	'value',
	'code',
	'english',
	'welsh',
	'order',
	'in_use_from',
	'in_use_until',
	'ruled',
] as const;

/** Every value of every list, or of one, in the order in which they are offered. */
export async function readCodes(knex: Knex, list?: string): Promise<StoredCode[]> {
	const rows: Record<string, unknown>[] = await knex('codes')
		.where(list === undefined ? {} : { list })
		.select(COLUMNS)
		.orderBy(['list', 'order', 'value']);
	return rows.map((row) => {
		const english = String(row.english);
		const welsh = row.welsh ? String(row.welsh) : null;
		return {
			id: String(row.id),
			list: String(row.list),
			value: String(row.value),
			code: String(row.code),
			en: english,
			cy: welsh ?? english,
			welsh,
			order: row.order === null ? null : Number(row.order),
			from: dayOf(row.in_use_from),
			until: dayOf(row.in_use_until),
			ruled: Boolean(row.ruled),
		};
	});
}

/** Each list by its own values, as {@link wholeLists} takes them. */
export function listsOf(codes: readonly StoredCode[]): Lists {
	const own = Map.groupBy(codes, ({ list }) => list);
	return wholeLists(
		new Map(
			[...own].map(([list, values]) => [
				list,
				values.map(({ value, code, en, cy, from, until }) => ({ value, code, en, cy, from, until })),
			]),
		),
	);
}

/** What another process has changed is seen after this time at the latest. */
const LONGEST_KNOWN = 2000;
let known: { at: number; lists: Promise<Lists> } | undefined;

/** The lists as they are now. */
export function readLists(knex: Knex): Promise<Lists> {
	const now = Date.now();
	if (known && now - known.at < LONGEST_KNOWN) return known.lists;
	const lists = readCodes(knex).then(listsOf);
	known = { at: now, lists };
	lists.catch(forgetLists);
	return lists;
}

/** Says that a list has been changed here. */
export function forgetLists(): void {
	known = undefined;
}
