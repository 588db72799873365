import { addDays as daysLater } from 'date-fns/addDays';
import { addMonths as monthsLater } from 'date-fns/addMonths';
import { millisecondsInDay } from 'date-fns/constants';
import { differenceInCalendarMonths } from 'date-fns/differenceInCalendarMonths';
import { getDay } from 'date-fns/getDay';
import { isValid } from 'date-fns/isValid';
import { lastDayOfMonth } from 'date-fns/lastDayOfMonth';
import { parseISO } from 'date-fns/parseISO';
import { utcDate, type UtcDate } from './utc-date.ts';

/**
 * A day of the calendar as `YYYY-MM-DD`: no time and no time zone, so it cannot slip across midnight.
 * Days compare correctly as strings (`a < b`). Make one with {@link parseDay} or the functions here, never by a cast.
 */
export type CalendarDay = string & { readonly __brand: 'CalendarDay' };

/** A calendar month as `YYYY-MM`; months compare correctly as strings. */
export type CalendarMonth = string & { readonly __brand: 'CalendarMonth' };

/** A year of two digits, `0024`, is a slip and no year. */
const DAY = /^(?!00)\d{4}-\d{2}-\d{2}$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The day an ISO text names, or `undefined` where no such day exists (31 June, 2024-13-01, `tomorrow`). */
export function parseDay(text: string): CalendarDay | undefined {
	return DAY.test(text) && isValid(parseISO(text, { in: utcDate })) ? (text as CalendarDay) : undefined;
}

/** As {@link parseDay}, for text that is known to be right (constants, values already checked). Throws a RangeError. */
export function day(text: string): CalendarDay {
	const parsed = parseDay(text);
	if (parsed === undefined) throw new RangeError(`"${text}" is not a day of the calendar; write YYYY-MM-DD`);
	return parsed;
}

/** The month an ISO text names, or `undefined` (`2024-13`). */
export function parseMonth(text: string): CalendarMonth | undefined {
	return MONTH.test(text) ? (text as CalendarMonth) : undefined;
}

/** The day `count` calendar days after `from` (before it where negative). */
export function addDays(from: CalendarDay, count: number): CalendarDay {
	return dayOf(daysLater(utcDate(from), count));
}

/**
 * Calendar days from `from` to `to`; negative where `to` is earlier. By day numbers: every journey of a PMI asks, and
 * date-fns takes fourteen times as long.
 */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
	return dayNumber(to) - dayNumber(from);
}

/** Whole days since 1 January 1970, for arithmetic. */
export function dayNumber(of: CalendarDay): number {
	return Date.parse(of) / millisecondsInDay;
}

/** The inverse of {@link dayNumber}. */
export function dayOfNumber(number: number): CalendarDay {
	return new Date(number * millisecondsInDay).toISOString().slice(0, 10) as CalendarDay;
}

/** The day of a date of date-fns. */
export function dayOf(date: UtcDate): CalendarDay {
	return date.toISOString().slice(0, 10) as CalendarDay;
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(of: CalendarDay): number {
	return getDay(utcDate(of));
}

export function monthOf(of: CalendarDay): CalendarMonth {
	return of.slice(0, 7) as CalendarMonth;
}

export function firstDay(of: CalendarMonth): CalendarDay {
	return `${of}-01` as CalendarDay;
}

export function lastDay(of: CalendarMonth): CalendarDay {
	return dayOf(lastDayOfMonth(utcDate(of)));
}

/** The month `count` months after `from` (before it where negative). */
export function addMonths(from: CalendarMonth, count: number): CalendarMonth {
	return monthOf(dayOf(monthsLater(utcDate(from), count)));
}

/** Whole months from `from` to `to`; negative where `to` is earlier. */
export function monthsBetween(from: CalendarMonth, to: CalendarMonth): number {
	return differenceInCalendarMonths(utcDate(to), utcDate(from));
}

/** The earlier of the days that are known, or `undefined` where none is. */
export function earliest(...days: (CalendarDay | null | undefined)[]): CalendarDay | undefined {
	return days.filter((each) => each != null).sort()[0];
}
