import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { day, type CalendarDay } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { codeLists } from '../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import { dayColumn, dayOf } from '../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { contractPackageAreas } from '../../seed/reference/annex-c.ts';
import type { Item, Knex } from './directus.ts';
import { root } from './environment.ts';
import { reconcile, type Chosen, type Entry, type Settled } from './three-ways/entries.ts';
import { alike } from './three-ways/merge.ts';
import type { Pushed } from './three-ways/pushed.ts';

function read<Content>(name: string): Content {
	return JSON.parse(readFileSync(join(root, 'seed', 'reference', name), 'utf8')) as Content;
}

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
	const cpas: Item[] = [];
	const deliveryAreas: Item[] = [];
	const offices: Item[] = [];
	for (const area of contractPackageAreas) {
		cpas.push({
			id: area.cpa,
			name: `CPA${area.cpa} ${area.district}`,
			district: area.district,
			minimum_fte: area.minimum_fte,
			maximum_fte: area.maximum_fte,
			bilingual: area.bilingual,
			note: area.minimum_fte_reading,
		});
		for (const { id, name, name_cy, offices: own } of area.delivery_areas) {
			deliveryAreas.push({ id, name, name_cy, cpa: area.cpa, fte_allocation: allocationOf(area, id) });
			for (const office of own) offices.push({ ...office, delivery_area: id, calendar: area.office_calendar });
		}
	}
	const serviceLevels = read<Item[]>('service-levels.json').map((level) => ({
		id: level.id,
		...serviceLevelNames(level.id),
		critical: level.critical,
		working_days: level.working_days,
		paragraph: level.paragraphs,
		requirement: level.requirement_en,
		requirement_cy: level.requirement_cy,
	}));
	const holidays = Object.entries(read<Record<string, string[]>>('bank-holidays.json')).flatMap(([calendar, days]) =>
		days.map((each) => ({ calendar, day: day(each) })),
	);
	const tables: readonly ReferenceTable[] = [
		{ table: 'contract_package_areas', key: ['id'], rows: cpas },
		{ table: 'delivery_areas', key: ['id'], rows: deliveryAreas },
		{ table: 'jobcentre_offices', key: ['id'], rows: offices },
		{ table: 'service_levels', key: ['id'], rows: serviceLevels },
		{ table: 'bank_holidays', key: ['calendar', 'day'], rows: holidays },
	];
	return knex.transaction(async (transaction) => {
		// Earlier versions had the two parts of 'Interventions' as levels of their own.
		const ids = serviceLevels.map(({ id }) => id as string);
		await transaction('service_levels').whereNotIn('id', ids).delete();
		return settleTables(transaction, tables, before, choiceOf);
	});
}

/** A table of reference data, what tells its rows apart, and the rows of the files. */
interface ReferenceTable {
	table: string;
	key: readonly string[];
	rows: readonly Item[];
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

async function storedRows(knex: Knex, table: string): Promise<Item[]> {
	const rows: Item[] = await knex(table).select('*');
	return rows.map((row) => ('day' in row ? { ...row, day: dayOf(row.day) } : row));
}

/** A stored value as the file would write it: drivers give decimals as texts and truth as numbers. */
function asIn(files: unknown, stored: unknown): unknown {
	if (stored === null || stored === undefined) return null;
	if (typeof files === 'boolean') return Boolean(Number(stored));
	if (typeof files === 'number') return Number(stored);
	if (typeof stored === 'string' && typeof files === 'object' && files !== null) return JSON.parse(stored);
	return stored;
}

function serviceLevelNames(id: unknown): Item {
	const name = codeLists.service_level.find(({ value }) => value === id);
	return { name_en: name?.en, name_cy: name?.cy };
}

/** The minimum that Annex C prints in brackets for the area, or for a group of areas that it belongs to. */
function allocationOf(area: (typeof contractPackageAreas)[number], id: string): string | null {
	const allocation = area.minimum_allocations.find((each) => each.delivery_areas.includes(id));
	if (!allocation) return null;
	const names = area.delivery_areas
		.filter((each) => allocation.delivery_areas.includes(each.id))
		.map((each) => each.name);
	return `${allocation.fte} FTE: ${names.join(', ')}`;
}
