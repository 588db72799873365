import type { Knex } from 'knex';
import type { CalendarDay, CalendarMonth } from '../../domain/calendar/calendar-day.ts';
import type { CodeOf } from '../../domain/language/code-lists.ts';
import {
	reportingOf,
	SPEND_OF,
	type PeriodicEntry,
	type PeriodicKind,
	type Reporting,
	type Period,
} from '../../domain/returns/periodic/periodic.ts';
import { dayOf, momentOf } from '../database/day-columns.ts';

export type EntryTable = 'spend_entries' | 'cost_register_entries' | 'ipr_log_entries';

/** Where the entries of each return are, and the column that dates them. */
export const ENTRIES: Readonly<Record<PeriodicKind, { table: EntryTable; dated: 'spent_on' | 'dated_on' }>> = {
	subcontractor_spend: { table: 'spend_entries', dated: 'spent_on' },
	sme_spend: { table: 'spend_entries', dated: 'spent_on' },
	contract_cost_register: { table: 'cost_register_entries', dated: 'dated_on' },
	ipr_log: { table: 'ipr_log_entries', dated: 'dated_on' },
};

export const ENTRY_TABLES: readonly EntryTable[] = ['spend_entries', 'cost_register_entries', 'ipr_log_entries'];

/** A quarterly or six-monthly return (3.8). */
export interface StoredPeriodicReturn {
	id: string;
	contract: string;
	supplier: string;
	kind: PeriodicKind;
	/** The month with whose PMI it goes. */
	month: CalendarMonth;
	period: Period;
	due_on: CalendarDay;
	nil_declared: boolean;
	declared_on: CalendarDay | null;
	status: CodeOf<'periodic_status'>;
	/** The moment at which that PMI was submitted; `null` until then. */
	sent_at: number | null;
	/** The day on which that PMI was sent through Jaggaer, as far as that is on record. */
	sent_on: CalendarDay | null;
}

/** An entry with its row, and the return that reports it, where there is one yet. */
export interface StoredEntry extends PeriodicEntry {
	id: string;
	row: Record<string, unknown>;
	reporting: Reporting | undefined;
}

/** Every entry of a contract that returns of one kind report, in the order of their days. @param returns all of the contract's */
export async function readEntries(
	knex: Knex,
	contract: string,
	kind: PeriodicKind,
	returns: readonly StoredPeriodicReturn[],
): Promise<StoredEntry[]> {
	const { table, dated } = ENTRIES[kind];
	const spend = SPEND_OF[kind];
	const rows = await knex(table)
		.where({ contract, ...(spend ? { kind: spend } : {}) })
		.orderBy([dated, 'id'])
		.select();
	const own = returns.filter((each) => each.kind === kind).map(reportingReturn);
	return rows.map((row) => {
		const entry = { dated: dayOf(row[dated]) as CalendarDay, recorded_at: recordedAt(row) };
		return { id: row.id as string, row, ...entry, reporting: reportingOf(entry, own) };
	});
}

/** Spend belongs to its quarter; a document to the first return that is due on its day or later (3.8). */
function reportingReturn({ id, kind, period, due_on, sent_at }: StoredPeriodicReturn) {
	return SPEND_OF[kind] ? { id, from: period.from, to: period.to, sent_at } : { id, from: null, to: due_on, sent_at };
}

/** A row that came without either moment has been there from the beginning. */
function recordedAt({ date_created, date_updated }: Record<string, unknown>): number {
	return Math.max(momentOf(date_created) ?? 0, momentOf(date_updated) ?? 0);
}
