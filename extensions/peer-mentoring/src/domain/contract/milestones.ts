import type { CalendarDay } from '../calendar/calendar-day.ts';
import { addDays } from '../calendar/calendar-day.ts';
import type { CodeOf } from '../language/code-lists.ts';
import type { Holidays } from '../calendar/working-days.ts';
import { deadline } from '../calendar/working-days.ts';

/** The days of a Call-Off Contract that its calendar of work follows from. */
export interface ContractCalendar {
	start_date: CalendarDay;
	implementation_end_date: CalendarDay;
	last_start_date: CalendarDay | null;
	end_date: CalendarDay | null;
}

const WEEKS_TO_IMPLEMENT = 12;
const START_UP_WORKING_DAYS = 5;
const PLAN_WORKING_DAYS = 10;
const PLAN_DAYS = 10;
const AMENDMENT_DAYS = 5;

/**
 * The key deliverables of 2.29 with their due days; `null` where the contract gives none. The Baseline Survey has no
 * day of its own: it is due with each Mentee's start.
 */
export function milestonesOf(
	contract: ContractCalendar,
	holidays: Holidays,
): { milestone: CodeOf<'milestone'>; due_on: CalendarDay | null }[] {
	const { start_date: start, last_start_date, end_date } = contract;
	return [
		{ milestone: 'start_up_meeting', due_on: deadline(start, START_UP_WORKING_DAYS, holidays) },
		{ milestone: 'implementation_plan', due_on: deadline(start, PLAN_WORKING_DAYS, holidays) },
		{ milestone: 'implementation_period', due_on: implementationDueOn(start) },
		{ milestone: 'support_starts', due_on: implementationDueOn(start) },
		{ milestone: 'baseline_survey', due_on: null },
		{ milestone: 'last_start_date', due_on: last_start_date },
		{ milestone: 'support_ends', due_on: end_date },
	];
}

/** The Trial is established within twelve weeks of the Call-Off Start Date (2.25, 2.29 items 3 and 4). */
export function implementationDueOn(start: CalendarDay): CalendarDay {
	return addDays(start, 7 * WEEKS_TO_IMPLEMENT);
}

/** The last day of the Implementation Period: the one that the contract says, else twelve weeks from its start (2.25, 2.29). */
export function implementedOn(contract: {
	start_date: CalendarDay;
	implementation_end_date: CalendarDay | null;
}): CalendarDay {
	return contract.implementation_end_date ?? implementationDueOn(contract.start_date);
}

/**
 * The end of an Implementation Period that leaves no day for delivery before the contract ends, and with it no payment
 * (2.25, 4.4); `null` where there is one, or the contract has no end yet.
 */
export function implementedTooLate(contract: {
	start_date: CalendarDay | null;
	implementation_end_date: CalendarDay | null;
	end_date: CalendarDay | null;
}): CalendarDay | null {
	const { start_date, implementation_end_date, end_date } = contract;
	if (start_date === null || end_date === null) return null;
	const implemented = implementedOn({ start_date, implementation_end_date });
	return implemented >= end_date ? implemented : null;
}

/** When the Implementation Plan is due: ten days by 2.25, ten Working Days by 2.29; the earlier is the one to keep. */
export function planDueOn(start: CalendarDay, holidays: Holidays): { days: CalendarDay; workingDays: CalendarDay } {
	return { days: addDays(start, PLAN_DAYS), workingDays: deadline(start, PLAN_WORKING_DAYS, holidays) };
}

/** The plan is amended within five days of the Buyer's request (2.25). */
export function amendmentDueOn(requested: CalendarDay): CalendarDay {
	return addDays(requested, AMENDMENT_DAYS);
}
