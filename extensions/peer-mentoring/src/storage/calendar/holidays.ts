import type { Knex } from 'knex';
import { holidaysOf, type Calendar, type Holidays } from '../../domain/calendar/working-days.ts';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { dayOf } from '../database/day-columns.ts';

/** The bank holidays of one calendar, as the list says now. */
export async function readHolidays(knex: Knex, calendar: Calendar): Promise<Holidays> {
	const rows = await knex('bank_holidays').where({ calendar }).select('day');
	return holidaysOf(
		calendar,
		rows.map((row) => dayOf(row.day) as CalendarDay),
	);
}

export type HolidayReader = (calendar: Calendar) => Promise<Holidays>;

/** The bank holidays of several calendars, each read once. */
export function holidayReader(knex: Knex): HolidayReader {
	const known = new Map<Calendar, Promise<Holidays>>();
	return (calendar) => {
		const holidays = known.get(calendar) ?? readHolidays(knex, calendar);
		known.set(calendar, holidays);
		return holidays;
	};
}
