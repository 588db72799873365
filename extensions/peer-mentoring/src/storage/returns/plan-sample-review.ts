/** One sampled plan with everything that its anonymisation needs, and what becomes of it (3.11). */
import type { Knex } from 'knex';
import type { Known } from '../../domain/privacy/anonymise/anonymise.ts';
import { anonymisedPlan, released, type Passage, type SampledPlan } from '../../domain/privacy/anonymise/plan.ts';
import { shiftOf } from '../../domain/privacy/anonymise/shift.ts';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { CodeOf } from '../../domain/language/code-lists.ts';
import { dayColumn, dayOf, nowColumn } from '../database/day-columns.ts';
import { dictionaries } from '../language/dictionaries.ts';
import { namesOfAccounts } from '../platform/accounts.ts';
import { drawAnother } from './plan-samples.ts';

export interface StoredSample {
	id: string;
	draw: string;
	cpa: number;
	status: CodeOf<'plan_sample_status'>;
	action_plan: string | null;
	redactions: string[];
	passages_read: string[];
	restricted: boolean;
	supplier: string;
}

/** The sample with this key. @param lock holds it until the transaction ends, so that nobody decides it meanwhile */
export async function readSample(knex: Knex, id: string, lock = false): Promise<StoredSample | undefined> {
	const query = knex('plan_samples').where({ id });
	if (lock) query.forUpdate();
	const row = await query.first();
	return (
		row && {
			...row,
			cpa: Number(row.cpa),
			redactions: listOf(row.redactions),
			passages_read: listOf(row.passages_read),
			restricted: Boolean(row.restricted),
		}
	);
}

/** SQLite gives JSON back as text. */
function listOf(value: unknown): string[] {
	const list: unknown = typeof value === 'string' ? JSON.parse(value) : value;
	return Array.isArray(list) ? list.map(String) : [];
}

/** The plan as it is now, anonymised by rule and by what the reviewer has hidden; none where it is not there any more. */
export async function anonymisedSample(knex: Knex, sample: StoredSample): Promise<Passage[] | undefined> {
	const plan = await knex('action_plans as plan')
		.join('mentees as mentee', 'mentee.id', 'plan.mentee')
		.where({ 'plan.id': sample.action_plan })
		.first('plan.id', 'plan.goal', 'plan.agreed_on', 'mentee.id as mentee', 'mentee.referral');
	const draw = await knex('plan_sample_draws').where({ id: sample.draw }).first('seed', 'drawn_on');
	if (!plan || !draw) return undefined;
	const near = dayOf(plan.agreed_on) ?? (dayOf(draw.drawn_on) as CalendarDay);
	const moving = { days: shiftOf(draw.seed, plan.mentee), near };
	const known: Known = {
		...(await recordOf(knex, plan.mentee, plan.referral)),
		places: await readPlaces(knex),
		moving,
		isWord: await dictionaries(),
	};
	return anonymisedPlan(await sampledPlan(knex, plan), known, sample.redactions);
}

async function sampledPlan(
	knex: Knex,
	plan: { id: string; goal: string | null; agreed_on: unknown },
): Promise<SampledPlan> {
	const actions = await knex('actions')
		.where({ action_plan: plan.id })
		.orderBy('id')
		.select('what', 'measure', 'achievable', 'relevance', 'due_on', 'status');
	const reviews = await knex('plan_reviews')
		.where({ action_plan: plan.id })
		.orderBy('id')
		.select('reviewed_on', 'summary');
	return {
		goal: plan.goal,
		agreed_on: dayOf(plan.agreed_on),
		actions: byDay(
			actions.map((action) => ({ ...action, due_on: dayOf(action.due_on) })),
			'due_on',
		),
		reviews: byDay(
			reviews.map(({ reviewed_on, summary }) => ({ reviewed_on: dayOf(reviewed_on), summary })),
			'reviewed_on',
		),
	};
}

