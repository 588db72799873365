/** The reference data as their files have them and as their tables do: Annex C, Table A and the bank holidays. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { day } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { HolidayList } from '../../extensions/peer-mentoring/src/domain/calendar/holiday-list.ts';
import { codeLists } from '../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import { dayOf } from '../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import type { ContractPackageArea } from '../../seed/reference/annex-c.ts';
import type { Item, Knex } from './directus.ts';
import { root } from './environment.ts';

const file = (name: string) => join(root, 'seed', 'reference', name);

/** The files, by the table whose rows they hold; Annex C has three in one. */
export const FILES = {
	contract_package_areas: file('contract-package-areas.json'),
	service_levels: file('service-levels.json'),
	bank_holidays: file('bank-holidays.json'),
} as const;

export function readReference<Content>(path: string): Content {
	return JSON.parse(readFileSync(path, 'utf8')) as Content;
}

/** A service level of Table A, as its file has it; a name only where it is not that of the code list. */
export interface ServiceLevel {
	id: string;
	name_en?: string;
	name_cy?: string;
	critical: boolean;
	requirement_en: string;
	requirement_cy: string;
	paragraphs: string;
	working_days: number | null;
}

/** A table of reference data, what tells its rows apart, and the rows of the files. */
export interface ReferenceTable {
	table: string;
	key: readonly string[];
	rows: readonly Item[];
}

/** What the files want of each table. */
export function referenceTables(): readonly ReferenceTable[] {
	const cpas: Item[] = [];
	const deliveryAreas: Item[] = [];
	const offices: Item[] = [];
	for (const area of readReference<ContractPackageArea[]>(FILES.contract_package_areas)) {
		cpas.push({
			id: area.cpa,
			name: area.name ?? `CPA${area.cpa} ${area.district}`,
			district: area.district,
			minimum_fte: area.minimum_fte,
			maximum_fte: area.maximum_fte,
			bilingual: area.bilingual,
			note: area.minimum_fte_reading,
		});
		for (const { id, name, name_cy, fte_allocation = allocationOf(area, id), offices: own } of area.delivery_areas) {
			deliveryAreas.push({ id, name, name_cy, cpa: area.cpa, fte_allocation });
			for (const office of own) offices.push({ calendar: area.office_calendar, ...office, delivery_area: id });
		}
	}
	const serviceLevels = readReference<ServiceLevel[]>(FILES.service_levels).map((level) => ({
		id: level.id,
		...serviceLevelNames(level),
		critical: level.critical,
		working_days: level.working_days,
		paragraph: level.paragraphs,
		requirement: level.requirement_en,
		requirement_cy: level.requirement_cy,
	}));
	const holidays = Object.entries(readReference<HolidayList>(FILES.bank_holidays)).flatMap(([calendar, days]) =>
		days.map((each) => ({ calendar, day: day(each) })),
	);
	return [
		{ table: 'contract_package_areas', key: ['id'], rows: cpas },
		{ table: 'delivery_areas', key: ['id'], rows: deliveryAreas },
		{ table: 'jobcentre_offices', key: ['id'], rows: offices },
		{ table: 'service_levels', key: ['id'], rows: serviceLevels },
		{ table: 'bank_holidays', key: ['calendar', 'day'], rows: holidays },
	];
}

export async function storedRows(knex: Knex, table: string): Promise<Item[]> {
	const rows: Item[] = await knex(table).select('*');
	return rows.map((row) => ('day' in row ? { ...row, day: dayOf(row.day) } : row));
}

/** A stored value as the file would write it: drivers give decimals as texts and truth as numbers. */
export function asIn(files: unknown, stored: unknown): unknown {
	if (stored === null || stored === undefined) return null;
	if (typeof files === 'boolean') return Boolean(Number(stored));
	if (typeof files === 'number') return Number(stored);
	if (typeof stored === 'string' && typeof files === 'object' && files !== null) return JSON.parse(stored);
	return stored;
}

function serviceLevelNames({ id, name_en, name_cy }: ServiceLevel): Item {
	const name = codeLists.service_level.find(({ value }) => value === id);
	return { name_en: name_en ?? name?.en, name_cy: name_cy ?? name?.cy };
}

/** The minimum that Annex C prints in brackets for the area, or for a group of areas that it belongs to. */
function allocationOf(area: ContractPackageArea, id: string): string | null {
	const allocation = area.minimum_allocations.find((each) => each.delivery_areas.includes(id));
	if (!allocation) return null;
	const names = area.delivery_areas
		.filter((each) => allocation.delivery_areas.includes(each.id))
		.map((each) => each.name);
	return `${allocation.fte} FTE: ${names.join(', ')}`;
}
