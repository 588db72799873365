import { parseDay, parseMonth, type CalendarDay, type CalendarMonth } from '../../domain/calendar/calendar-day.ts';
import { isCode, valuesOf } from '../../domain/language/code-lists.ts';
import type { Calendar } from '../../domain/calendar/working-days.ts';
import { BadRequestError } from './errors.ts';

function bad(reason: string): never {
	throw new BadRequestError({ reason });
}

/** A value out of an address, which says for itself what would have been right. */
export function dayIn(name: string, value: unknown): CalendarDay {
	return parseDay(String(value ?? '')) ?? bad(`${name} must be a day that exists, written YYYY-MM-DD.`);
}

export function monthIn(name: string, value: unknown): CalendarMonth {
	return parseMonth(String(value ?? '')) ?? bad(`${name} must be a month written YYYY-MM, such as 2024-06.`);
}

export function wholeNumberIn(name: string, value: unknown, least: number, most: number): number {
	const number = /^\d{1,6}$/.test(String(value ?? '')) ? Number(value) : NaN;
	return number >= least && number <= most ? number : bad(`${name} must be a whole number from ${least} to ${most}.`);
}

export function calendarIn(name: string, value: unknown): Calendar {
	const calendar = value ?? 'england-and-wales';
	if (isCode('working_day_calendar', calendar)) return calendar;
	return bad(`${name} must be one of ${valuesOf('working_day_calendar').join(', ')}.`);
}
