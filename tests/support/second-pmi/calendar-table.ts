import type { Knex } from 'knex';
import { isWorkingDay } from '../../unit/support/day-by-day.ts';
import { insertRows, type RawRow } from '../caseloads/rows.ts';

const FIRST = Date.parse('2021-01-01');
const LAST = Date.parse('2027-12-31');
const DAY = 86_400_000;

/** The table of a calendar. */
export const calendarTable = (calendar: string) => `working_days_of_${calendar.replaceAll('-', '_')}`;

/**
 * A table of every day with how many Working Days have passed by its end: walked from day to day, so that a deadline is
 * a join and no rule of the platform has a part in it. From the bank holidays that the database holds.
 */
export async function makeCalendarTable(knex: Knex, calendar: string): Promise<void> {
	const name = calendarTable(calendar);
	await knex.schema.dropTableIfExists(name);
	await knex.schema.createTable(name, (table) => {
		table.integer('day').primary();
		table.integer('passed').notNullable().index();
		table.boolean('working').notNullable();
	});
	const rows = await knex('bank_holidays').where({ calendar }).select('day');
	const holidays = new Set(rows.map((row) => isoOf(row.day)));
	const days: RawRow[] = [];
	let passed = 0;
	for (let moment = FIRST; moment <= LAST; moment += DAY) {
		const working = isWorkingDay(moment, holidays);
		if (working) passed += 1;
		days.push({ day: moment / DAY, passed, working });
	}
	await insertRows(knex, name, days);
}

function isoOf(value: unknown): string {
	if (typeof value === 'string') return value.slice(0, 10);
	return new Date(value as number | Date).toISOString().slice(0, 10);
}
