import { addMonths, daysBetween, lastDay, monthOf, parseDay, type CalendarDay } from '../calendar/calendar-day.ts';

/** What decides whether a link with which an organisation refers people works. */
export interface LinkDates {
	expires_on: CalendarDay;
	withdrawn_on: CalendarDay | null;
}

export type ExpiryProblem = 'past' | 'too_far';

const MONTHS_AHEAD = 12;

/** A link works to the end of its last day, unless it was withdrawn before (2.23). */
export function linkWorks({ expires_on, withdrawn_on }: LinkDates, today: CalendarDay): boolean {
	return today <= expires_on && (withdrawn_on === null || today < withdrawn_on);
}

/** A link that nobody remembers must not stay open: it works until today at least and for a year at most (2.23). */
export function expiryProblem(expires_on: CalendarDay, today: CalendarDay): ExpiryProblem | undefined {
	if (daysBetween(today, expires_on) < 0) return 'past';
	return expires_on > latestExpiry(today) ? 'too_far' : undefined;
}

/** The same day a year later; 28 February where that is a leap day. */
export function latestExpiry(today: CalendarDay): CalendarDay {
	const month = addMonths(monthOf(today), MONTHS_AHEAD);
	return parseDay(`${month}-${today.slice(8)}`) ?? lastDay(month);
}

/** Whether a contract takes referrals on a day: it has begun and has not ended (1.19). */
export function contractRuns(
	{ start_date, end_date }: { start_date: CalendarDay | null; end_date: CalendarDay | null },
	today: CalendarDay,
): boolean {
	return start_date !== null && start_date <= today && (end_date === null || today <= end_date);
}
