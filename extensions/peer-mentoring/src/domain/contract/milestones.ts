import type { CalendarDay } from '../calendar/calendar-day.ts';
import { addDays } from '../calendar/calendar-day.ts';
import type { CodeOf } from '../language/code-lists.ts';
import type { Holidays } from '../calendar/working-days.ts';
import type { Terms } from './terms.ts';
import { deadline } from '../calendar/working-days.ts';

/** The days of a Call-Off Contract that its calendar of work follows from. */
export interface ContractCalendar {
	start_date: CalendarDay;
	implementation_end_date: CalendarDay;
	last_start_date: CalendarDay | null;
	end_date: CalendarDay | null;
	terms: Terms;
}

const AMENDMENT_DAYS = 5;

/** What says how long the Implementation Period lasts. */
type ImplementationTerms = Pick<Terms, 'implementation_weeks'>;

/**
 * The key deliverables of 2.29 with their due days; `null` where the contract gives none. The Baseline Survey has no
 * day of its own: it is due with each Mentee's start.
 */
export function milestonesOf(
	contract: ContractCalendar,
	holidays: Holidays,
): { milestone: CodeOf<'milestone'>; due_on: CalendarDay | null }[] {
	const { start_date: start, last_start_date, end_date, terms } = contract;
	return [
		{ milestone: 'start_up_meeting', due_on: deadline(start, terms.start_up_meeting_days, holidays) },
		{ milestone: 'implementation_plan', due_on: planDueOn(start, terms, holidays).workingDays },
		{ milestone: 'implementation_period', due_on: implementationDueOn(start, terms) },
		{ milestone: 'support_starts', due_on: implementationDueOn(start, terms) },
		{ milestone: 'baseline_survey', due_on: null },
		{ milestone: 'last_start_date', due_on: last_start_date },
		{ milestone: 'support_ends', due_on: end_date },
	];
}

/** The Trial is established within so many weeks of the Call-Off Start Date, twelve by the specification (2.25, 2.29 items 3 and 4). */
export function implementationDueOn(start: CalendarDay, terms: ImplementationTerms): CalendarDay {
	return addDays(start, 7 * terms.implementation_weeks);
}

/** The last day of the Implementation Period: the one that the contract says, else so many weeks from its start (2.25, 2.29). */
export function implementedOn(contract: {
	start_date: CalendarDay;
	implementation_end_date: CalendarDay | null;
	terms: ImplementationTerms;
}): CalendarDay {
	return contract.implementation_end_date ?? implementationDueOn(contract.start_date, contract.terms);
}

/**
 * The end of an Implementation Period that leaves no day for delivery before the contract ends, and with it no payment
 * (2.25, 4.4); `null` where there is one, or the contract has no end yet.
 */
export function implementedTooLate(contract: {
	start_date: CalendarDay | null;
	implementation_end_date: CalendarDay | null;
	end_date: CalendarDay | null;
	terms: ImplementationTerms;
}): CalendarDay | null {
	const { start_date, implementation_end_date, end_date, terms } = contract;
	if (start_date === null || end_date === null) return null;
	const implemented = implementedOn({ start_date, implementation_end_date, terms });
	return implemented >= end_date ? implemented : null;
}

/** When the Implementation Plan is due: ten days by 2.25, ten Working Days by 2.29; the earlier is the one to keep. */
export function planDueOn(
	start: CalendarDay,
	{ implementation_plan_days: days }: Pick<Terms, 'implementation_plan_days'>,
	holidays: Holidays,
): { days: CalendarDay; workingDays: CalendarDay } {
	return { days: addDays(start, days), workingDays: deadline(start, days, holidays) };
}

/** The plan is amended within five days of the Buyer's request (2.25). */
export function amendmentDueOn(requested: CalendarDay): CalendarDay {
	return addDays(requested, AMENDMENT_DAYS);
}
