import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { Terms } from '../contract/terms.ts';
import { monthsAfter } from '../calendar/months-after.ts';

/** The Pre-Post Participant Surveys that follow the Baseline Survey, at six and at twelve months (1.26). */
export function surveysAfter(
	baseline: CalendarDay,
	{ first_survey_months: first, second_survey_months: second }: Terms,
): { six_months: CalendarDay; twelve_months: CalendarDay } {
	return { six_months: monthsAfter(baseline, first), twelve_months: monthsAfter(baseline, second) };
}
