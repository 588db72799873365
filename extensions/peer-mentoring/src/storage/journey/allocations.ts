import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { recordedSince } from '../../domain/journey/areas.ts';
import type { Stay } from '../../domain/journey/journey.ts';
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
 * @returns where each Mentee who has moved was supported, by the key of their record
 */
export async function settleAllocations(
	knex: Knex,
	journeys: readonly StoredJourney[],
	today: CalendarDay,
	user: string | null,
): Promise<Map<string, Stay[]>> {
	const journeyOf = new Map(journeys.map((journey) => [journey.mentee, journey]));
	const ids = journeys.map(({ mentee }) => mentee).filter((mentee) => mentee !== null);
	const mentees = await knex('mentees')
		.whereIn('id', ids)
		.select('id', 'peer_mentor', 'cpa', 'supplier', 'mentor_user', 'restricted');
	const held = await readAllocations(knex, ids);
	const recorded = { date_created: nowColumn(knex), user_created: user };
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
			opened.push({ ...added, ...owner, from_on: dayColumn(knex, from_on), ...recorded });
		}
		const moves = staysOf(own);
		if (moves !== undefined) stays.set(mentee, moves);
	}
	if (closed.length > 0) {
		await knex('allocations')
			.whereIn('id', closed)
			.update({ until_on: dayColumn(knex, today) });
	}
	if (opened.length > 0) await knex.batchInsert('allocations', opened, 100);
	return stays;
}

/** Where the Mentees of a contract who have moved were supported, by the key of their referral. */
export async function readStays(knex: Knex, contract: string): Promise<Map<string, Stay[]>> {
	const moved = await knex('allocations as allocation')
		.join('mentees as mentee', 'mentee.id', 'allocation.mentee')
		.join('referrals as referral', 'referral.id', 'mentee.referral')
		.where('referral.contract', contract)
		.groupBy('mentee.id', 'referral.id')
		.havingRaw('count(distinct allocation.cpa) > 1')
		.select('mentee.id as mentee', 'referral.id as referral');
	const covered = await coveredBy(knex, contract);
	const held = await readAllocations(
		knex,
		moved.map(({ mentee }) => mentee),
	);
	return new Map(
		moved.flatMap(({ mentee, referral }) => {
			const stays = staysOf((held.get(mentee) ?? []).filter(({ cpa }) => covered.includes(cpa)));
			return stays ? [[referral, stays]] : [];
		}),
	);
}

async function coveredBy(knex: Knex, contract: string): Promise<number[]> {
	const rows = await knex('contract_cpas').where({ contract }).select('contract_package_area as cpa');
	return rows.map(({ cpa }) => Number(cpa));
}

/** The areas of somebody who has moved; nothing for everybody else. */
function staysOf(held: readonly Allocation[]): Stay[] | undefined {
	if (new Set(held.map(({ cpa }) => cpa)).size < 2) return undefined;
	return held.map(({ cpa, from_on }) => ({ cpa, from: from_on }));
}

/** The allocations of Mentees, each one's in the order in which they held. */
async function readAllocations(knex: Knex, mentees: readonly string[]): Promise<Map<string, Allocation[]>> {
	const rows = await knex('allocations')
		.whereIn('mentee', [...mentees])
		.orderBy(['from_on', 'date_created', 'id'])
		.select('id', 'mentee', 'peer_mentor', 'cpa', 'from_on', 'until_on');
	const allocations = rows.map((row) => ({
		...row,
		cpa: Number(row.cpa),
		from_on: dayOf(row.from_on) as CalendarDay,
		until_on: dayOf(row.until_on),
	}));
	return Map.groupBy(allocations, ({ mentee }) => mentee);
}
