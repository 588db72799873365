/** What the platform fills in for a contract's own records, whoever writes them and however. */
import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { Holidays } from '../calendar/working-days.ts';
import type { CodeOf } from '../language/code-lists.ts';
import { informationDueOn } from './information-requests.ts';
import type { Terms } from './terms.ts';
import { amendmentDueOn, planDueOn } from './milestones.ts';

/** The due days of an Implementation Plan, from the Call-Off Start Date and the Buyer's request to amend it (2.25, 2.29). */
export function completePlan(
	{ version, amendment_requested_on }: { version: number; amendment_requested_on: CalendarDay | null },
	{ start_date, terms }: { start_date: CalendarDay; terms: Terms },
	holidays: Holidays,
) {
	const { days, workingDays } = planDueOn(start_date, terms, holidays);
	return {
		version,
		due_on: days,
		working_days_due_on: workingDays,
		amendment_due_on: amendment_requested_on && amendmentDueOn(amendment_requested_on),
	};
}

/**
 * The due day of a request for information that nobody has given one, where there is one to work out (3.14, 5.2).
 * Whether somebody has given it decides whether a change of holidays may move it.
 */
export function completeRequest(
	request: {
		kind: CodeOf<'information_request_kind'>;
		requested_on: CalendarDay;
		due_on: CalendarDay | null;
		due_is_written: boolean;
	},
	{ holidays, terms }: { holidays: Holidays; terms: Terms },
) {
	if (request.due_on !== null) return request.due_is_written ? { due_given: true } : {};
	return { due_on: informationDueOn(request.kind, request.requested_on, { holidays, terms }), due_given: false };
}

/** A Performance Improvement Plan is closed on the day it is said to be completed, where no other day is given (3.3). */
export function completeImprovementPlan(
	{ status, closed_on }: { status: unknown; closed_on: CalendarDay | null },
	today: CalendarDay,
) {
	return status === 'completed' && closed_on === null ? { closed_on: today } : {};
}
