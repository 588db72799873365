import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { CodeOf } from '../../domain/language/code-lists.ts';
import { lastDayOutstanding } from '../../domain/people/last-day.ts';
import { mentorOutstanding, type MentorFitness } from '../../domain/people/mentor-outstanding.ts';
import { lacksWelshMentor } from '../../domain/people/welsh.ts';
import { inDistricts, readAssignmentsOf } from './fte.ts';
import { dayColumn, dayOf } from '../database/day-columns.ts';

/**
 * Settles what managers still have to see to for each Peer Mentor in post (2.17, 2.25); of who has left, their Mentees.
 * @param ids the mentors, or all of them
 */
export async function settleMentorOutstanding(
	knex: Knex,
	ids: readonly string[] | undefined,
	today: CalendarDay,
): Promise<void> {
	const only = (column: string) => (query: Knex.QueryBuilder) => void (ids && query.whereIn(column, [...ids]));
	const inPost = new Set(
		await knex('fte_assignments')
			.where(only('peer_mentor'))
			.where((until) => until.whereNull('ends_on').orWhere('ends_on', '>=', dayColumn(knex, today)))
			.distinct()
			.pluck('peer_mentor'),
	);
	const training = await knex('training_records')
		.where(only('peer_mentor'))
		.whereNotNull('completed_on')
		.select('peer_mentor', 'topic');
	const supervised = await knex('supervisions').where(only('peer_mentor')).select('peer_mentor', 'held_on', 'next_on');
	const topics = Map.groupBy(training, ({ peer_mentor }) => peer_mentor);
	const sessions = Map.groupBy(supervised, ({ peer_mentor }) => peer_mentor);
	const asked = await knex('mentees')
		.where(only('peer_mentor'))
		.where({ preferred_language: 'cy-GB', restricted: false })
		.whereNull('ended_on')
		.whereNotNull('peer_mentor')
		.distinct('peer_mentor', 'cpa');
	const welsh = Map.groupBy(asked, ({ peer_mentor }) => peer_mentor);
	const assignments = Map.groupBy(
		await inDistricts(knex, await readAssignmentsOf(knex, ids)),
		(each) => each.peer_mentor,
	);
	const mentors = await knex('peer_mentors')
		.where(only('id'))
		.orderBy('id')
		.select('id', 'lived_experience_attested_on', 'vetting', 'employment_basis', 'works_in_welsh', 'outstanding')
		.select('leaves_on', 'mentees_now', 'fte_gap_after');
	for (const { id, outstanding, ...row } of mentors) {
		const fitness: MentorFitness = {
			lived_experience_attested_on: dayOf(row.lived_experience_attested_on),
			vetting: row.vetting,
			employment_basis: row.employment_basis,
			topics: (topics.get(id) ?? []).map(({ topic }) => topic),
			supervisions: (sessions.get(id) ?? []).map(({ held_on, next_on }) => ({
				held_on: dayOf(held_on) as CalendarDay,
				next_on: dayOf(next_on),
			})),
			assignments: assignments.get(id) ?? [],
			lacks_welsh: (welsh.get(id) ?? []).some(({ cpa }) =>
				lacksWelshMentor({
					cpa: cpa === null ? null : Number(cpa),
					preferred_language: 'cy-GB',
					works_in_welsh: row.works_in_welsh,
				}),
			),
		};
		const missing: CodeOf<'mentor_outstanding'>[] = [
			...(inPost.has(id) ? mentorOutstanding(fitness, today) : []),
			...lastDayOutstanding({
				leaves_on: dayOf(row.leaves_on),
				mentees_now: Number(row.mentees_now),
				fte_gap_after: row.fte_gap_after === null ? null : Number(row.fte_gap_after),
			}),
		];
		const wanted = missing.length === 0 ? null : JSON.stringify(missing);
		// PostgreSQL gives the list itself, SQLite its text.
		const there = outstanding === null || typeof outstanding === 'string' ? outstanding : JSON.stringify(outstanding);
		if (there !== wanted) await knex('peer_mentors').where({ id }).update({ outstanding: wanted });
	}
}
