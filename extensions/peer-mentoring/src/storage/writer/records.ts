import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { dayColumn, nowColumn } from '../database/day-columns.ts';
import { insertMany } from '../database/insert-many.ts';
import { complete, completeAll, type Row, type Writer } from './complete.ts';

/** Rows that are filled in and written at once. */
const BATCH = 2000;

/**
 * Adds many records as a form would add each: with what the platform fills in. What follows from them is for whoever
 * has added everything to settle.
 * @param done told after each batch how many are there
 */
export async function addRecords(
	knex: Knex,
	collection: string,
	rows: readonly Row[],
	writer: Writer,
	done?: (count: number) => void,
): Promise<void> {
	const recorded = { date_created: nowColumn(knex), user_created: writer.user };
	for (let start = 0; start < rows.length; start += BATCH) {
		const own = rows.slice(start, start + BATCH);
		const writes = own.map((row) => ({ collection, written: known(row), record: row, isNew: true, writer }));
		const filled = await completeAll(knex, writes);
		const batch = own.map((row, index) => ({ ...recorded, ...row, ...columnsOf(knex, filled[index] ?? {}) }));
		await insertMany(knex, collection, batch);
		done?.(start + batch.length);
	}
}

/** Adds rows that only join two records: nobody's doing, and nothing follows from them alone. */
export async function addLinks(knex: Knex, table: string, rows: readonly Row[]): Promise<void> {
	await insertMany(knex, table, rows);
}

/** As {@link addRecords}, of one. */
export async function addRecord(knex: Knex, collection: string, row: Row, writer: Writer): Promise<void> {
	await addRecords(knex, collection, [row], writer);
}

/** Takes away rows that join this record to those. */
export async function removeLinks(
	knex: Knex,
	table: string,
	one: Row,
	others: Record<string, number[]>,
): Promise<void> {
	for (const [column, keys] of Object.entries(others)) await knex(table).where(one).whereIn(column, keys).delete();
}

/** Writes the file of a record on it, which changes nothing of what the record says. */
export async function keepDocument(knex: Knex, collection: string, id: string, document: string): Promise<void> {
	await knex(collection).where({ id }).update({ document });
}

/** Changes many records alike, of whose change nothing else is filled in. What follows is for the caller to settle. */
export async function changeAlike(knex: Knex, collection: string, where: Row, change: Row): Promise<void> {
	await knex(collection).where(where).update(change);
}

/** Changes one record as a form would. @param there the record as it is, or as much of it as the change concerns */
export async function changeRecord(
	knex: Knex,
	collection: string,
	there: Row,
	change: Row,
	writer: Writer,
): Promise<void> {
	const record = { ...there, ...change };
	const write = { collection, written: change, record, isNew: false, before: there, writer };
	const filled = columnsOf(knex, await complete(knex, write));
	await knex(collection)
		.where({ id: there.id })
		.update({ ...change, ...filled, date_updated: nowColumn(knex), user_updated: writer.user });
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What is filled in, as the database keeps it. */
function columnsOf(knex: Knex, filled: Row): Row {
	return Object.fromEntries(
		Object.entries(filled).map(([column, value]) => {
			if (typeof value === 'string' && DAY.test(value)) return [column, dayColumn(knex, value as CalendarDay)];
			return [column, typeof value === 'object' && value !== null ? JSON.stringify(value) : value];
		}),
	);
}

/** What is known of a row: a file has a column for everything, and an empty one says nothing. */
function known(row: Row): Row {
	return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}
