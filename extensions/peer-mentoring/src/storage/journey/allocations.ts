import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { recordedSince } from '../../domain/journey/areas.ts';
import { historyChanges, settledHistory, type Held } from '../../domain/journey/held.ts';
import type { Stay } from '../../domain/journey/journey.ts';
import { dayColumn, dayOf, nowColumn } from '../database/day-columns.ts';
import { insertMany } from '../database/insert-many.ts';
import type { StoredJourney } from './journeys.ts';

interface Allocation extends Held {
	mentee: string;
	delivery_area: string | null;
}

/**
 * Settles the history of who held each Mentee, and where (2.6, 3.6), as {@link settledHistory} says; a Mentee whom nobody
 * holds has an allocation without a Peer Mentor. Safe to repeat.
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
	const opened: Record<string, unknown>[] = [];
	const stays = new Map<string, Stay[]>();
	for (const { id: mentee, peer_mentor, cpa: area, ...owner } of mentees) {
		const own = held.get(mentee) ?? [];
		const journey = journeyOf.get(mentee) as StoredJourney;
		const holder = { peer_mentor, cpa: Number(area ?? journey.cpa) };
		const days = { first: recordedSince(journey), today, id: randomUUID() };
		const history = settledHistory(own, holder, days);
		const { changed, added } = historyChanges(own, history);
		for (const { id, from_on, until_on } of changed) {
			const change = { from_on: dayColumn(knex, from_on), until_on: dayColumn(knex, until_on) };
			await knex('allocations').where({ id }).update(change);
		}
		for (const each of added) {
			opened.push({ ...each, mentee, ...owner, from_on: dayColumn(knex, each.from_on), ...recorded });
		}
		const moves = staysOf(history, ({ cpa }) => String(cpa));
		if (moves !== undefined) stays.set(mentee, moves);
	}
	await insertMany(knex, 'allocations', opened);
	return stays;
}

/** Where the Mentees of a contract who have moved to another area were supported, by the key of their referral. */
export async function readStays(knex: Knex, contract: string): Promise<Map<string, Stay[]>> {
	const moved = await knex('allocations as allocation')
		.join('mentees as mentee', 'mentee.id', 'allocation.mentee')
		.join('referrals as referral', 'referral.id', 'mentee.referral')
		.where('referral.contract', contract)
		.groupBy('mentee.id', 'referral.id')
		.havingRaw('count(distinct allocation.cpa) > 1 or count(distinct allocation.delivery_area) > 1')
		.select('mentee.id as mentee', 'referral.id as referral');
	const covered = await coveredBy(knex, contract);
	const held = await readAllocations(
		knex,
		moved.map(({ mentee }) => mentee),
	);
	return new Map(
		moved.flatMap(({ mentee, referral }) => {
			const there = (held.get(mentee) ?? []).filter(({ cpa }) => covered.includes(cpa));
			const stays = staysOf(there, ({ cpa, delivery_area }) => `${cpa} ${delivery_area}`);
			return stays ? [[referral, stays]] : [];
		}),
	);
}

async function coveredBy(knex: Knex, contract: string): Promise<number[]> {
	const rows = await knex('contract_cpas').where({ contract }).select('contract_package_area as cpa');
	return rows.map(({ cpa }) => Number(cpa));
}

/** The places of somebody who has moved from one to another; nothing for everybody else. */
function staysOf<Of extends Held>(held: readonly Of[], placeOf: (held: Of) => string): Stay[] | undefined {
	if (new Set(held.map(placeOf)).size < 2) return undefined;
	return held.map(({ cpa, from_on, delivery_area }) => ({ cpa, from: from_on, delivery_area: delivery_area ?? null }));
}

/** The allocations of Mentees, each one's in the order in which they held. */
async function readAllocations(knex: Knex, mentees: readonly string[]): Promise<Map<string, Allocation[]>> {
	const rows = await knex('allocations')
		.whereIn('mentee', [...mentees])
		.orderBy(['from_on', 'date_created', 'id'])
		.select('id', 'mentee', 'peer_mentor', 'cpa', 'delivery_area', 'from_on', 'until_on');
	const allocations = rows.map((row) => ({
		...row,
		cpa: Number(row.cpa),
		from_on: dayOf(row.from_on) as CalendarDay,
		until_on: dayOf(row.until_on),
	}));
	return Map.groupBy(allocations, ({ mentee }) => mentee);
}
