import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CalendarDay } from '../domain/calendar-day.ts';
import { keepAllocations } from './allocations.ts';
import { followConsents } from './consents.ts';
import { ClockChanges } from './clock-changes.ts';
import { keepContractRecords } from './contract-records.ts';
import { isSqlite, nowColumn } from './day-columns.ts';
import { BEFORE_THE_MENTEE, childrenOf } from './journey-tree.ts';
import { showProgrammes } from './plans.ts';
import { markRestrictedSessions } from './restrictions.ts';
import { recomputeClocks } from './service-level-clocks.ts';
import { keepServiceLevels } from './service-levels.ts';

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
	await knex.transaction(async (transaction) => {
		for (let start = 0; start < referrals.length; start += BATCH) {
			const batch = referrals.slice(start, start + BATCH);
			// Two requests about the same person must not both add their clocks.
			if (!isSqlite(knex)) await transaction('referrals').whereIn('id', batch).orderBy('id').forUpdate().select('id');
			await followConsents(transaction, batch);
			await openForThoseWhoAgreed(transaction, batch, user);
			await linkToMentees(transaction, batch);
			await rememberBenefits(transaction, batch);
			await showProgrammes(transaction, batch);
			await markRestrictedSessions(transaction, batch);
			await keepAllocations(transaction, batch, today);
			await handOver(transaction, batch);
			changes.add(await recomputeClocks(transaction, batch, today));
		}
		await keepServiceLevels(transaction, today, changes.months);
		if (contracts.length > 0) await keepContractRecords(transaction, contracts, today);
	});
	return changes;
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
async function openForThoseWhoAgreed(knex: Knex, referrals: string[], user: string | null): Promise<void> {
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

/**
 * The records of a person belong to whoever is their Peer Mentor now: the Mentee record decides once it is there. They
 * are restricted to that mentor once consent is withdrawn, and stay so when they are erased (2.25).
 */
export async function handOver(knex: Knex, referrals: readonly string[]): Promise<void> {
	const people = await knex('referrals as referral')
		.join('call_off_contracts as contract', 'contract.id', 'referral.contract')
		.leftJoin('mentees as mentee', 'mentee.referral', 'referral.id')
		.leftJoin('erasures as erasure', 'erasure.referral', 'referral.id')
		.leftJoin('peer_mentors as mentor', 'mentor.id', knex.raw('coalesce(mentee.peer_mentor, referral.peer_mentor)'))
		.whereIn('referral.id', referrals)
		.select(
			'referral.id',
			// A Mentee who moves to another Supplier's area is theirs; the referral still counts where it was made (2.6).
			knex.raw('coalesce(mentor.supplier, contract.supplier) as supplier'),
			'mentee.consent_withdrawn_on as withdrawn_on',
			'referral.consent_withdrawn_on as withdrawn_before',
			'erasure.id as erasure',
			'mentor.user',
			'mentor.id as mentor',
			'mentee.id as mentee',
		);
	const restrictedNow = (person: Row) =>
		[person.withdrawn_on, person.withdrawn_before, person.erasure].some((reason) => reason !== null);
	const alike = (person: Row) => [person.user, person.supplier, person.mentor, restrictedNow(person)].join(' ');
	for (const group of Map.groupBy(people as Row[], alike).values()) {
		const [first] = group as [Row];
		const { user, supplier, mentor } = first;
		const owner = { supplier, mentor_user: user ?? null, restricted: restrictedNow(first) };
		const keys: Record<string, unknown[]> = {
			referrals: group.map((person) => person.id),
			mentees: group.map((person) => person.mentee).filter(Boolean),
		};
		const person = { ...owner, peer_mentor: mentor ?? null };
		await own(knex('referrals').whereIn('id', keys.referrals as string[]), person);
		await own(knex('mentees').whereIn('id', keys.mentees as string[]), person);
		for (const [parent, ids] of Object.entries(keys)) {
			for (const { table, field } of childrenOf(parent)) {
				if (table !== 'mentees') await own(knex(table).whereIn(field, ids as string[]), owner);
			}
		}
		const plans = knex('action_plans')
			.whereIn('mentee', keys.mentees as string[])
			.select('id');
		for (const { table, field } of childrenOf('action_plans')) await own(knex(table).whereIn(field, plans), owner);
		// What the Buyer samples is nobody's to own, but no sample shows whoever has withdrawn (2.25).
		const { restricted } = owner;
		await own(knex('sample_items').whereIn('referral', keys.referrals as string[]), { restricted });
		await own(knex('plan_samples').whereIn('action_plan', plans), { restricted });
	}
}

type Row = Record<string, unknown>;

/** Updates only rows that differ, so that an ordinary save writes nothing here. */
async function own(query: Knex.QueryBuilder, owner: Row): Promise<void> {
	await query
		.where((differs) => {
			for (const [column, value] of Object.entries(owner)) {
				if (value === null) differs.orWhereNotNull(column);
				else differs.orWhereNot(column, value as string).orWhereNull(column);
			}
		})
		.update(owner);
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
