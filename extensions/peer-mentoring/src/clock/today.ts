import type { CalendarDay } from '../domain/calendar/calendar-day.ts';

const LONDON = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });

/** Today in the United Kingdom, whatever zone the process runs in. */
export function today(now = new Date()): CalendarDay {
	return LONDON.format(now) as CalendarDay;
}
