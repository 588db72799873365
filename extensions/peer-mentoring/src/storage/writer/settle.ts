import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { isSqlite } from '../database/day-columns.ts';
import { lockContracts } from '../database/locks.ts';
import { settleAllocations } from '../journey/allocations.ts';
import { settleCompleteness } from '../journey/completeness.ts';
import { journeysOf } from '../journey/journeys.ts';
import { settleFirstSessions } from '../journey/questionnaires.ts';
import { settleProgrammes } from '../journey/plans.ts';
import { settleRestrictedSessions } from '../journey/restrictions.ts';
import { settleSessionAttention, settleSessionsOfContract } from '../journey/session-attention.ts';
import { mentorsOf, settlePeerMentors } from '../people/presence.ts';
import { settleConsents } from '../privacy/consents.ts';
import { settleOwners } from '../privacy/ownership.ts';
import { ClockChanges } from '../service-levels/clock-changes.ts';
import { settleClocks } from '../service-levels/service-level-clocks.ts';
import { settleServiceLevels } from '../service-levels/service-levels.ts';
import { settleContracts } from './contract-records.ts';
import { settleAllocatedAreas, settleDeliveryAreas } from './delivery-areas.ts';
import { openForThoseWhoAgreed, settleBenefits, settleLinks } from './mentees.ts';

export { settleConsents, settleSessionsOfContract };

const BATCH = 500;

/** What was written. */
export interface Written {
	/** Referrals of which any record has changed. */
	referrals: readonly string[];
	/** Contracts of which a record of their own has: a milestone, a request, a return, an invoice, an FTE assignment. */
	contracts: readonly string[];
	/** Peer Mentors of whom a record of their own has: hours, visits, interviews. */
	mentors: readonly string[];
}

/**
 * Settles everything that follows from what was written: opens the Mentee record of whoever agreed to start, hands every
 * record of a Mentee to their present Peer Mentor, works out the clocks and the service levels of the months in which any
 * has changed, the payments, and what Peer Mentors come to. In one transaction, and safe to repeat.
 */
export async function settle(
	knex: Knex,
	written: Written,
	today: CalendarDay,
	user: string | null = null,
): Promise<ClockChanges> {
	return knex.transaction((transaction) => settleInside(transaction, written, today, user));
}

/**
 * As {@link settle}, for whoever has written in a transaction that is still open.
 * @param done told after each batch of people how many are settled
 */
export async function settleInside(
	transaction: Knex,
	{ referrals, contracts, mentors }: Written,
	today: CalendarDay,
	user: string | null,
	done?: (people: number) => void,
): Promise<ClockChanges> {
	const changes = new ClockChanges();
	const concerned = new Set(mentors);
	for (let start = 0; start < referrals.length; start += BATCH) {
		const batch = referrals.slice(start, start + BATCH);
		changes.add(await settlePeople(transaction, batch, today, user));
		for (const mentor of await mentorsOf(transaction, batch)) concerned.add(mentor);
		done?.(start + batch.length);
	}
	// People first, then what is shared, in one order: two who record at the same moment wait here and nowhere else.
	await lockContracts(transaction, [...changes.months.keys(), ...contracts]);
	await settleServiceLevels(transaction, today, changes.months);
	await settleContracts(transaction, contracts, today);
	await settlePeerMentors(transaction, [...concerned].sort(), today);
	return changes;
}

/**
 * As {@link settle}, of people alone, and without counting any service level again: for whoever settles all people of a
 * contract and then the contract, whose months would be counted with every batch. Give it a transaction.
 */
export async function settlePeople(
	transaction: Knex,
	batch: readonly string[],
	today: CalendarDay,
	user: string | null = null,
): Promise<ClockChanges> {
	// Two requests about the same person must not both add their clocks; others may name the referral meanwhile.
	if (!isSqlite(transaction)) {
		await transaction('referrals').whereIn('id', batch).orderBy('id').forNoKeyUpdate().select('id');
	}
	await openForThoseWhoAgreed(transaction, batch, user);
	await settleConsents(transaction, batch, user);
	await settleLinks(transaction, batch);
	await settleBenefits(transaction, batch);
	await settleProgrammes(transaction, batch);
	await settleCompleteness(transaction, batch);
	await settleRestrictedSessions(transaction, batch);
	await settleSessionAttention(transaction, batch);
	await settleFirstSessions(transaction, batch);
	await settleOwners(transaction, batch);
	await settleDeliveryAreas(transaction, batch, today);
	const journeys = await journeysOf(transaction, batch);
	const stays = await settleAllocations(transaction, journeys, today, user);
	await settleAllocatedAreas(
		transaction,
		journeys.map(({ mentee }) => mentee).filter((mentee) => mentee !== null),
	);
	return settleClocks(transaction, journeys, stays, today);
}
