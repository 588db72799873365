import { lastDay, type CalendarDay, type CalendarMonth } from '../calendar/calendar-day.ts';
import { deadline, type Holidays } from '../calendar/working-days.ts';

/** The most that the Buyer may defer of a month's Implementation Costs: half (4.3). Integer pence. */
export function mostDeferred(monthPence: number): number {
	return Math.floor(monthPence / 2);
}

const ADVISE_WORKING_DAYS = 3;

/** The day by which the Buyer says what is withheld and what can be claimed: three Working Days after the month (4.4). */
export function adviseBy(month: CalendarMonth, holidays: Holidays): CalendarDay {
	return deadline(lastDay(month), ADVISE_WORKING_DAYS, holidays);
}
