import { startOfISOWeek } from 'date-fns/startOfISOWeek';
import { addDays, dayOf, type CalendarDay } from './calendar-day.ts';
import { utcDate } from './utc-date.ts';

/** The Monday of a day's week. */
export function mondayOf(day: CalendarDay): CalendarDay {
	return dayOf(startOfISOWeek(utcDate(day)));
}

/** The Sunday of a day's week, its last day. */
export function sundayOf(day: CalendarDay): CalendarDay {
	return addDays(mondayOf(day), 6);
}
