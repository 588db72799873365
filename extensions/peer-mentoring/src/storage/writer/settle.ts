import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { keepAllocations } from '../journey/allocations.ts';
import { followConsents } from '../privacy/consents.ts';
import { ClockChanges } from '../service-levels/clock-changes.ts';
import { keepContractRecords } from './contract-records.ts';
import { isSqlite, nowColumn } from '../database/day-columns.ts';
import { lockContracts } from '../database/locks.ts';
import { inTransaction } from '../database/retry.ts';
import { BEFORE_THE_MENTEE } from '../journey/journey-tree.ts';
import { handOver } from '../privacy/ownership.ts';
import { showProgrammes } from '../journey/plans.ts';
import { markRestrictedSessions } from '../journey/restrictions.ts';
import { recomputeClocks } from '../service-levels/service-level-clocks.ts';
import { keepServiceLevels } from '../service-levels/service-levels.ts';

const BATCH = 500;

/** What was written. */
export interface Written {
	/** Referrals of which any record has changed. */
	referrals: readonly string[];
	/** Contracts of which a record of their own has: a milestone, a request, a return, an FTE assignment. */
	contracts: readonly string[];
}

/**
 * Brings everything that follows from the records up to date: opens the Mentee record of whoever agreed to start, hands
 * every record of a Mentee to their present Peer Mentor, works out the clocks and the service levels of the months in
 * which any has changed. In one transaction, and safe to repeat.
 */
export async function settle(
	knex: Knex,
	{ referrals, contracts }: Written,
	today: CalendarDay,
	user: string | null = null,
): Promise<ClockChanges> {
	const changes = new ClockChanges();
	await inTransaction(knex, async (transaction) => {
		for (let start = 0; start < referrals.length; start += BATCH) {
			changes.add(await settlePeople(transaction, referrals.slice(start, start + BATCH), today, user));
		}
		if (contracts.length > 0) await lockContracts(transaction, [...changes.months.keys(), ...contracts]);
		await keepServiceLevels(transaction, today, changes.months);
		if (contracts.length > 0) await keepContractRecords(transaction, contracts, today);
	});
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
	await followConsents(transaction, batch);
	await openForThoseWhoAgreed(transaction, batch, user);
	await linkToMentees(transaction, batch);
	await rememberBenefits(transaction, batch);
	await showProgrammes(transaction, batch);
	await markRestrictedSessions(transaction, batch);
	await keepAllocations(transaction, batch, today);
	await handOver(transaction, batch);
	return recomputeClocks(transaction, batch, today);
}

/** What a Mentee record takes over from the referral when it opens. */
const PERSON = [
	'first_name',
	'last_name',
	'name',
	'phone',
	'email',
	'preferred_language',
	'dwp_customer',
	'benefits',
	'consent_given_on',
	'consent_withdrawn_on',
	'reference',
	'contract',
	'cpa',
	'peer_mentor',
	'supplier',
	'mentor_user',
];

/** Whoever agrees to start has a Mentee record, so that nobody has to make one (2.7, Annex B). */
async function openForThoseWhoAgreed(knex: Knex, referrals: readonly string[], user: string | null): Promise<void> {
	const rows = await knex('referrals as referral')
		.whereIn('referral.id', referrals)
		.whereExists(knex('initial_meetings').whereRaw('referral = referral.id').where({ outcome: 'start' }))
		.whereNotExists(knex('mentees').whereRaw('mentees.referral = referral.id'))
		.select('referral.id');
	await openMentees(knex, new Map(rows.map(({ id }) => [id, randomUUID()])), user);
}

/** Opens Mentee records. @param mentees the key of each new record, by its referral */
export async function openMentees(
	knex: Knex,
	mentees: ReadonlyMap<string, string>,
	user: string | null,
): Promise<void> {
	const referrals = [...mentees.keys()];
	for (let start = 0; start < referrals.length; start += BATCH) {
		const batch = referrals.slice(start, start + BATCH);
		const rows = await knex('referrals')
			.whereIn('id', batch)
			.select('id', ...PERSON);
		await knex.batchInsert(
			'mentees',
			rows.map(({ id, benefits, ...person }) => ({
				...person,
				id: mentees.get(id),
				referral: id,
				benefits: typeof benefits === 'object' && benefits !== null ? JSON.stringify(benefits) : benefits,
				sessions_counted: 0,
				date_created: nowColumn(knex),
				user_created: user,
			})),
			100,
		);
	}
}

/** What was recorded before there was a Mentee record is found from it as well. */
async function linkToMentees(knex: Knex, referrals: readonly string[]): Promise<void> {
	for (const table of BEFORE_THE_MENTEE) {
		const rows = await knex(table)
			.join('mentees', 'mentees.referral', `${table}.referral`)
			.whereIn(`${table}.referral`, referrals)
			.whereNull(`${table}.mentee`)
			.select(`${table}.id`, 'mentees.id as mentee');
		for (const { id, mentee } of rows) await knex(table).where({ id }).update({ mentee });
	}
}

/** The benefits at the start are those that were known when it was recorded (3.5). */
export async function rememberBenefits(knex: Knex, referrals: readonly string[]): Promise<void> {
	await knex('mentees')
		.whereIn('referral', referrals)
		.whereNotNull('start_on')
		.whereNotNull('benefits')
		.whereNull('benefits_at_start')
		.update({ benefits_at_start: knex.ref('benefits') });
}
