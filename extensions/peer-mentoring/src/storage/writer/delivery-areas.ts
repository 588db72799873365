/** The Delivery Area of referrals and Mentees, as the rule of the domain says (1.18, 2.6). */
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { deliveryAreaOf } from '../../domain/journey/areas.ts';
import { dayOf } from '../database/day-columns.ts';

interface Place {
	cpa: number | null;
	delivery_area: string | null;
	peer_mentor: string | null;
	office: string | null;
}

interface Stored extends Place {
	id: string;
}

/** Fills and moves the Delivery Area of people, and of the allocation that goes on. Safe to repeat. */
export async function settleDeliveryAreas(knex: Knex, referrals: readonly string[], today: CalendarDay): Promise<void> {
	const asked: Stored[] = await placesOfReferrals(knex)
		.whereIn('referral.id', [...referrals])
		.select('referral.id');
	await write(knex, 'referrals', asked, await areaRule(knex, asked, today));
	const mentees: Stored[] = await placesOfMentees(knex)
		.whereIn('referral.id', [...referrals])
		.select('mentee.id');
	await write(knex, 'mentees', mentees, await areaRule(knex, mentees, today));
}

/**
 * The referrals of whom, or of whose Mentee, the Delivery Area would be another now: since an assignment of their Peer
 * Mentor has ended, or an office or an area has changed. Asked of each kind of place once, however many people have it.
 */
export async function referralsOfMovedAreas(knex: Knex, today: CalendarDay): Promise<string[]> {
	const found = new Set<string>();
	for (const places of [placesOfReferrals, placesOfMentees]) {
		const kinds: Place[] = await places(knex).distinct();
		const areaOf = await areaRule(knex, kinds, today);
		for (const kind of kinds.filter((each) => areaOf(each) !== each.delivery_area)) {
			const same = places(knex).select('referral.id').as('place');
			for (const { id } of await knex(same)
				.where({ ...kind })
				.select('id'))
				found.add(id);
		}
	}
	return [...found];
}

/** Says on the allocation that goes on where the Mentee is supported; those before it keep what they say. */
export async function settleAllocatedAreas(knex: Knex, mentees: readonly string[]): Promise<void> {
	const rows = await knex('allocations as allocation')
		.join('mentees as mentee', 'mentee.id', 'allocation.mentee')
		.whereIn('mentee.id', [...mentees])
		.whereNull('allocation.until_on')
		.whereRaw('allocation.delivery_area is distinct from mentee.delivery_area')
		.select('allocation.id', 'mentee.delivery_area');
	for (const [area, own] of Map.groupBy(rows, ({ delivery_area }) => delivery_area as string | null)) {
		await knex('allocations')
			.whereIn(
				'id',
				own.map(({ id }) => id),
			)
			.update({ delivery_area: area });
	}
}

function placesOfReferrals(knex: Knex): Knex.QueryBuilder {
	return knex('referrals as referral')
		.leftJoin('jobcentre_offices as office', 'office.id', 'referral.jobcentre_office')
		.select('referral.cpa', 'referral.delivery_area', 'referral.peer_mentor', 'office.delivery_area as office');
}

/** Where the referral lies is to a Mentee what the office is to the referral. */
function placesOfMentees(knex: Knex): Knex.QueryBuilder {
	return knex('referrals as referral')
		.join('mentees as mentee', 'mentee.referral', 'referral.id')
		.select('mentee.delivery_area', 'mentee.peer_mentor', 'referral.delivery_area as office')
		.select(knex.raw('coalesce(mentee.cpa, referral.cpa) as cpa'));
}

/** The Delivery Area of each of these places. */
async function areaRule(
	knex: Knex,
	places: readonly Place[],
	today: CalendarDay,
): Promise<(place: Place) => string | null> {
	const within = Map.groupBy(await knex('delivery_areas').select('id', 'cpa'), ({ cpa }) => Number(cpa));
	const works = await areasOfMentors(knex, places, today);
	return ({ cpa, delivery_area, peer_mentor, office }) =>
		deliveryAreaOf({
			chosen: delivery_area,
			office,
			mentor: works.get(peer_mentor ?? '') ?? [],
			within: (within.get(Number(cpa)) ?? []).map(({ id }) => id),
		});
}

async function write(
	knex: Knex,
	table: string,
	places: readonly Stored[],
	areaOf: (place: Place) => string | null,
): Promise<void> {
	const moved = places.filter((place) => areaOf(place) !== place.delivery_area);
	for (const [area, own] of Map.groupBy(moved, areaOf)) {
		await knex(table)
			.whereIn(
				'id',
				own.map(({ id }) => id),
			)
			.update({ delivery_area: area });
	}
}

/** Where the Peer Mentors of these people work, or last did. */
async function areasOfMentors(knex: Knex, places: readonly Place[], today: CalendarDay) {
	const mentors = new Set(places.map(({ peer_mentor }) => peer_mentor).filter((mentor) => mentor !== null));
	const rows = await knex('fte_assignments')
		.whereIn('peer_mentor', [...mentors])
		.select('peer_mentor', 'delivery_area', 'ends_on');
	const isStill = ({ ends_on }: Record<string, unknown>) => ends_on === null || (dayOf(ends_on) as string) >= today;
	return new Map(
		[...Map.groupBy(rows, ({ peer_mentor }) => peer_mentor as string)].map(([mentor, own]) => {
			const now = own.filter(isStill);
			return [mentor, (now.length > 0 ? now : own).map(({ delivery_area }) => delivery_area as string)];
		}),
	);
}
