import type { CalendarDay } from '../calendar/calendar-day.ts';
import { addMonths, lastDay, monthOf } from '../calendar/calendar-day.ts';

/** The day `count` months later; the last day of a month that is too short. */
export function monthsAfter(from: CalendarDay, count: number): CalendarDay {
	const month = addMonths(monthOf(from), count);
	const same = `${month}-${from.slice(8)}` as CalendarDay;
	const last = lastDay(month);
	return same < last ? same : last;
}

/** The Pre-Post Participant Surveys that follow the Baseline Survey, at six and at twelve months (1.26). */
export function surveysAfter(baseline: CalendarDay): { six_months: CalendarDay; twelve_months: CalendarDay } {
	return { six_months: monthsAfter(baseline, 6), twelve_months: monthsAfter(baseline, 12) };
}
