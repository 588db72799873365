import type { CalendarDay } from '../calendar/calendar-day.ts';
import { monthsAfter } from '../calendar/months-after.ts';

/** The Pre-Post Participant Surveys that follow the Baseline Survey, at six and at twelve months (1.26). */
export function surveysAfter(baseline: CalendarDay): { six_months: CalendarDay; twelve_months: CalendarDay } {
	return { six_months: monthsAfter(baseline, 6), twelve_months: monthsAfter(baseline, 12) };
}
