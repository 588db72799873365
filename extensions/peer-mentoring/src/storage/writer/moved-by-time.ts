/**
 * What time alone has moved: worked out anew of nobody else, since what people record, and what changes of contracts and
 * calendars, is settled when it is stored. Of a person it is three things, each found by days that stand on the records:
 * clocks that are decided (3.3), a Dropout Date that may be recorded (Annex E), and the Delivery Area, where an assignment
 * of the Peer Mentor has ended (1.18). Found by what is stored and not by when it was last looked at: a night that never
 * was is made up for by the next.
 */
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { dayColumn } from '../database/day-columns.ts';
import { retrying } from '../database/retry.ts';
import { decideClocks, type Decided } from '../service-levels/service-level-clocks.ts';
import { referralsOfMovedAreas } from './delivery-areas.ts';
import { settleContractsAndMentors } from './recomputation.ts';
import { settlePeople } from './settle.ts';

const BATCH = 500;

/** What a night has moved. */
export interface Moved {
	clocks: Decided;
	/** Mentees of whom a dropout can be recorded from now on. */
	dropouts: number;
	/** People whose Delivery Area may be another. */
	areas: number;
}

/**
 * Settles whom time has moved, and then all contracts and Peer Mentors, of whom there are few. Safe to repeat; comes to
 * the same as `settleEverything`.
 * @param tell after each batch of people, how many of how many are settled
 */
export async function settleMovedByTime(
	knex: Knex,
	today: CalendarDay,
	tell: (done: number, of: number) => void = () => undefined,
): Promise<Moved> {
	const clocks = await retrying(() => knex.transaction((transaction) => decideClocks(transaction, today)));
	const dropouts = await dropoutsDue(knex, today);
	const areas = await referralsOfMovedAreas(knex, today);
	const people = [...new Set([...dropouts, ...areas])].sort();
	for (let start = 0; start < people.length; start += BATCH) {
		const batch = people.slice(start, start + BATCH);
		await retrying(() => knex.transaction((transaction) => settlePeople(transaction, batch, today)));
		tell(start + batch.length, people.length);
	}
	await settleContractsAndMentors(knex, today);
	return { clocks, dropouts: dropouts.length, areas: areas.length };
}

/** The referrals of Mentees whose earliest Dropout Date has come since they were last settled, as `outstandingFor` says. */
async function dropoutsDue(knex: Knex, today: CalendarDay): Promise<string[]> {
	const rows = await knex('mentees as mentee')
		.whereNull('mentee.ended_on')
		.where('mentee.dropout_due_on', '<=', dayColumn(knex, today))
		.whereNotNull('mentee.start_on')
		.whereRaw(`coalesce(cast(mentee.outstanding as text), '') not like '%"dropout_due"%'`)
		// Nothing is left to do for somebody who was erased.
		.whereNotExists(knex('erasures').whereRaw('erasures.referral = mentee.referral').whereNotNull('erased_on'))
		.select('mentee.referral');
	return rows.map(({ referral }) => referral as string);
}
