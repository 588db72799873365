import type { Knex } from 'knex';
import { isSqlite } from './day-columns.ts';

type Row = Record<string, unknown>;

/** Rows of one statement: many, and few enough for its text to stay small in memory. */
const AT_ONCE = 2000;

/**
 * Inserts many rows with one parameter a statement: to name every value of every row costs both knex and the database
 * more than the rows themselves. A column that some of the rows do not name has its default there.
 */
export async function insertMany(knex: Knex, table: string, rows: readonly Row[]): Promise<void> {
	// A statement in SQL of our own encrypts nothing by itself: where fields are encrypted, the connection knows how.
	const { sealedRow } = knex.client.config as { sealedRow?: (row: Row) => Row };
	const stored = sealedRow ? rows.map(sealedRow) : rows;
	for (const alike of Map.groupBy(stored, (row) => Object.keys(row).sort().join()).values()) {
		const columns = Object.keys(alike[0] ?? {});
		for (let start = 0; start < alike.length; start += AT_ONCE) {
			const batch = alike.slice(start, start + AT_ONCE);
			await (isSqlite(knex) ? intoSqlite : intoPostgres)(knex, table, columns, batch);
		}
	}
}

type Insert = (knex: Knex, table: string, columns: readonly string[], rows: readonly Row[]) => Promise<void>;

const places = (columns: readonly string[]) => columns.map(() => '??').join(', ');

const intoSqlite: Insert = async (knex, table, columns, rows) => {
	const picked = columns.map((_, index) => `json_extract(value, '$[${index}]')`).join(', ');
	const values = rows.map((row) => columns.map((column) => sqliteValue(row[column])));
	await knex.raw(`insert into ?? (${places(columns)}) select ${picked} from json_each(?)`, [
		table,
		...columns,
		JSON.stringify(values),
	]);
};

const intoPostgres: Insert = async (knex, table, columns, rows) => {
	const json = await jsonColumns(knex, table);
	// A text that is JSON goes into such a column as what it says, not as a text.
	const valueOf = (column: string, value: unknown) =>
		typeof value === 'string' && json.has(column) ? JSON.parse(value) : (value ?? null);
	const values = rows.map((row) => Object.fromEntries(columns.map((column) => [column, valueOf(column, row[column])])));
	await knex.raw(
		`insert into ?? (${places(columns)}) select ${places(columns)} from json_populate_recordset(null::??, ?)`,
		[table, ...columns, ...columns, table, JSON.stringify(values)],
	);
};

/** By table; the model of a database that is served does not change. */
const jsonIn = new Map<string, ReadonlySet<string>>();

async function jsonColumns(knex: Knex, table: string): Promise<ReadonlySet<string>> {
	const found =
		jsonIn.get(table) ??
		new Set(
			Object.entries(await knex(table).columnInfo())
				.filter(([, { type }]) => type.startsWith('json'))
				.map(([column]) => column),
		);
	jsonIn.set(table, found);
	return found;
}

/** JSON knows no moments; SQLite has numbers for booleans. */
function sqliteValue(value: unknown): unknown {
	if (value instanceof Date) return value.getTime();
	return typeof value === 'boolean' ? Number(value) : (value ?? null);
}
