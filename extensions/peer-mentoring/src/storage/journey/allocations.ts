import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { recordedSince, type Stay } from '../../domain/journey/areas.ts';
import { dayColumn, dayOf, nowColumn } from '../database/day-columns.ts';
import type { StoredJourney } from './journeys.ts';

interface Allocation {
	id: string;
	mentee: string;
	peer_mentor: string | null;
	cpa: number;
	from_on: CalendarDay;
	until_on: CalendarDay | null;
}

/**
 * Settles the history of who held each Mentee, and where (2.6, 3.6): the allocation that no longer holds is closed, the
 * one that holds now is opened. The first begins with the first date of the record, be it imported years later; a Mentee
 * whom nobody holds has one without a Peer Mentor. Safe to repeat.
 * @returns where each Mentee has been supported, by the key of their record
 */
export async function settleAllocations(
	knex: Knex,
	journeys: readonly StoredJourney[],
	today: CalendarDay,
): Promise<Map<string, Stay[]>> {
	const journeyOf = new Map(journeys.map((journey) => [journey.mentee, journey]));
	const ids = journeys.map(({ mentee }) => mentee).filter((mentee) => mentee !== null);
	const mentees = await knex('mentees')
		.whereIn('id', ids)
		.select('id', 'peer_mentor', 'cpa', 'supplier', 'mentor_user', 'restricted');
	const held = await readAllocations(knex, ids);
	const closed: string[] = [];
	const opened: Record<string, unknown>[] = [];
	const stays = new Map<string, Stay[]>();
	for (const { id: mentee, peer_mentor, cpa: area, ...owner } of mentees) {
		const own = held.get(mentee) ?? [];
		const journey = journeyOf.get(mentee) as StoredJourney;
		const first = recordedSince(journey) ?? today;
		const cpa = Number(area ?? journey.cpa);
		const open = own.filter(({ until_on }) => until_on === null);
		const holds = open.find((each) => each.peer_mentor === peer_mentor && each.cpa === cpa);
		closed.push(...open.filter((each) => each !== holds).map(({ id }) => id));
		const [oldest] = own;
		if (oldest && oldest.from_on !== first && first <= (oldest.until_on ?? today)) {
			oldest.from_on = first;
			await knex('allocations')
				.where({ id: oldest.id })
				.update({ from_on: dayColumn(knex, first) });
		}
		if (!holds) {
			const from_on = oldest ? today : first;
			const added = { id: randomUUID(), mentee, peer_mentor, cpa, from_on, until_on: null };
			own.push(added);
			opened.push({ ...added, ...owner, from_on: dayColumn(knex, from_on), date_created: nowColumn(knex) });
		}
		stays.set(
			mentee,
			own.map((each) => ({ cpa: each.cpa, from: each.from_on })),
		);
	}
	if (closed.length > 0) {
		await knex('allocations')
			.whereIn('id', closed)
			.update({ until_on: dayColumn(knex, today) });
	}
	if (opened.length > 0) await knex.batchInsert('allocations', opened, 100);
	return stays;
}

/** The allocations of Mentees, each one's in the order in which they held. */
async function readAllocations(knex: Knex, mentees: readonly string[]): Promise<Map<string, Allocation[]>> {
	const rows = await knex('allocations')
		.whereIn('mentee', [...mentees])
		.orderBy(['from_on', { column: 'until_on', nulls: 'last' }, 'date_created', 'id'])
		.select('id', 'mentee', 'peer_mentor', 'cpa', 'from_on', 'until_on');
	const allocations = rows.map((row) => ({
		...row,
		cpa: Number(row.cpa),
		from_on: dayOf(row.from_on) as CalendarDay,
		until_on: dayOf(row.until_on),
	}));
	return Map.groupBy(allocations, ({ mentee }) => mentee);
}
