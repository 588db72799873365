/** Days as the two databases keep them: SQLite as milliseconds at midnight UTC, PostgreSQL as a date. */
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';

/** Whether this connection speaks to SQLite. */
export function isSqlite(knex: Knex): boolean {
	return String(knex.client.config.client).includes('sqlite');
}

/** A day as a value to write or to compare a `date` column with. */
export function dayColumn(knex: Knex, day: CalendarDay): string | number;
export function dayColumn(knex: Knex, day: CalendarDay | null): string | number | null;
export function dayColumn(knex: Knex, day: CalendarDay | null): string | number | null {
	return day !== null && isSqlite(knex) ? Date.parse(day) : day;
}

/** Millions of columns hold the same few thousand days. */
const known = new Map<unknown, CalendarDay>();
const MOST_KNOWN = 20_000;

/** The day in a `date` column, whichever way the driver gives it. */
export function dayOf(value: unknown): CalendarDay | null {
	if (value === null || value === undefined || value === '') return null;
	const key = value instanceof Date ? value.getTime() : value;
	const found = known.get(key);
	if (found !== undefined) return found;
	const date = typeof key === 'number' ? new Date(key) : new Date(`${String(key).slice(0, 10)}T00:00:00Z`);
	const day = date.toISOString().slice(0, 10) as CalendarDay;
	if (known.size >= MOST_KNOWN) known.clear();
	known.set(key, day);
	return day;
}

/** A moment as a value to write or to compare a `timestamp` column with. */
export function momentColumn(knex: Knex, moment: Date): Date | number {
	return isSqlite(knex) ? moment.getTime() : moment;
}

/** The present moment, as {@link momentColumn}. */
export function nowColumn(knex: Knex): Date | number {
	return momentColumn(knex, new Date());
}

/** The moment in a `timestamp` column in milliseconds, whichever way the driver gives it. */
export function momentOf(value: unknown): number | null {
	if (value === null || value === undefined) return null;
	return new Date(value as Date | number | string).getTime();
}
