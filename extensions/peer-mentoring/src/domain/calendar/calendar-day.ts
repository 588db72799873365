/**
 * A day of the calendar as `YYYY-MM-DD`: no time and no time zone, so it cannot slip across midnight.
 * Days compare correctly as strings (`a < b`). Make one with {@link parseDay} or the functions here, never by a cast.
 */
export type CalendarDay = string & { readonly __brand: 'CalendarDay' };

/** A calendar month as `YYYY-MM`; months compare correctly as strings. */
export type CalendarMonth = string & { readonly __brand: 'CalendarMonth' };

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const MILLISECONDS_PER_DAY = 86_400_000;

/** The day an ISO text names, or `undefined` where no such day exists (31 June, 2024-13-01, `tomorrow`). */
export function parseDay(text: string): CalendarDay | undefined {
	const match = DAY.exec(text);
	if (!match) return undefined;
	const date = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
	return date.toISOString().slice(0, 10) === text ? (text as CalendarDay) : undefined;
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
	return dayOfNumber(dayNumber(from) + count);
}

/** Calendar days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
	return dayNumber(to) - dayNumber(from);
}

/** Whole days since 1 January 1970, for arithmetic. */
export function dayNumber(of: CalendarDay): number {
	return Date.parse(of) / MILLISECONDS_PER_DAY;
}

/** The inverse of {@link dayNumber}. */
export function dayOfNumber(number: number): CalendarDay {
	return new Date(number * MILLISECONDS_PER_DAY).toISOString().slice(0, 10) as CalendarDay;
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(of: CalendarDay): number {
	return (((dayNumber(of) + 4) % 7) + 7) % 7;
}

export function monthOf(of: CalendarDay): CalendarMonth {
	return of.slice(0, 7) as CalendarMonth;
}

export function firstDay(of: CalendarMonth): CalendarDay {
	return `${of}-01` as CalendarDay;
}

export function lastDay(of: CalendarMonth): CalendarDay {
	return addDays(firstDay(addMonths(of, 1)), -1);
}

/** The month `count` months after `from` (before it where negative). */
export function addMonths(from: CalendarMonth, count: number): CalendarMonth {
	const months = Number(from.slice(0, 4)) * 12 + Number(from.slice(5)) - 1 + count;
	return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}` as CalendarMonth;
}

/** The earlier of the days that are known, or `undefined` where none is. */
export function earliest(...days: (CalendarDay | null | undefined)[]): CalendarDay | undefined {
	return days.filter((each) => each != null).sort()[0];
}
