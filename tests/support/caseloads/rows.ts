/** Generated rows go straight into the tables: no rule of the platform has looked at them. */
import type { Knex } from 'knex';
import { dayOfNumber } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { isSqlite } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';

/** A row with its columns; those that end in `_on` are days, as whole days since 1970. */
export type RawRow = Record<string, string | number | boolean | null>;

/** In an order in which every row finds what it names. */
export const TABLES = [
	'referrals',
	'initial_meetings',
	'mentees',
	'diagnostic_interviews',
	'action_plans',
	'baseline_surveys',
	'sessions',
	'erasures',
] as const;
export type Table = (typeof TABLES)[number];
export type RawCaseload = Record<Table, RawRow[]>;

export function emptyCaseload(): RawCaseload {
	return Object.fromEntries(TABLES.map((table) => [table, [] as RawRow[]])) as RawCaseload;
}

/** Few enough for one statement to stay small in memory. */
const ROWS_AT_ONCE = 5000;
const MILLISECONDS_PER_DAY = 86_400_000;

/** Inserts rows that all have the columns of the first one: one statement, one parameter for thousands of them. */
export async function insertRows(knex: Knex, table: string, rows: readonly RawRow[]): Promise<void> {
	const columns = Object.keys(rows[0] ?? {});
	for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
		const batch = rows.slice(start, start + ROWS_AT_ONCE);
		const named = columns.map((column) => `"${column}"`).join(', ');
		if (isSqlite(knex)) {
			const values = batch.map((row) => columns.map((column) => sqliteValue(column, row[column] ?? null)));
			const picked = columns.map((_, index) => `json_extract(value, '$[${index}]')`).join(', ');
			await knex.raw(`insert into "${table}" (${named}) select ${picked} from json_each(?)`, [JSON.stringify(values)]);
		} else {
			const values = batch.map((row) =>
				Object.fromEntries(columns.map((column) => [column, postgresValue(column, row[column] ?? null)])),
			);
			await knex.raw(
				`insert into "${table}" (${named}) select ${named} from json_populate_recordset(null::"${table}", ?)`,
				[JSON.stringify(values)],
			);
		}
	}
}

export async function insertCaseload(knex: Knex, caseload: RawCaseload): Promise<void> {
	for (const table of TABLES) await insertRows(knex, table, caseload[table]);
}

function sqliteValue(column: string, value: RawRow[string]): RawRow[string] {
	return isDay(column, value) ? value * MILLISECONDS_PER_DAY : value;
}

function postgresValue(column: string, value: RawRow[string]): RawRow[string] {
	return isDay(column, value) ? dayOfNumber(value) : value;
}

function isDay(column: string, value: RawRow[string]): value is number {
	return column.endsWith('_on') && typeof value === 'number';
}
