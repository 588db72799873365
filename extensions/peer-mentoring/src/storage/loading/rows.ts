/** Reading, comparing and writing many rows, alike on both databases. */
import type { Knex } from 'knex';
import { addRecords, changeRecord } from '../writer/records.ts';
import type { Loading } from './context.ts';

export type Row = Record<string, unknown>;

/** Keys that fit into one condition. */
const PAGE = 1000;

/** The keys of a long list, as many at a time as fit into one condition. */
export function* inBatches(keys: readonly string[], size = PAGE): Generator<string[]> {
	for (let start = 0; start < keys.length; start += size) yield keys.slice(start, start + size);
}

/** Adds many records of one collection through the writer, which tells how far it is. */
export async function addAll(
	{ knex, writer, tell, onlyCounts }: Loading,
	collection: string,
	rows: readonly Row[],
): Promise<void> {
	if (onlyCounts) return;
	const progress = (done: number) => tell({ step: 'writing', done, of: rows.length });
	await addRecords(knex, collection, rows, writer, rows.length > PAGE ? progress : undefined);
}

export async function change(
	{ knex, writer, onlyCounts }: Loading,
	collection: string,
	there: Row,
	changes: Row,
): Promise<void> {
	if (onlyCounts) return;
	await changeRecord(knex, collection, there, changes, writer);
}

/** The rows whose `column` is one of `keys`. */
export async function rowsWhere(
	knex: Knex,
	table: string,
	column: string,
	keys: readonly string[],
	columns: readonly string[],
): Promise<Row[]> {
	const rows: Row[] = [];
	for (const page of inBatches(keys)) {
		for (const row of await knex(table).whereIn(column, page).select(columns)) rows.push(row);
	}
	return rows;
}

/** The part of `wanted` that is known and differs from `found`; unknown values leave what is there. */
export function changesTo(found: Row, wanted: Row): Row {
	return Object.fromEntries(
		Object.entries(wanted).filter(([column, value]) => value !== null && !same(value, found[column])),
	);
}

/** PostgreSQL gives decimals and large numbers as text, days as dates and JSON as objects. */
function same(wanted: unknown, found: unknown): boolean {
	if (found === null || found === undefined) return false;
	if (typeof wanted === 'number') return Number(found) === wanted;
	if (found instanceof Date) return found.toISOString().slice(0, 10) === wanted;
	return (typeof found === 'object' ? JSON.stringify(found) : String(found)) === wanted;
}
