import type { CalendarDay } from '../domain/calendar/calendar-day.ts';

const LONDON = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });

const HOUR = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: 'numeric', hourCycle: 'h23' });

/** Today in the United Kingdom, whatever zone the process runs in. */
export function today(now = new Date()): CalendarDay {
	return LONDON.format(now) as CalendarDay;
}

/** The hour by the clock on the wall in the United Kingdom, 0 to 23, whatever zone the process runs in. */
export function hourNow(now = new Date()): number {
	return Number(HOUR.format(now));
}
