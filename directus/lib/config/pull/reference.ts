/** The reference data of the database as the content of their files: changed, added or removed in the Studio. */
import { isDeepStrictEqual } from 'node:util';
import type { HolidayList } from '../../../../extensions/peer-mentoring/src/domain/calendar/holiday-list.ts';
import type { ContractPackageArea } from '../../../../seed/reference/annex-c.ts';
import type { Item, Knex } from '../../directus.ts';
import { asIn, FILES, readReference, referenceTables, storedRows } from '../../reference-rows.ts';
import { alike } from '../../three-ways/merge.ts';
import type { FileChange } from './files.ts';

type Rows = Map<unknown, Item>;

/** The files whose content is another now. Where a table was never filled, its file stays. */
export async function pulledReference(knex: Knex): Promise<FileChange[]> {
	const tables = new Map<string, Table>();
	for (const { table, rows } of referenceTables()) tables.set(table, new Table(rows, await storedRows(knex, table)));
	const contents = { contract_package_areas: annexC, service_levels: serviceLevels, bank_holidays: holidays };
	return Object.entries(contents).flatMap(([name, contentOf]) => {
		if (tables.get(name)?.stored.size === 0) return [];
		const path = FILES[name as keyof typeof FILES];
		const content = contentOf((table) => tables.get(table) as Table);
		return isDeepStrictEqual(content, readReference(path)) ? [] : [{ path, content, json: true }];
	});
}

type Tables = (name: string) => Table;

/** What the files want of a table, and what it has. */
class Table {
	readonly wanted: Rows;
	readonly stored: Rows;
	private readonly example: Item;

	constructor(wanted: readonly Item[], stored: readonly Item[]) {
		this.wanted = new Map(wanted.map((row) => [row.id, row]));
		this.stored = new Map(stored.map((row) => [row.id, row]));
		this.example = wanted[0] ?? {};
	}

	/** What differs from the files in one row, under the names of the file. @param names by column */
	changes(id: unknown, names: Readonly<Record<string, string>>): Item {
		const [wanted, stored] = [this.wanted.get(id), this.stored.get(id) as Item];
		const changed = Object.entries(names).filter(([column]) => {
			return !wanted || !alike(wanted[column], asIn(wanted[column], stored[column]));
		});
		const value = (column: string) => asIn((wanted ?? this.example)[column], stored[column]);
		return Object.fromEntries(changed.map(([column, name]) => [name, value(column)]));
	}

	/** Entries of a file that are still there, then what is new among the rows, each as it is now. */
	entries<Entry extends { id: unknown }>(
		file: readonly Entry[],
		names: Readonly<Record<string, string>>,
		isOwn: (row: Item) => boolean = () => true,
	): (Entry & Item)[] {
		const own = [...this.stored.values()].filter(isOwn).map(({ id }) => id);
		const known = file.filter(({ id }) => own.includes(id));
		const added = own.filter((id) => !file.some((entry) => entry.id === id)).sort();
		return [...known, ...added.map((id) => ({ id }) as Entry)].map((entry) => ({
			...entry,
			...this.changes(entry.id, names),
		}));
	}
}

const itself = (...columns: string[]) => Object.fromEntries(columns.map((column) => [column, column]));

function annexC(table: Tables): Item[] {
	const file = readReference<ContractPackageArea[]>(FILES.contract_package_areas);
	const areas = file.flatMap(({ delivery_areas }) => delivery_areas);
	const offices = areas.flatMap((area) => area.offices);
	const names = {
		...itself('name', 'district', 'minimum_fte', 'maximum_fte', 'bilingual'),
		note: 'minimum_fte_reading',
	};
	const blank = { district_cy: null, minimum_fte_printed: null, office_calendar: 'england-and-wales' };
	return table('contract_package_areas')
		.entries(
			file.map((area) => ({ id: area.cpa, area })),
			names,
		)
		.map(({ id, area, ...changed }) => ({
			...(area ?? { cpa: id, ...blank, minimum_allocations: [] }),
			...changed,
			delivery_areas: table('delivery_areas')
				.entries(
					ordered(areas, area?.delivery_areas),
					itself('name', 'name_cy', 'fte_allocation'),
					(row) => row.cpa === id,
				)
				.map((own) => ({
					...own,
					offices: table('jobcentre_offices').entries(
						ordered(offices, own.offices),
						itself('name', 'name_cy', 'name_printed', 'calendar'),
						(row) => row.delivery_area === own.id,
					),
				})),
		}));
}

/** Its own first: what has moved to another place takes what its file says with it. */
function ordered<Entry>(all: readonly Entry[], own: readonly Entry[] = []): Entry[] {
	return [...own, ...all.filter((each) => !own.includes(each))];
}

function serviceLevels(table: Tables): Item[] {
	const names = {
		...itself('name_en', 'name_cy', 'critical', 'working_days', 'requirement_cy'),
		paragraph: 'paragraphs',
		requirement: 'requirement_en',
	};
	return table('service_levels').entries(readReference<{ id: string }[]>(FILES.service_levels), names);
}

/** Days have no key of their own in the files. */
function holidays(table: Tables): Item {
	const file = readReference<HolidayList>(FILES.bank_holidays);
	const stored = Map.groupBy(table('bank_holidays').stored.values(), ({ calendar }) => String(calendar));
	const calendars = new Set([...Object.keys(file), ...stored.keys()]);
	return Object.fromEntries(
		[...calendars].map((calendar) => [calendar, (stored.get(calendar) ?? []).map(({ day }) => day).sort()]),
	);
}
