import type { CalendarDay, CalendarMonth } from './calendar-day.ts';
import { dayNumber, dayOfNumber, firstDay, monthOf } from './calendar-day.ts';
import type { CodeOf } from '../language/code-lists.ts';
import { text, type Texts } from '../language/text.ts';
import type { Words } from '../language/words.ts';

export type Calendar = CodeOf<'working_day_calendar'>;

/** The bank holidays of one part of the United Kingdom, made by {@link holidaysOf}. */
export interface Holidays {
	calendar: Calendar;
	days: ReadonlySet<CalendarDay>;
	/** The years, both inclusive, whose bank holidays are known. */
	years: { first: number; last: number };
	/** Every Working Day of the known years, in order. */
	workingDays: readonly CalendarDay[];
	/** For each day of the known years: how many Working Days there are up to and including it. */
	countTo: readonly number[];
}

/** A day was asked about whose bank holidays are not known, so that any answer would be a guess. */
export class HolidaysUnknownError extends RangeError {
	override name = 'HolidaysUnknownError';
	/** The same for whoever asked. */
	readonly reasons: Texts;

	constructor(en: string, cy: string) {
		super(en);
		this.reasons = text(en, cy);
	}
}

const MOST_WORKING_DAYS = 366;

/** Bank holidays ready for counting. The known years are those that occur in `days`; a year left out is refused. */
export function holidaysOf(calendar: Calendar, days: Iterable<CalendarDay>): Holidays {
	const known = new Set(days);
	const years = new Set([...known].map((each) => Number(each.slice(0, 4))));
	const first = Math.min(...years);
	const last = Math.max(...years);
	if (years.size === 0) {
		throw new HolidaysUnknownError(
			`No bank holidays are loaded for ${calendar}; load them first`,
			`Nid oes gwyliau banc wedi’u llwytho ar gyfer ${calendar}; llwythwch nhw yn gyntaf`,
		);
	}
	for (let year = first; year <= last; year++) {
		if (years.has(year)) continue;
		throw new HolidaysUnknownError(
			`The bank holidays of ${year} for ${calendar} are not loaded`,
			`Nid yw gwyliau banc ${year} ar gyfer ${calendar} wedi’u llwytho`,
		);
	}
	const workingDays: CalendarDay[] = [];
	const countTo: number[] = [];
	const end = dayNumber(`${last}-12-31` as CalendarDay);
	for (let number = dayNumber(`${first}-01-01` as CalendarDay); number <= end; number++) {
		const each = dayOfNumber(number);
		if (isWeekday(number) && !known.has(each)) workingDays.push(each);
		countTo.push(workingDays.length);
	}
	return { calendar, days: known, years: { first, last }, workingDays, countTo };
}

/** Monday to Friday, except bank holidays of the calendar (Core Terms, Working Day). */
export function isWorkingDay(of: CalendarDay, holidays: Holidays): boolean {
	workingDaysTo(of, holidays);
	return isWeekday(dayNumber(of)) && !holidays.days.has(of);
}

/**
 * The `n`th Working Day after `from`: the last day that is still 'within `n` Working Days'. `from` is day 0 and may be
 * a weekend or holiday itself; with `n` = 0 the answer is `from`.
 */
export function deadline(from: CalendarDay, n: number, holidays: Holidays): CalendarDay {
	requireCount(n, 0);
	const passed = workingDaysTo(from, holidays);
	if (n === 0) return from;
	const found = holidays.workingDays[passed + n - 1];
	if (found === undefined) {
		const what = { en: `${n} Working Days after ${from}`, cy: `${n} diwrnod gwaith ar ôl ${from}` };
		throw unknown(what, holidays);
	}
	return found;
}

/** The `n`th Working Day of a month, as in 'the fifth Working Day of each calendar month' (3.4). */
export function nthWorkingDay(month: CalendarMonth, n: number, holidays: Holidays): CalendarDay {
	requireCount(n, 1);
	const first = firstDay(month);
	const passed = workingDaysTo(first, holidays) - (isWorkingDay(first, holidays) ? 1 : 0);
	const found = holidays.workingDays[passed + n - 1];
	if (found === undefined || monthOf(found) !== month) {
		throw new RangeError(`${month} has fewer than ${n} Working Days; ask for an earlier one`);
	}
	return found;
}

/** Working Days after `from` up to and including `to`; where `to` is earlier, the same count back, negative. */
export function workingDaysBetween(from: CalendarDay, to: CalendarDay, holidays: Holidays): number {
	return workingDaysTo(to, holidays) - workingDaysTo(from, holidays);
}

function workingDaysTo(of: CalendarDay, holidays: Holidays): number {
	const { first, last } = holidays.years;
	const year = Number(of.slice(0, 4));
	const count =
		year < first || year > last
			? undefined
			: holidays.countTo[dayNumber(of) - dayNumber(`${first}-01-01` as CalendarDay)];
	if (count === undefined) throw unknown({ en: of, cy: of }, holidays);
	return count;
}

/** By day numbers, as all that walks from day to day here: a date of date-fns for each takes half as long again. */
function isWeekday(number: number): boolean {
	const daysAfterThursday = ((number % 7) + 7) % 7;
	return daysAfterThursday !== 2 && daysAfterThursday !== 3;
}

function requireCount(n: number, least: number): void {
	if (!Number.isInteger(n) || n < least || n > MOST_WORKING_DAYS) {
		throw new RangeError(`${n} is not a number of Working Days; give a whole number from ${least} to 366`);
	}
}

function unknown(what: Words, { calendar, years }: Holidays): HolidaysUnknownError {
	return new HolidaysUnknownError(
		`${what.en} cannot be worked out: the bank holidays for ${calendar} are known from ${years.first} to ${years.last} only`,
		`Ni ellir cyfrifo ${what.cy}: dim ond o ${years.first} i ${years.last} y mae’r gwyliau banc ar gyfer ${calendar} yn hysbys`,
	);
}
