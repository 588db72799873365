import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { AttendancePattern } from '../../domain/people/attendance.ts';
import { dayOf } from '../database/day-columns.ts';

/** A pattern as it is stored. */
export type StoredPattern = AttendancePattern & { id: string };

/** The weekly patterns of Peer Mentors, or of all (2.29). */
export async function readPatterns(knex: Knex, mentors: readonly string[] | undefined): Promise<StoredPattern[]> {
	const query = knex('attendance_patterns').orderBy('id');
	const rows = await (mentors ? query.whereIn('peer_mentor', [...mentors]) : query).select(
		...['id', 'peer_mentor as mentor', 'jobcentre_office as office', 'weekday', 'from_on', 'until_on'],
	);
	return rows.map(({ from_on, until_on, ...row }) => ({
		...row,
		from: dayOf(from_on) as CalendarDay,
		until: dayOf(until_on),
	}));
}
