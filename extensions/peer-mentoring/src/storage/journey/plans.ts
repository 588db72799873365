import type { Knex } from 'knex';
import { dayOf } from '../database/day-columns.ts';

/** A SMART Action Plan with its actions as they stand, to be kept with a review (1.13). */
export async function planAsItIs(knex: Knex, plan: string): Promise<Record<string, unknown>> {
	const row = await knex('action_plans').where({ id: plan }).first('goal', 'agreed_on', 'evidence');
	const actions = await knex('actions')
		.where({ action_plan: plan })
		.orderBy('id')
		.select('what', 'measure', 'achievable', 'relevance', 'due_on', 'status');
	return {
		goal: row?.goal ?? null,
		evidence: row?.evidence ?? null,
		agreed_on: dayOf(row?.agreed_on),
		actions: actions.map((action) => ({ ...action, due_on: dayOf(action.due_on) })),
	};
}

/** Shows on each plan the Buyer's employment programmes that the Mentee is on, so that none is duplicated (2.28). */
export async function settleProgrammes(knex: Knex, referrals: readonly string[]): Promise<void> {
	const plans = await knex('action_plans as plan')
		.join('mentees as mentee', 'mentee.id', 'plan.mentee')
		.whereIn('mentee.referral', referrals)
		.select('plan.id', 'plan.mentee', 'plan.buyer_programmes');
	const engagements = await knex('support_engagements')
		.whereIn(
			'mentee',
			plans.map(({ mentee }) => mentee),
		)
		.where({ kind: 'buyer_programme' })
		.whereNull('ended_on')
		.select('mentee', 'programme');
	const byMentee = Map.groupBy(engagements, ({ mentee }) => mentee);
	for (const { id, mentee, buyer_programmes: shown } of plans) {
		const own = (byMentee.get(mentee) ?? []).map((each) => each.programme as string);
		const wanted = own.length > 0 ? JSON.stringify([...new Set(own)].sort()) : null;
		const there = typeof shown === 'object' && shown !== null ? JSON.stringify(shown) : shown;
		if (wanted !== there) await knex('action_plans').where({ id }).update({ buyer_programmes: wanted });
	}
}
