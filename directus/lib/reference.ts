import { randomUUID } from 'node:crypto';
import type { CalendarDay } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { dayColumn } from '../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import type { Item, Knex } from './directus.ts';
import { asIn, referenceTables, storedRows, type ReferenceTable } from './reference-rows.ts';
import { reconcile, type Chosen, type Entry, type Settled } from './three-ways/entries.ts';
import { alike } from './three-ways/merge.ts';
import type { Pushed } from './three-ways/pushed.ts';

const PREFIX = 'reference ';

/** Whether an entry of what was pushed is one of the reference data. */
export function isReference(id: string): boolean {
	return id.startsWith(PREFIX);
}

/**
 * Annex C, Table A and the bank holidays: what is missing is added, what the files have changed is corrected. What was
 * changed or removed in the Studio stays so.
 */
export async function loadReferenceData(knex: Knex, before: Pushed, choiceOf: Chosen): Promise<Settled> {
	return knex.transaction(async (transaction) => {
		// Earlier versions had the two parts of 'Interventions' as levels of their own.
		await transaction('service_levels').whereIn('id', ['four_sessions', 'eight_sessions']).delete();
		return settleTables(transaction, referenceTables(), before, choiceOf);
	});
}

async function settleTables(
	knex: Knex,
	tables: readonly ReferenceTable[],
	before: Pushed,
	choiceOf: Chosen,
): Promise<Settled> {
	const entries: Entry[] = [];
	const rowsById = new Map<string, { table: string; there: Item | undefined }>();
	for (const { table, key, rows } of tables) {
		const nameOf = (row: Item) => [table, ...key.map((field) => row[field])].join(' ');
		const present = new Map((await storedRows(knex, table)).map((row) => [nameOf(row), row]));
		for (const files of rows) {
			const label = nameOf(files);
			const there = present.get(label);
			rowsById.set(PREFIX + label, { table, there });
			const studio =
				there && Object.fromEntries(Object.keys(files).map((name) => [name, asIn(files[name], there[name])]));
			entries.push({ id: PREFIX + label, label, files, studio });
		}
	}
	const settled = reconcile(entries, before, choiceOf);
	for (const [id, value] of settled.values) {
		const { table, there } = rowsById.get(id) as { table: string; there: Item | undefined };
		const row = typeof value.day === 'string' ? { ...value, day: dayColumn(knex, value.day as CalendarDay) } : value;
		if (!there) await knex(table).insert({ ...(value.id === undefined && { id: randomUUID() }), ...row });
		else if (Object.keys(value).some((name) => !alike(value[name], asIn(value[name], there[name])))) {
			await knex(table).where({ id: there.id }).update(row);
		}
	}
	return settled;
}
