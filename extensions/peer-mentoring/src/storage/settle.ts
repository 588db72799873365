import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CalendarDay } from '../domain/calendar-day.ts';
import { isSqlite, nowColumn } from './day-columns.ts';
import { recomputeClocks } from './service-level-clocks.ts';

const BATCH = 500;

/** What was written: referrals, or whole contracts and calendars whose settings changed. */
export interface Written {
	referrals: readonly string[];
	contracts: readonly string[];
	calendars: readonly string[];
}

/**
 * Brings everything that follows from the records up to date: opens the Mentee record of whoever agreed to start, hands
 * every record of a Mentee to their present Peer Mentor, works out the clocks. In one transaction, and safe to repeat.
 */
export async function settle(
	knex: Knex,
	written: Written,
	today: CalendarDay,
	user: string | null = null,
): Promise<void> {
	await knex.transaction(async (transaction) => {
		const referrals = await allReferrals(transaction, written);
		for (let start = 0; start < referrals.length; start += BATCH) {
			const batch = referrals.slice(start, start + BATCH);
			// Two requests about the same person must not both add their clocks.
			if (!isSqlite(knex)) await transaction('referrals').whereIn('id', batch).orderBy('id').forUpdate().select('id');
			await openForThoseWhoAgreed(transaction, batch, user);
			await handOver(transaction, batch);
			await recomputeClocks(transaction, batch, today);
		}
	});
}

async function allReferrals(knex: Knex, { referrals, contracts, calendars }: Written): Promise<string[]> {
	if (contracts.length + calendars.length === 0) return [...referrals];
	const rows = await knex('referrals')
		.whereIn('contract', [...contracts])
		.orWhereIn(
			'contract',
			knex('call_off_contracts')
				.whereIn('working_day_calendar', [...calendars])
				.select('id'),
		)
		.select('id');
	return [...new Set([...referrals, ...rows.map((row) => row.id as string)])];
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

/** The records of a person belong to whoever is their Peer Mentor now: the Mentee record decides once it is there. */
export async function handOver(knex: Knex, referrals: readonly string[]): Promise<void> {
	const people = await knex('referrals as referral')
		.leftJoin('mentees as mentee', 'mentee.referral', 'referral.id')
		.leftJoin('peer_mentors as mentor', 'mentor.id', knex.raw('coalesce(mentee.peer_mentor, referral.peer_mentor)'))
		.whereIn('referral.id', referrals)
		.select('referral.id', 'referral.supplier', 'mentor.user', 'mentor.id as mentor', 'mentee.id as mentee');
	for (const group of Map.groupBy(people, (person) => `${person.user} ${person.supplier} ${person.mentor}`).values()) {
		const { user, supplier, mentor } = group[0];
		const owner = { supplier, mentor_user: user ?? null };
		const ids = group.map((person) => person.id);
		const mentees = group.map((person) => person.mentee).filter(Boolean);
		const plans = knex('action_plans').whereIn('mentee', mentees).select('id');
		await own(knex('referrals').whereIn('id', ids), { ...owner, peer_mentor: mentor ?? null });
		await own(knex('mentees').whereIn('id', mentees), { ...owner, peer_mentor: mentor ?? null });
		await own(knex('initial_meetings').whereIn('referral', ids), owner);
		for (const table of ['diagnostic_interviews', 'action_plans', 'sessions', 'baseline_surveys']) {
			await own(knex(table).whereIn('mentee', mentees), owner);
		}
		await own(knex('actions').whereIn('action_plan', plans), owner);
	}
}

/** Updates only rows that differ, so that an ordinary save writes nothing here. */
async function own(query: Knex.QueryBuilder, owner: Record<string, string | null>): Promise<void> {
	await query
		.where((differs) => {
			for (const [column, value] of Object.entries(owner)) {
				if (value === null) differs.orWhereNotNull(column);
				else differs.orWhereNot(column, value).orWhereNull(column);
			}
		})
		.update(owner);
}
