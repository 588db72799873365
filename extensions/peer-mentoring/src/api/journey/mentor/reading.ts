import { today } from '../../../clock/today.ts';
import type { CalendarDay } from '../../../domain/calendar/calendar-day.ts';
import type { Labels } from '../../../storage/language/labels.ts';

export type Row = Record<string, unknown>;

export interface Query {
	fields: string[];
	filter?: object;
	sort?: string[];
	deep?: object;
}

/** Reads records as whoever asks may read them, and says them in their language. */
export interface Reading {
	today: CalendarDay;
	labels: Labels;
	rows: (collection: string, query: Query) => Promise<Row[]>;
}

type ItemsOf = (collection: string) => { readByQuery: (query: never) => Promise<unknown> };

export function readingWith(itemsOf: ItemsOf, labels: Labels): Reading {
	return {
		today: today(),
		labels,
		rows: async (collection, query) =>
			(await itemsOf(collection).readByQuery({ limit: -1, ...query } as never)) as Row[],
	};
}

/** The last session that somebody came to, for `fields` that name `sessions.held_on`. */
export const LAST_SESSION = {
	sessions: { _filter: { attendance: { _eq: 'attended' } }, _sort: ['-held_on'], _limit: 1 },
};

/** A record that was read along with another. */
export function relatedIn(row: Row, field: string): Row | undefined {
	const value = row[field];
	const found = Array.isArray(value) ? value[0] : value;
	return typeof found === 'object' && found !== null ? (found as Row) : undefined;
}
