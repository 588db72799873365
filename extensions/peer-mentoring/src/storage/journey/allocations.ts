import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { dayColumn, nowColumn } from '../database/day-columns.ts';

/**
 * Keeps the history of who held each Mentee, and where (2.6, 3.6): the allocation that no longer holds is closed, the
 * one that holds now is opened. Safe to repeat.
 */
export async function keepAllocations(knex: Knex, referrals: readonly string[], today: CalendarDay): Promise<void> {
	const mentees = await knex('mentees')
		.whereIn('referral', referrals)
		.select('id', 'peer_mentor', 'cpa', 'supplier', 'mentor_user');
	const open = await knex('allocations')
		.whereIn(
			'mentee',
			mentees.map(({ id }) => id),
		)
		.whereNull('until_on')
		.select('id', 'mentee', 'peer_mentor', 'cpa');
	const on = dayColumn(knex, today);
	const held = Map.groupBy(open, (each) => each.mentee);
	const closed: string[] = [];
	const opened = [];
	for (const { id: mentee, peer_mentor, cpa, supplier, mentor_user } of mentees) {
		const own = held.get(mentee) ?? [];
		const holds = own.find((each) => each.peer_mentor === peer_mentor && String(each.cpa) === String(cpa));
		closed.push(...own.filter((each) => each !== holds).map((each) => each.id as string));
		if (holds || peer_mentor === null) continue;
		const row = { id: randomUUID(), mentee, peer_mentor, cpa, supplier, mentor_user, from_on: on };
		opened.push({ ...row, date_created: nowColumn(knex) });
	}
	if (closed.length > 0) await knex('allocations').whereIn('id', closed).update({ until_on: on });
	if (opened.length > 0) await knex.batchInsert('allocations', opened, 100);
}
