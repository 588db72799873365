import type { Knex } from 'knex';
import { isSqlite } from '../../database/day-columns.ts';
import { JOURNEY_TREE } from '../journey-tree.ts';
import { SINGLE, type Columns, type PersonRows, type Row } from './columns.ts';

type Value = string | number | boolean | null;

/**
 * Each person as one JSON text, with the rows that hang on them as lists inside: a driver makes a value of every cell of
 * a row, at many times the cost of parsing it. Conditions may be put on `referral`, `mentee` and `erasure`.
 * @param grouped makes each list for everybody at once, which PostgreSQL does quicker where nearly everybody is wanted;
 * otherwise they are looked up for each person by the index of their parent
 */
export function peopleQuery(knex: Knex, columns: Columns, grouped = false): Knex.QueryBuilder {
	const { array, list } = isSqlite(knex) ? SQLITE : POSTGRES;
	const query = knex('referrals as referral')
		.leftJoin('mentees as mentee', 'mentee.referral', 'referral.id')
		.leftJoin('erasures as erasure', 'erasure.referral', 'referral.id');
	const parts = Object.entries(columns).map(([table, own]) => {
		const single = SINGLE[table];
		if (single !== undefined) return `${array}(${own.map((column) => `${single}.${column}`).join(', ')})`;
		const parent = parentOf(table);
		const rows = `${list}(${array}(${own.join(', ')}))`;
		if (!grouped) return `(select ${rows} from ${table} where ${table}.${parent} = ${parent}.id)`;
		query.joinRaw(
			`left join (select ${parent}, ${rows} as list from ${table} group by ${parent}) ${table} on ${table}.${parent} = ${parent}.id`,
		);
		return `${table}.list`;
	});
	return query.select(knex.raw(`${array}(${parts.join(', ')})${isSqlite(knex) ? '' : '::text'} as text`));
}

const SQLITE = { array: 'json_array', list: 'json_group_array' };
const POSTGRES = { array: 'json_build_array', list: 'json_agg' };

/** The parent by which every row of a table is found. */
function parentOf(table: string): string {
	const parent = JOURNEY_TREE[table]?.at(-1);
	if (!parent) throw new Error(`${table} does not hang on a person`);
	return parent.field;
}

/** The rows in a text of {@link peopleQuery}. */
export function rowsIn(text: string, columns: Columns): PersonRows {
	const parts = JSON.parse(text) as (Value[] | Value[][] | null)[];
	const person: Record<string, Row[]> = {};
	let part = 0;
	for (const table in columns) {
		const own = columns[table] as readonly string[];
		const found = parts[part++] ?? [];
		// Where there is no such row, its key is nothing; and PostgreSQL makes no list of none.
		if (table in SINGLE) person[table] = found[0] === null ? [] : [rowOf(found as Value[], own)];
		else person[table] = (found as Value[][]).map((values) => rowOf(values, own));
	}
	return person;
}

function rowOf(values: Value[], columns: readonly string[]): Row {
	const row: Record<string, unknown> = {};
	for (let index = 0; index < columns.length; index++) row[columns[index] as string] = values[index];
	return row;
}
