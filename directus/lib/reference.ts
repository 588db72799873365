import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { day } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { codeLists } from '../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import { dayColumn, dayOf } from '../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { contractPackageAreas } from '../../seed/reference/annex-c.ts';
import type { Item, Knex } from './directus.ts';
import { root } from './environment.ts';

function read<Content>(name: string): Content {
	return JSON.parse(readFileSync(join(root, 'seed', 'reference', name), 'utf8')) as Content;
}

/** Annex C, Table A and the bank holidays: what is missing is added, what differs is corrected, nothing is removed. */
export async function loadReferenceData(knex: Knex): Promise<void> {
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
	await knex.transaction(async (transaction) => {
		await upsert(transaction, 'contract_package_areas', cpas);
		await upsert(transaction, 'delivery_areas', deliveryAreas);
		await upsert(transaction, 'jobcentre_offices', offices);
		await upsert(transaction, 'service_levels', serviceLevels);
		// Earlier versions had the two parts of 'Interventions' as levels of their own.
		const ids = serviceLevels.map(({ id }) => id as string);
		await transaction('service_levels').whereNotIn('id', ids).delete();
		await addBankHolidays(transaction);
	});
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

async function upsert(knex: Knex, table: string, rows: Item[]): Promise<void> {
	await knex(table).insert(rows).onConflict('id').merge();
}

async function addBankHolidays(knex: Knex): Promise<void> {
	const present = await knex('bank_holidays').select('calendar', 'day');
	const known = new Set(present.map((row) => `${row.calendar} ${dayOf(row.day)}`));
	const rows = Object.entries(read<Record<string, string[]>>('bank-holidays.json'))
		.flatMap(([calendar, days]) => days.map((each) => ({ calendar, day: each })))
		.filter(({ calendar, day }) => !known.has(`${calendar} ${day}`))
		.map((row) => ({ id: randomUUID(), calendar: row.calendar, day: dayColumn(knex, day(row.day)) }));
	if (rows.length > 0) await knex('bank_holidays').insert(rows);
}
