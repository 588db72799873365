/** The returns of a Supplier as a calendar: what is due, what is missing, what was sent (3.4, 3.8). */
import { addMonths, monthOf, monthsBetween, type CalendarDay, type CalendarMonth } from '../calendar/calendar-day.ts';
import { quarterOf } from '../calendar/quarter.ts';
import type { Holidays } from '../calendar/working-days.ts';
import { pmiDueIfKnown } from '../contract/pmi-due.ts';
import type { Terms } from '../contract/terms.ts';
import { periodicPartsDue, type PeriodicKind } from '../returns/periodic/periodic.ts';

const MONTHS_OF_QUARTER = 3;

export type ReturnPart = 'pmi' | 'mentee_tracker' | PeriodicKind;
export type ReturnState = 'missing' | 'due' | 'to_send' | 'sent';

/** One thing that is sent, or will be. */
export interface DueReturn {
	part: ReturnPart;
	contract: string;
	/** The month that it reports, or whose PMI it goes with. */
	month: CalendarMonth;
	due_on: CalendarDay;
}

/** How a return stands: once submitted it waits to be sent through the Buyer's system; the day it is due still counts. */
export function stateOf(
	{ due_on, submitted, sent_on }: { due_on: CalendarDay; submitted: boolean; sent_on: CalendarDay | null },
	today: CalendarDay,
): ReturnState {
	if (sent_on !== null) return 'sent';
	if (submitted) return 'to_send';
	return due_on < today ? 'missing' : 'due';
}

/** What decides when the returns of a contract are due. */
export interface ReportingContract {
	reference: string;
	start_date: CalendarDay;
	end_date: CalendarDay | null;
	terms: Terms;
	holidays: Holidays;
}

/** What falls due after the month of a day, to the end of the next quarter, in the order in which it does. */
export function comingWork(contracts: readonly ReportingContract[], today: CalendarDay): DueReturn[] {
	const first = addMonths(monthOf(today), 1);
	const last = monthOf(quarterOf(addMonths(monthOf(today), MONTHS_OF_QUARTER)).last);
	// What is due in a month reports the one before.
	const reported = Array.from({ length: monthsBetween(first, last) + 1 }, (_, index) => addMonths(first, index - 1));
	const work = contracts.flatMap(({ reference: contract, start_date, end_date, terms, holidays }) =>
		reported.flatMap((month) => {
			const due_on = pmiDueIfKnown(month, holidays, terms);
			const runs = month >= monthOf(start_date) && (end_date === null || month <= monthOf(end_date));
			if (due_on === null || !runs) return [];
			const kinds = periodicPartsDue(month, start_date).map(({ kind }) => kind);
			const parts: ReturnPart[] = ['pmi', 'mentee_tracker', ...kinds];
			return parts.map((part) => ({ part, contract, month, due_on }));
		}),
	);
	return work.sort((a, b) => a.due_on.localeCompare(b.due_on) || a.contract.localeCompare(b.contract));
}
