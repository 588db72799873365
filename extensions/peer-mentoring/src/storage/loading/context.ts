import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { Fault, FaultCode } from '../../import/faults.ts';
import type { Source } from '../../import/cells.ts';
import { nowColumn } from '../day-columns.ts';

export type Row = Record<string, unknown>;

/** How many rows of one form were new, changed, or already there as given. */
export interface Counts {
	created: number;
	updated: number;
	unchanged: number;
}

/** Something that was left out on purpose, for the person who loads the files. Never a personal value. */
export interface Notice extends Source {
	column: string;
	message: string;
}

/** One load: everything it writes goes through `knex`, which is a transaction. */
export class Loading {
	readonly knex: Knex;
	readonly today: CalendarDay;
	/** Who loads, for `user_created`; `null` for the platform itself. */
	readonly user: string | null;
	/** The one Supplier whose records may be written; `null` where every Supplier's may. */
	readonly supplier: string | null;
	readonly faults: Fault[] = [];
	readonly notices: Notice[] = [];
	/** Referrals whose clocks follow from what was written. */
	readonly touched = new Set<string>();

	constructor(options: { knex: Knex; today: CalendarDay; user: string | null; supplier: string | null }) {
		this.knex = options.knex;
		this.today = options.today;
		this.user = options.user;
		this.supplier = options.supplier;
	}

	fault(source: Source, column: string, code: FaultCode, message: string): void {
		this.faults.push({ ...source, column, code, message });
	}

	/** The columns that say who recorded a row and when. */
	recorded(): Row {
		return { date_created: nowColumn(this.knex), user_created: this.user };
	}

	changed(): Row {
		return { date_updated: nowColumn(this.knex), user_updated: this.user };
	}
}

/** Rows that fit into one statement on SQLite whatever their number of columns. */
const BATCH = 200;

/** Inserts rows that may differ in the columns they name. */
export async function insertAll(knex: Knex, table: string, rows: Row[]): Promise<void> {
	if (rows.length > 0) await knex.batchInsert(table, rows, BATCH);
}

/** The part of `wanted` that is known and differs from `found`; unknown values leave what is there. */
export function changesTo(found: Row, wanted: Row): Row {
	return Object.fromEntries(
		Object.entries(wanted).filter(
			([column, value]) => value !== null && comparable(value) !== comparable(found[column]),
		),
	);
}

/** PostgreSQL gives large numbers and decimals as text, JSON as objects; SQLite gives ticks as 0 and 1. */
function comparable(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (value instanceof Date) return value.toISOString().slice(0, 10);
	if (typeof value === 'boolean') return value ? '1' : '0';
	if (typeof value === 'object') return JSON.stringify(value);
	const text = String(value);
	return /^-?\d+(\.\d+)?$/.test(text) ? String(Number(text)) : text;
}
