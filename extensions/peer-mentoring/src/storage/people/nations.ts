import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { Calendar } from '../../domain/calendar/working-days.ts';
import { isAbsent } from '../../domain/people/absence.ts';
import { dayColumn, dayOf } from '../database/day-columns.ts';

/** The accounts of Peer Mentors whose last assignment has ended before a day: they have left. */
export async function departedMentors(knex: Knex, today: CalendarDay): Promise<Set<string>> {
	const still = knex('fte_assignments')
		.where((open) => open.whereNull('ends_on').orWhere('ends_on', '>=', dayColumn(knex, today)))
		.select('peer_mentor');
	const users = await knex('peer_mentors as mentor')
		.join('fte_assignments as assignment', 'assignment.peer_mentor', 'mentor.id')
		.whereNotIn('mentor.id', still)
		.whereNotNull('mentor.user')
		.distinct('mentor.user')
		.pluck('mentor.user');
	return new Set(users);
}

/** The accounts of Peer Mentors who are away on a day (2.26). */
export async function absentMentors(knex: Knex, today: CalendarDay): Promise<Set<string>> {
	const rows = await knex('peer_mentors')
		.whereNotNull('away_from_on')
		.whereNotNull('user')
		.select('user', 'away_from_on', 'away_until_on');
	const absent = rows.filter((row) =>
		isAbsent({ away_from_on: dayOf(row.away_from_on), away_until_on: dayOf(row.away_until_on) }, today),
	);
	return new Set(absent.map(({ user }) => user as string));
}

/**
 * The nations that people work in, by their calendars of bank holidays: a Peer Mentor's is that of the Jobcentre Plus
 * offices of their delivery areas, everybody else's of a Supplier those of its contracts.
 */
export async function nationsOf(
	knex: Knex,
): Promise<{ ofMentor: ReadonlyMap<string, Calendar[]>; ofSupplier: ReadonlyMap<string, Calendar[]> }> {
	const mentors = await knex('fte_assignments as assignment')
		.join('peer_mentors as mentor', 'mentor.id', 'assignment.peer_mentor')
		.join('jobcentre_offices as office', 'office.delivery_area', 'assignment.delivery_area')
		.whereNotNull('mentor.user')
		.distinct('mentor.user as key', 'office.calendar');
	const suppliers = await knex('call_off_contracts').distinct('supplier as key', 'working_day_calendar as calendar');
	return { ofMentor: calendarsByKey(mentors), ofSupplier: calendarsByKey(suppliers) };
}

function calendarsByKey(rows: { key: string; calendar: Calendar }[]): Map<string, Calendar[]> {
	const grouped = Map.groupBy(rows, ({ key }) => key);
	return new Map([...grouped].map(([key, own]) => [key, own.map(({ calendar }) => calendar)]));
}
