import type { Knex } from 'knex';
import type { Problem } from '../../../../domain/problems.ts';
import { actionProblems, agreementProblems, type PlanOnRecord } from '../../../../domain/journey/plan.ts';
import { uuidIn } from '../../../../storage/database/keys.ts';
import { RecordRefused } from '../../../shared/errors.ts';
import type { Payload } from '../../../shared/plain-record.ts';
import { rowsAfter } from './nested-rows.ts';

/** Asks whether a plan may be agreed as it would become, with what is nested in it (1.13, Table A). */
export async function planProblemsOf(knex: Knex, plan: Payload): Promise<Problem[]> {
	const before = await readPlan(knex, uuidIn(plan.id));
	return agreementProblems(before, { plan, actions: rowsAfter(before?.actions ?? [], plan.actions) });
}

/**
 * The same of an action of a plan. @param together the keys of all that the same change is made to: none of them can be
 * what still makes up for another
 */
export async function actionProblemsOf(
	knex: Knex,
	action: Payload,
	{ together, change }: { together: readonly unknown[]; change: Payload },
): Promise<Problem[]> {
	const before = await readPlan(knex, uuidIn(action.action_plan));
	if (!before) return [];
	const others = before.actions.filter(({ id }) => id !== action.id);
	const changed = others.map((other) => (together.includes(other.id) ? { ...other, ...change } : other));
	return actionProblems(before, { ...before, actions: [...changed, action] }, action);
}

/** Refuses to delete what an agreed plan cannot be without. */
export async function refuseToLose(knex: Knex, keys: readonly unknown[]): Promise<void> {
	const plans = await knex('actions')
		.whereIn('id', keys as string[])
		.distinct('action_plan');
	for (const { action_plan } of plans) {
		const before = (await readPlan(knex, action_plan)) as PlanOnRecord;
		const after = { ...before, actions: before.actions.filter(({ id }) => !keys.includes(id)) };
		const problems = agreementProblems(before, after);
		if (problems.length > 0) throw new RecordRefused('action_plans', problems);
	}
}

async function readPlan(knex: Knex, id: string | undefined): Promise<PlanOnRecord | undefined> {
	const plan = id && (await knex('action_plans').where({ id }).first('agreed_on', 'goal'));
	return plan && { plan, actions: await knex('actions').where({ action_plan: id }) };
}
