import { parseDay, parseMonth, type CalendarDay, type CalendarMonth } from '../../domain/calendar/calendar-day.ts';
import { isCode, valuesOf } from '../../domain/language/code-lists.ts';
import type { Calendar } from '../../domain/calendar/working-days.ts';
import { Misasked } from './errors.ts';

/** A value out of an address, which says for itself what would have been right. */
export function dayIn(name: string, value: unknown): CalendarDay {
	const day = parseDay(String(value ?? ''));
	if (day) return day;
	throw new Misasked(
		`${name} must be a day that exists, written YYYY-MM-DD.`,
		`Rhaid i ${name} fod yn ddiwrnod sy’n bod, wedi’i ysgrifennu BBBB-MM-DD.`,
	);
}

export function monthIn(name: string, value: unknown): CalendarMonth {
	const month = parseMonth(String(value ?? ''));
	if (month) return month;
	throw new Misasked(
		`${name} must be a month written YYYY-MM, such as 2024-06.`,
		`Rhaid i ${name} fod yn fis wedi’i ysgrifennu BBBB-MM, megis 2024-06.`,
	);
}

export function wholeNumberIn(name: string, value: unknown, least: number, most: number): number {
	const number = /^\d{1,6}$/.test(String(value ?? '')) ? Number(value) : NaN;
	if (number >= least && number <= most) return number;
	throw new Misasked(
		`${name} must be a whole number from ${least} to ${most}.`,
		`Rhaid i ${name} fod yn rhif cyfan o ${least} i ${most}.`,
	);
}

export function calendarIn(name: string, value: unknown): Calendar {
	const calendar = value ?? 'england-and-wales';
	if (isCode('working_day_calendar', calendar)) return calendar;
	throw notAmong(name, valuesOf('working_day_calendar'));
}

/** What is none of some values. */
export function notAmong(name: string, values: readonly (string | number)[]): Misasked {
	const all = values.join(', ');
	return new Misasked(`${name} must be one of ${all}.`, `Rhaid i ${name} fod yn un o ${all}.`);
}
