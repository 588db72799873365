import type { CalendarDay } from '../../../domain/calendar/calendar-day.ts';
import { filterOf, LISTS, type Filter, type ListName, type Narrowing } from '../../../domain/home/lists.ts';

export type Row = Record<string, unknown>;

export interface Query {
	fields?: string[];
	filter?: Filter;
	sort?: string[];
	limit?: number;
	aggregate?: Record<string, string[]>;
	group?: string[];
}

/** Reads records as whoever asks may read them: every count is what the list behind it shows to the same person. */
export interface Reading {
	today: CalendarDay;
	rows: (collection: string, query: Query) => Promise<Row[]>;
	/** How many records a list has; by these fields, where they are given. */
	count: (list: ListName, narrowing?: Narrowing) => Promise<number>;
	countBy: (list: ListName, by: readonly string[]) => Promise<(Row & { count: number })[]>;
}

type ItemsOf = (collection: string) => { readByQuery: (query: never) => Promise<unknown> };

export function readingAs(itemsOf: ItemsOf, today: CalendarDay): Reading {
	const rows: Reading['rows'] = async (collection, query) => {
		return (await itemsOf(collection).readByQuery({ limit: -1, ...query } as never)) as Row[];
	};
	const counted = async (list: ListName, narrowing: Narrowing, group?: string[]) => {
		const { collection } = LISTS[list];
		const filter = filterOf(list, today, narrowing);
		const found = await rows(collection, { filter, aggregate: { count: ['*'] }, ...(group && { group }) });
		return found.map((row) => ({ ...row, count: Number(row.count) }));
	};
	return {
		today,
		rows,
		count: async (list, narrowing = {}) => (await counted(list, narrowing))[0]?.count ?? 0,
		countBy: (list, by) => counted(list, {}, [...by]),
	};
}
