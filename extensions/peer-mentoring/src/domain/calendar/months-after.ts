import { addMonths } from 'date-fns/addMonths';
import { dayOf, type CalendarDay } from './calendar-day.ts';
import { utcDate } from './utc-date.ts';

/** The day `count` months later; the last day of a month that is too short. */
export function monthsAfter(from: CalendarDay, count: number): CalendarDay {
	return dayOf(addMonths(utcDate(from), count));
}
