/** When the invented Suppliers sent their monthly returns, and what they said along with them. */
import {
	addMonths,
	monthOf,
	type CalendarDay,
	type CalendarMonth,
} from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { Acknowledgement } from '../../extensions/peer-mentoring/src/domain/returns/submission/completeness.ts';
import type { NarrativeSaid } from '../../extensions/peer-mentoring/src/storage/returns/narrative.ts';
import { workingDaysAfter, workingDaysBefore } from './calendar.ts';
import { WALES } from './contracts.ts';

/** Months between the one that was sent late and the one that is running. */
const LATE_MONTHS_BACK = 5;

/** The month whose return went in two Working Days after it was due; the Buyer does not forget it. */
export function lateMonth(today: CalendarDay): CalendarMonth {
	return addMonths(monthOf(today), -LATE_MONTHS_BACK);
}

/** The last month that is over, which whoever tries the demo submits themselves. */
export function draftMonth(today: CalendarDay): CalendarMonth {
	return addMonths(monthOf(today), -1);
}

/** A month's return and the day on which it falls due. */
export interface DemoReturn {
	contract: string;
	month: CalendarMonth;
	due_on: CalendarDay;
}

/** The moment at which a month's return was sent; `null` where it has not been yet. */
export function sentAt({ contract, month, due_on }: DemoReturn, today: CalendarDay): Date | null {
	if (contract === WALES && month === draftMonth(today)) return null;
	const late = contract === WALES && month === lateMonth(today);
	const on = late ? workingDaysAfter(due_on, 2) : usualDay(month, due_on);
	const number = numberOf(month);
	const time = `${String(9 + (number % 7)).padStart(2, '0')}:${String((number * 7) % 60).padStart(2, '0')}`;
	return month < monthOf(today) && on < today ? new Date(`${on}T${time}:00Z`) : null;
}

/** The day on which a month's Mentee Tracker was sent: always in time; `null` where it has not been yet. */
export function trackerSentOn({ month, due_on }: DemoReturn, today: CalendarDay): CalendarDay | null {
	const on = usualDay(month, due_on);
	return month < monthOf(today) && on < today ? on : null;
}

/** On the due day or up to two Working Days before it. */
function usualDay(month: CalendarMonth, due_on: CalendarDay): CalendarDay {
	return workingDaysBefore(due_on, numberOf(month) % 3);
}

function numberOf(month: CalendarMonth): number {
	return Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
}

/** What the invented Suppliers write beside their figures (2.25), and of what they have nothing to report. */
export const NARRATIVE: NarrativeSaid = {
	report: {
		spend_against_profile: 'Spend is within two percent of the profile. (Invented.)',
		recruitment: 'All posts are filled; one mentor is in training. (Invented.)',
		results_achieved: 'Most Mentees who finished this month have moved towards work or training. (Invented.)',
	},
	nothing: ['mitigations', 'remedial_plans'],
};

/** Why the return is right without what is missing, for each kind of exception that a return may carry. */
export const ACKNOWLEDGED: readonly Acknowledgement[] = (
	[
		['received_on_missing', 'The referral came on paper without a date; the office that sent it has been asked.'],
		['initial_meeting_missing', 'The meeting was on the phone and its day was not noted.'],
		['start_missing', 'The mentor is checking the day of the first session against their diary.'],
		['diagnostic_interview_missing', 'The first session was cut short; the interview followed in the next one.'],
		['diagnostic_interview_not_on_start', 'The Mentee asked for a second visit to finish the interview.'],
		['action_plan_evidence_missing', 'The signed plan is in the post from the mentor’s office.'],
		['action_plan_date_missing', 'The plan was signed without a date; the Mentee will add it.'],
		['eligibility_incomplete', 'The mentor asked, and is writing down what was seen.'],
		['interview_incomplete', 'The answers are in the mentor’s notebook and are being written up.'],
		['plan_not_on_record', 'The plan was agreed on paper; its goal is being copied.'],
		['consent_missing', 'The statement was read; the mentor is looking for the day.'],
		['consent_after_start', 'The mentor has been told: the statement is read before the first session.'],
		['first_session_not_on_start', 'The first session was shorter than an hour, so that the next one counts.'],
		['session_length_missing', 'The mentor did not note the minutes; one hour was planned.'],
		['ended_on_missing', 'The Mentee has told us that they are leaving; their last day is being agreed.'],
		['no_dates', 'The referral is a duplicate without content and will be removed.'],
	] as const
).map(([code, reason]) => ({ code, reason: `${reason} (Invented.)` }));
