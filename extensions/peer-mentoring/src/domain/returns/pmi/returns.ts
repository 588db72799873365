import type { CalendarDay, CalendarMonth } from '../../calendar/calendar-day.ts';
import type { Holidays } from '../../calendar/working-days.ts';
import type { DocumentEntry, SpendEntry } from './context.ts';
import { pmiDueOn, type ReturnTerms } from '../../contract/pmi-due.ts';
import { halfYearEndingWith, halfYearMonthBefore, quarterEndingWith, type Period } from '../periodic/periodic.ts';

export type QuarterlySpend =
	| { due: false }
	| {
			due: true;
			quarter: Period;
			/** Amounts in pounds with two decimals. */
			rows: { organisation: string; amount: string }[];
			total: string;
			nil: boolean;
	  };

export type SixMonthlyDocuments = { due: false } | { due: true; documents: DocumentEntry[]; nil: boolean };

/** Shown instead of spend and documents in a month in which they are not asked for. */
export const NOT_DUE = 'not due';

/** Spend of one kind in the financial quarter that ends with the month; due in quarter-end months only (3.8). */
export function quarterlySpend(
	entries: readonly SpendEntry[],
	kind: SpendEntry['kind'],
	month: CalendarMonth,
): QuarterlySpend {
	const quarter = quarterEndingWith(month);
	if (!quarter) return { due: false };
	const byOrganisation = new Map<string, number>();
	for (const entry of entries) {
		if (entry.kind !== kind || entry.spent_on < quarter.from || entry.spent_on > quarter.to) continue;
		byOrganisation.set(entry.organisation, (byOrganisation.get(entry.organisation) ?? 0) + entry.amount_pence);
	}
	const rows = [...byOrganisation]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([organisation, pence]) => ({ organisation, amount: pounds(pence) }));
	const total = [...byOrganisation.values()].reduce((sum, pence) => sum + pence, 0);
	return { due: true, quarter, rows, total: pounds(total), nil: rows.length === 0 };
}

/**
 * The versions of a document to be sent every six months from the Call-Off Start Date (3.8): those dated after the last
 * such PMI was due, up to the day this one is due, because a register of the month's costs is dated after the month.
 */
export function sixMonthlyDocuments(
	documents: readonly DocumentEntry[],
	callOffStart: CalendarDay,
	month: CalendarMonth,
	{ holidays, terms }: { holidays: Holidays; terms: ReturnTerms },
): SixMonthlyDocuments {
	if (!halfYearEndingWith(month, callOffStart)) return { due: false };
	const before = halfYearMonthBefore(month, callOffStart);
	const previous = before ? pmiDueOn(before, holidays, terms) : '';
	const dueOn = pmiDueOn(month, holidays, terms);
	const found = documents
		.filter(({ dated }) => dated > previous && dated <= dueOn)
		.map(({ version, dated, title }) => ({ version, dated, title }))
		.sort((a, b) => (a.dated + a.version < b.dated + b.version ? -1 : 1));
	return { due: true, documents: found, nil: found.length === 0 };
}

/** Pence as pounds with two decimals: -5 is `-0.05`. */
export function pounds(pence: number): string {
	const digits = String(Math.abs(pence)).padStart(3, '0');
	return `${pence < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
