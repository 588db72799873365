/** The Delivery Area of referrals and Mentees, as the rule of the domain says (1.18, 2.6). */
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { deliveryAreaOf } from '../../domain/journey/areas.ts';
import { dayOf } from '../database/day-columns.ts';

interface Place {
	id: string;
	cpa: number | null;
	delivery_area: string | null;
	peer_mentor: string | null;
	office: string | null;
}

/** Fills and moves the Delivery Area of people, and of the allocation that goes on. Safe to repeat. */
export async function settleDeliveryAreas(knex: Knex, referrals: readonly string[], today: CalendarDay): Promise<void> {
	const within = Map.groupBy(await knex('delivery_areas').select('id', 'cpa'), ({ cpa }) => Number(cpa));
	const offices = knex('referrals as referral')
		.leftJoin('jobcentre_offices as office', 'office.id', 'referral.jobcentre_office')
		.whereIn('referral.id', [...referrals]);
	const asked: Place[] = await offices
		.clone()
		.select('referral.id', 'referral.cpa', 'referral.delivery_area', 'referral.peer_mentor')
		.select('office.delivery_area as office');
	const works = await areasOfMentors(knex, asked, today);
	const areaOf = ({ cpa, delivery_area, peer_mentor, office }: Place) =>
		deliveryAreaOf({
			chosen: delivery_area,
			office,
			mentor: works.get(peer_mentor ?? '') ?? [],
			within: (within.get(Number(cpa)) ?? []).map(({ id }) => id),
		});
	await write(knex, 'referrals', asked, areaOf);
	const mentees: Place[] = await offices
		.join('mentees as mentee', 'mentee.referral', 'referral.id')
		.select('mentee.id', 'mentee.delivery_area', 'mentee.peer_mentor', 'referral.delivery_area as office')
		.select(knex.raw('coalesce(mentee.cpa, referral.cpa) as cpa'));
	for (const [mentor, areas] of await areasOfMentors(knex, mentees, today)) works.set(mentor, areas);
	await write(knex, 'mentees', mentees, areaOf);
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

async function write(knex: Knex, table: string, places: readonly Place[], areaOf: (place: Place) => string | null) {
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
