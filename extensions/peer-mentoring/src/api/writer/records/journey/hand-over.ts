import type { Knex } from 'knex';
import type { CalendarDay } from '../../../../domain/calendar/calendar-day.ts';
import { handOverProblems, type Wish } from '../../../../domain/people/hand-over.ts';
import { dayOf } from '../../../../storage/database/day-columns.ts';
import { readAssignmentsOf } from '../../../../storage/people/fte.ts';
import { RecordRefused } from '../../../shared/errors.ts';

/** A Mentee, whoever is to hold them, where, and from when on. */
export interface HandOver {
	mentee: string;
	mentor: string;
	cpa: number;
	on: CalendarDay;
}

/** Refuses a hand-over to somebody who is not in post there on that day, or who is not to work with the Mentee. */
export async function refuseHandOver(
	knex: Knex,
	collection: string,
	{ mentee, mentor, cpa, on }: HandOver,
	held_since: CalendarDay | null = null,
): Promise<void> {
	const assignments = await readAssignmentsOf(knex, [mentor]);
	const rows = await knex('working_wishes').where({ mentee, peer_mentor: mentor }).select('since_on', 'until_on');
	const wishes: Wish[] = rows.map((row) => ({
		since_on: dayOf(row.since_on) as CalendarDay,
		until_on: dayOf(row.until_on),
	}));
	const problems = handOverProblems({ assignments, wishes, cpa, on, held_since });
	if (problems.length > 0) throw new RecordRefused(collection, problems);
}
