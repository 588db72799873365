/** The returns that go with the PMI of some months only (3.8): which fall due when, and what each reports. */
import {
	addDays,
	addMonths,
	monthOf,
	monthsBetween,
	type CalendarDay,
	type CalendarMonth,
} from '../../calendar/calendar-day.ts';
import { quarterOf } from '../../calendar/quarter.ts';
import type { CodeOf } from '../../language/code-lists.ts';
import { monthsAfter } from '../../calendar/months-after.ts';
import type { SpendEntry } from '../pmi/context.ts';

export type PeriodicKind = CodeOf<'periodic_return'>;

export interface Period {
	from: CalendarDay;
	to: CalendarDay;
}

export interface PeriodicPart {
	kind: PeriodicKind;
	period: Period;
}

const MONTHS_OF_HALF_YEAR = 6;

/** The spend that each quarterly return reports. */
export const SPEND_OF: Partial<Record<PeriodicKind, SpendEntry['kind']>> = {
	subcontractor_spend: 'subcontractor',
	sme_spend: 'sme',
};
const QUARTERLY = ['subcontractor_spend', 'sme_spend'] as const;
const SIX_MONTHLY = ['contract_cost_register', 'ipr_log'] as const;

/** The financial quarter whose spend goes with the PMI of a month: the one that the month ends (3.8). */
export function quarterEndingWith(month: CalendarMonth): Period | undefined {
	const { first, last } = quarterOf(month);
	return monthOf(last) === month ? { from: first, to: last } : undefined;
}

/** The six months from the Call-Off Start Date whose documents go with the PMI of a month (3.8). */
export function halfYearEndingWith(month: CalendarMonth, callOffStart: CalendarDay): Period | undefined {
	const months = monthsBetween(monthOf(callOffStart), month);
	if (months <= 0 || months % MONTHS_OF_HALF_YEAR !== 0) return undefined;
	return {
		from: monthsAfter(callOffStart, months - MONTHS_OF_HALF_YEAR),
		to: addDays(monthsAfter(callOffStart, months), -1),
	};
}

/** Everything that falls due with the PMI of a month, beside the monthly figures (3.8). */
export function periodicPartsDue(month: CalendarMonth, callOffStart: CalendarDay): PeriodicPart[] {
	const quarter = month >= monthOf(callOffStart) ? quarterEndingWith(month) : undefined;
	const halfYear = halfYearEndingWith(month, callOffStart);
	return [
		...(quarter ? QUARTERLY.map((kind) => ({ kind, period: quarter })) : []),
		...(halfYear ? SIX_MONTHLY.map((kind) => ({ kind, period: halfYear })) : []),
	];
}

/** The month of the six-monthly PMI before this one; `undefined` for the first. */
export function halfYearMonthBefore(month: CalendarMonth, callOffStart: CalendarDay): CalendarMonth | undefined {
	const before = addMonths(month, -MONTHS_OF_HALF_YEAR);
	return halfYearEndingWith(before, callOffStart) && before;
}

/** A return, as far as it decides which entries it reports. */
export interface ReportingReturn {
	id: string;
	/** The first day whose entries are its own; `null` where everything before its last day is. */
	from: CalendarDay | null;
	/** The last day whose entries are its own. */
	to: CalendarDay;
	/** The moment at which the PMI was submitted that it went with; `null` until then. */
	sent_at: number | null;
}

export interface PeriodicEntry {
	dated: CalendarDay;
	/** The moment at which it was recorded, or changed for the last time. */
	recorded_at: number;
}

export interface Reporting {
	/** The return that reports the entry. */
	by: string;
	/** It belongs to an earlier return, which had been sent before the entry was recorded. */
	revision: boolean;
	/** It has been reported: it is changed no more. */
	sent: boolean;
}

/**
 * Which return reports an entry: the one of its period. What is recorded when that has been sent already is a revision,
 * which the next one not yet sent by then reports, so that nothing that was reported is altered in silence.
 * @param returns those of one kind and contract, in the order of their months
 * @returns `undefined` while there is no such return yet
 */
export function reportingOf(
	{ dated, recorded_at }: PeriodicEntry,
	returns: readonly ReportingReturn[],
): Reporting | undefined {
	const own = returns.findIndex(({ from, to }) => dated <= to && (from === null || dated >= from));
	if (own === -1) return undefined;
	const reporting = returns.findIndex(
		({ sent_at }, index) => index >= own && (sent_at === null || recorded_at <= sent_at),
	);
	const found = returns[reporting];
	return found && { by: found.id, revision: reporting > own, sent: found.sent_at !== null };
}
