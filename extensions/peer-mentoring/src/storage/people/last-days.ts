/** Keeps on each Peer Mentor how many Mentees they hold, and what their last day would leave behind (2.6, 2.26). */
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { gapAfter, lastDayOf } from '../../domain/people/last-day.ts';
import { asOnePersonEach } from '../../domain/people/one-person.ts';
import { dayColumn, dayOf } from '../database/day-columns.ts';
import { readAssignmentsOf, readCpaFte } from './fte.ts';

/** @param mentors whose records have changed, or all of them */
export async function settleLastDays(
	knex: Knex,
	mentors: readonly string[] | undefined,
	today: CalendarDay,
): Promise<void> {
	const everybody = asOnePersonEach(await readAssignmentsOf(knex, undefined));
	const posts = Map.groupBy(everybody, ({ peer_mentor }) => peer_mentor);
	const cpas = await readCpaFte(knex, [...new Set(everybody.map(({ cpa }) => cpa))]);
	const held = await menteesHeld(knex);
	const query = knex('peer_mentors').select('id', 'mentees_now', 'leaves_on', 'fte_gap_after');
	for (const { id, ...there } of mentors ? await query.whereIn('id', [...mentors]) : await query) {
		const own = posts.get(id) ?? [];
		const wanted = {
			mentees_now: held.get(id) ?? 0,
			leaves_on: lastDayOf(own),
			fte_gap_after: gapAfter(own, { everybody, cpas, today }),
		};
		const gap = there.fte_gap_after === null ? null : Number(there.fte_gap_after);
		const same = Number(there.mentees_now) === wanted.mentees_now && gap === wanted.fte_gap_after;
		if (same && dayOf(there.leaves_on) === wanted.leaves_on) continue;
		await knex('peer_mentors')
			.where({ id })
			.update({ ...wanted, leaves_on: dayColumn(knex, wanted.leaves_on) });
	}
}

/** How many Mentees each Peer Mentor supports now. */
async function menteesHeld(knex: Knex): Promise<Map<string, number>> {
	const rows: Record<string, unknown>[] = await knex('mentees')
		.whereNull('ended_on')
		.whereNotNull('peer_mentor')
		.groupBy('peer_mentor')
		.select('peer_mentor')
		.count({ number: '*' });
	return new Map(rows.map(({ peer_mentor, number }) => [String(peer_mentor), Number(number)]));
}
