/** Links by which Mentees confirm their plans, and what they answered (Table A). */
import { createHash, randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { today } from '../../clock/today.ts';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { CodeOf } from '../../domain/language/code-lists.ts';
import type { Language } from '../../domain/language/text.ts';
import {
	isChangeWaiting,
	planAsRead,
	type Agreement,
	type ConfirmationLink,
	type GivenAnswer,
	type LinkedPlan,
	type PlanAsRead,
} from '../../domain/journey/plan-confirmation.ts';
import { dayColumn, dayOf, momentColumn, momentOf, nowColumn } from '../database/day-columns.ts';
import { hashOfToken, isToken, newToken } from '../database/secret-token.ts';
import { planAsItIs } from './plans.ts';

/** A plan as it is now, and whose it is. */
export interface StoredPlan extends LinkedPlan, Agreement {
	id: string;
	mentee: string;
	referral: string;
	supplier: string;
	mentor_user: string | null;
	/** Of the Mentee. */
	language: Language;
	email: string | null;
	/** The words of the plan. */
	read: PlanAsRead;
}

export interface StoredLink extends ConfirmationLink {
	id: string;
	plan: StoredPlan;
}

export async function readPlan(knex: Knex, id: string): Promise<StoredPlan | undefined> {
	const row = await knex('action_plans as plan')
		.join('mentees as mentee', 'mentee.id', 'plan.mentee')
		.leftJoin('erasures as erasure', 'erasure.referral', 'mentee.referral')
		.where('plan.id', id)
		.first(
			...['plan.id', 'plan.mentee', 'plan.supplier', 'plan.mentor_user', 'plan.agreed_on', 'plan.evidence'],
			...['plan.restricted', 'mentee.referral', 'mentee.ended_on', 'mentee.consent_withdrawn_on', 'mentee.email'],
			...['mentee.preferred_language', 'erasure.id as erasure'],
		);
	if (!row) return undefined;
	const read = await wordsOf(knex, id);
	return {
		...{ id: row.id, mentee: row.mentee, referral: row.referral, supplier: row.supplier, mentor_user: row.mentor_user },
		agreed_on: dayOf(row.agreed_on),
		evidence: row.evidence as CodeOf<'plan_evidence'> | null,
		restricted: Boolean(row.restricted) || row.erasure !== null || row.consent_withdrawn_on !== null,
		ended_on: dayOf(row.ended_on),
		language: row.preferred_language === 'cy-GB' ? 'cy-GB' : 'en-GB',
		email: row.email,
		read,
		version: versionOf(read),
	};
}

async function wordsOf(knex: Knex, plan: string): Promise<PlanAsRead> {
	const { goal, actions } = await planAsItIs(knex, plan);
	return planAsRead({ goal }, actions as Record<string, unknown>[]);
}

function versionOf(read: PlanAsRead): string {
	return createHash('sha256').update(JSON.stringify(read)).digest('hex');
}

/** The link that a token belongs to, whatever it still opens; a link that was answered or replaced has no token. */
export async function findConfirmation(knex: Knex, token: string): Promise<StoredLink | undefined> {
	if (!isToken(token)) return undefined;
	const row = await knex('plan_confirmations')
		.where({ token_hash: hashOfToken(token) })
		.first('id', 'action_plan', 'expires_on', 'answer', 'version');
	const plan = row && (await readPlan(knex, row.action_plan));
	if (!plan) return undefined;
	const { id, answer, version } = row;
	return { id, answer, version, expires_on: dayOf(row.expires_on) as CalendarDay, plan };
}

/** Makes a link for a plan as it is now, which ends those that were not answered. Its token is returned this once. */
export async function issueConfirmation(
	knex: Knex,
	plan: StoredPlan,
	{ expires_on, user }: { expires_on: CalendarDay; user: string | null },
): Promise<string> {
	const token = newToken();
	await knex.transaction(async (transaction) => {
		await transaction('plan_confirmations').where({ action_plan: plan.id }).update({ token_hash: null });
		await transaction('plan_confirmations').insert({
			...{ id: randomUUID(), action_plan: plan.id, supplier: plan.supplier, mentor_user: plan.mentor_user },
			...{ restricted: false, user_created: user, date_created: nowColumn(transaction) },
			...{ token_hash: hashOfToken(token), version: plan.version, plan_then: JSON.stringify(plan.read) },
			expires_on: dayColumn(transaction, expires_on),
		});
	});
	return token;
}

/**
 * Keeps an answer with the words that were agreed to; the link is over with it.
 * @returns whether this answer is the one that counts: another may have been quicker
 */
export async function keepAnswer(
	knex: Knex,
	link: StoredLink,
	{ answer, asked_change, wording, read_in, at }: GivenAnswer & { wording: string | null; read_in: Language; at: Date },
): Promise<boolean> {
	const count = await knex('plan_confirmations')
		.where({ id: link.id })
		.whereNull('answer')
		.whereNotNull('token_hash')
		.update({ ...{ answer, asked_change, wording, read_in, token_hash: null }, answered_at: momentColumn(knex, at) });
	// Of several links for one plan one is answered.
	if (count === 1) await knex('plan_confirmations').where({ action_plan: link.plan.id }).update({ token_hash: null });
	return count === 1;
}

/** Whether somebody has answered about any of these plans, or about plans of these Mentees or referrals. */
export async function isAnswered(
	knex: Knex,
	collection: 'action_plans' | 'mentees' | 'referrals',
	keys: readonly string[],
): Promise<boolean> {
	const column = { action_plans: 'plan.id', mentees: 'plan.mentee', referrals: 'mentee.referral' }[collection];
	const row = await knex('plan_confirmations as confirmation')
		.join('action_plans as plan', 'plan.id', 'confirmation.action_plan')
		.join('mentees as mentee', 'mentee.id', 'plan.mentee')
		.whereNotNull('confirmation.answer')
		.whereIn(column, [...keys])
		.first('confirmation.id');
	return row !== undefined;
}

/** Those of these referrals of whom a change to the plan waits for their Peer Mentor. */
export async function changesWaiting(knex: Knex, referrals: readonly string[]): Promise<Set<string>> {
	const links = await knex('plan_confirmations as link')
		.join('action_plans as plan', 'plan.id', 'link.action_plan')
		.join('mentees as mentee', 'mentee.id', 'plan.mentee')
		.whereIn('mentee.referral', [...referrals])
		.orderBy(['link.date_created', 'link.id'])
		.select('mentee.referral', 'plan.mentee', 'link.answer', 'link.answered_at', 'link.version');
	const newest = new Map(links.map((link) => [link.referral as string, link]));
	const waiting = new Set<string>();
	for (const [referral, { mentee, answer, answered_at, version }] of newest) {
		if (answer !== 'change_asked') continue;
		const rows = await knex('action_plans').where({ mentee }).whereNotNull('agreed_on').select('id', 'agreed_on');
		const plans = [];
		for (const { id, agreed_on } of rows)
			plans.push({ agreed_on: dayOf(agreed_on), version: versionOf(await wordsOf(knex, id)) });
		const at = momentOf(answered_at);
		if (isChangeWaiting({ answer, version, on: at === null ? null : today(new Date(at)) }, plans))
			waiting.add(referral);
	}
	return waiting;
}
