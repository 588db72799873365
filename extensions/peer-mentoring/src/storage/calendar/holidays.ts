import type { Knex } from 'knex';
import { holidaysOf, type Calendar, type Holidays } from '../../domain/calendar/working-days.ts';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { dayOf } from '../database/day-columns.ts';

/** What was made of the list when it last said something else: a calendar of years is counted through for it. */
const made = new Map<Calendar, { of: string; holidays: Holidays }>();

/** The bank holidays of one calendar, as the list says now. */
export async function readHolidays(knex: Knex, calendar: Calendar): Promise<Holidays> {
	const rows = await knex('bank_holidays').where({ calendar }).orderBy('day').select('day');
	const days = rows.map((row) => dayOf(row.day) as CalendarDay);
	const of = days.join();
	const known = made.get(calendar);
	if (known?.of === of) return known.holidays;
	const holidays = holidaysOf(calendar, days);
	made.set(calendar, { of, holidays });
	return holidays;
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