/** In order of the days; the databases disagree where an unknown day belongs: here, at the end. */
function byDay<Field extends string, Row extends Record<Field, CalendarDay | null>>(rows: Row[], field: Field): Row[] {
	const of = (row: Row) => row[field] ?? 'unknown';
	return rows.toSorted((a, b) => (of(a) < of(b) ? -1 : Number(of(a) > of(b))));
}

/** Names, numbers and addresses on the record of a Mentee, and whoever was their Peer Mentor. */
async function recordOf(
	knex: Knex,
	mentee: string,
	referral: string,
): Promise<Pick<Known, 'people' | 'otherNames' | 'exact'>> {
	const person = ['first_name', 'last_name', 'name', 'phone', 'email', 'reference'];
	const others = ['work_coach', 'third_party_contact', 'referrer_phone', 'referrer_email'];
	const now = await knex('mentees')
		.where({ id: mentee })
		.first(...person, 'nino', 'peer_mentor', 'mentor_user');
	const then = await knex('referrals')
		.where({ id: referral })
		.first(...person, ...others);
	const held = knex('allocations').where({ mentee }).select('peer_mentor');
	const mentors = await knex('peer_mentors')
		.where({ id: now.peer_mentor })
		.orWhereIn('id', held)
		.select('first_name', 'last_name', 'name', 'user');
	const users = [now.mentor_user, ...mentors.map(({ user }) => user)].filter(Boolean);
	const accounts = await namesOfAccounts(knex, users);
	const words = [now.name, then.name, ...mentors.map(({ name }) => name), then.work_coach, then.third_party_contact];
	const values = [now, then].flatMap(({ phone, email, reference }) => [phone, email, reference]);
	return {
		people: [now, then, ...mentors, ...accounts].map(({ first_name, last_name }) => ({ first_name, last_name })),
		otherNames: words.filter(Boolean),
		exact: [...values, now.nino, then.referrer_phone, then.referrer_email].filter(Boolean),
	};
}

/** Every place of Annex C, in English, in Welsh and as it is printed there. */
async function readPlaces(knex: Knex): Promise<string[]> {
	const areas = await knex('delivery_areas').select('name', 'name_cy');
	const offices = await knex('jobcentre_offices').select('name', 'name_cy', 'name_printed');
	const districts = await knex('contract_package_areas').select('name', 'district');
	return [...areas, ...offices, ...districts].flatMap((row) => Object.values<string>(row)).filter(Boolean);
}

interface Decision {
	user: string;
	today: CalendarDay;
}

/** Keeps what a reviewer has hidden and read so far. */
export async function keepReview(
	knex: Knex,
	{ id }: StoredSample,
	review: { redactions?: string[]; passages_read?: string[] },
	user: string,
): Promise<void> {
	const lists = Object.entries(review).map(([field, list]) => [field, JSON.stringify(list)]);
	const who = { user_updated: user, date_updated: nowColumn(knex) };
	await knex('plan_samples')
		.where({ id })
		.update({ ...Object.fromEntries(lists), status: 'in_review', ...who });
}

/** Releases a plan as it reads now: from then on, it stays as it is (3.11). */
export async function releaseSample(
	knex: Knex,
	{ id }: StoredSample,
	passages: readonly Passage[],
	{ user, today }: Decision,
): Promise<void> {
	const on = dayColumn(knex, today);
	await knex('plan_samples')
		.where({ id })
		.update({
			status: 'released',
			anonymised: JSON.stringify(released(passages)),
			released_on: on,
			...decidedBy(knex, user, on),
		});
}

/** Rejects a plan, and draws another in its place. @returns whether there was another */
export async function rejectSample(
	knex: Knex,
	{ id, draw, cpa }: StoredSample,
	reason: string,
	{ user, today }: Decision,
): Promise<boolean> {
	await knex('plan_samples')
		.where({ id })
		.update({ status: 'rejected', reject_reason: reason, ...decidedBy(knex, user, dayColumn(knex, today)) });
	return drawAnother(knex, draw, cpa);
}

function decidedBy(knex: Knex, user: string, on: string | number): Record<string, unknown> {
	return { reviewed_by: user, reviewed_on: on, user_updated: user, date_updated: nowColumn(knex) };
}
