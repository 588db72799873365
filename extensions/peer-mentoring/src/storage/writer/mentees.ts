import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { nowColumn } from '../database/day-columns.ts';
import { insertMany } from '../database/insert-many.ts';
import { BEFORE_THE_MENTEE } from '../journey/journey-tree.ts';

const BATCH = 500;

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
	'delivery_area',
	'peer_mentor',
	'supplier',
	'mentor_user',
];

/** Whoever agrees to start has a Mentee record, so that nobody has to make one (2.7, Annex B). */
export async function openForThoseWhoAgreed(
	knex: Knex,
	referrals: readonly string[],
	user: string | null,
): Promise<void> {
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
		await insertMany(
			knex,
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
		);
	}
}

/** What was recorded before there was a Mentee record is found from it as well. */
export async function settleLinks(knex: Knex, referrals: readonly string[]): Promise<void> {
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
export async function settleBenefits(knex: Knex, referrals: readonly string[]): Promise<void> {
	await knex('mentees')
		.whereIn('referral', referrals)
		.whereNotNull('start_on')
		.whereNotNull('benefits')
		.whereNull('benefits_at_start')
		.update({ benefits_at_start: knex.ref('benefits') });
}
