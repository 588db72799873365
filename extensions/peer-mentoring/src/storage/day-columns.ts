/** Days as the two databases keep them: SQLite as milliseconds at midnight UTC, PostgreSQL as a date. */
import type { Knex } from 'knex';
import type { CalendarDay } from '../domain/calendar-day.ts';

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

/** The present moment as a value for a `timestamp` column. */
export function nowColumn(knex: Knex): Date | number {
	return isSqlite(knex) ? Date.now() : new Date();
}
