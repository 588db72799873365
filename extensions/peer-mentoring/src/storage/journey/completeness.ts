import type { Knex } from 'knex';
import { isEligibilityComplete } from '../../domain/journey/eligibility.ts';
import { unanswered } from '../../domain/journey/interview.ts';
import { isOnRecord } from '../../domain/journey/plan.ts';
import { isYes } from '../../domain/journey/record-rules.ts';

type Row = Record<string, unknown>;

const MEETING = [
	'dependency_is_a_barrier',
	'aged_18_or_over',
	'lives_in_area',
	'benefit_position',
	'assurance',
	'decided_by',
];
const INTERVIEW = ['aspirations', 'needs', 'barriers', 'health_needs', 'housing', 'other_barriers'];
const ACTION = ['what', 'measure', 'achievable', 'relevance', 'due_on'];

/**
 * Says on each initial meeting, Diagnostic Interview and SMART Action Plan whether it is complete (1.13, 2.1 to 2.3,
 * 2.27), so that the figures need not read what people have said.
 */
export async function settleCompleteness(knex: Knex, people: readonly string[]): Promise<void> {
	// Of somebody who has been erased the answers are gone; that they were given stays, or else the clocks would move.
	const erased: Row[] = await knex('erasures').whereIn('referral', people).select('referral');
	const gone = new Set(erased.map(({ referral }) => referral));
	const referrals = people.filter((referral) => !gone.has(referral));
	const meetings: Row[] = await knex('initial_meetings')
		.whereIn('referral', referrals)
		.select('id', 'eligibility_complete', ...MEETING);
	await note(knex, 'initial_meetings', 'eligibility_complete', meetings, isEligibilityComplete);

	const mentees = knex('mentees').whereIn('referral', referrals).select('id');
	const interviews: Row[] = await knex('diagnostic_interviews')
		.whereIn('mentee', mentees.clone())
		.select('id', 'complete', ...INTERVIEW);
	await note(knex, 'diagnostic_interviews', 'complete', interviews, (row) => unanswered(row).length === 0);

	const plans: Row[] = await knex('action_plans').whereIn('mentee', mentees).select('id', 'on_record', 'goal');
	const keys = plans.map(({ id }) => id as string);
	const actions: Row[] = await knex('actions')
		.whereIn('action_plan', keys)
		.select('action_plan', ...ACTION);
	const actionsOf = Map.groupBy(actions, ({ action_plan }) => action_plan);
	await note(knex, 'action_plans', 'on_record', plans, (plan) =>
		isOnRecord({ plan, actions: actionsOf.get(plan.id) ?? [] }),
	);
}

/** Writes what differs from what is there. */
async function note(
	knex: Knex,
	table: string,
	column: string,
	rows: readonly Row[],
	holds: (row: Row) => boolean,
): Promise<void> {
	for (const value of [true, false]) {
		const ids = rows
			.filter((row) => holds(row) === value && (row[column] === null || isYes(row[column]) !== value))
			.map(({ id }) => id as string);
		if (ids.length > 0)
			await knex(table)
				.whereIn('id', ids)
				.update({ [column]: value });
	}
}
