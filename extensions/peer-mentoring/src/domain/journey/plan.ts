import type { Problem } from './messages.ts';
import { isBlank, type PlainRecord } from './record-rules.ts';

/** Specific, Measurable, Achievable, Realistic and Timebound, as an action says it (1.13). */
const SMART = ['what', 'measure', 'achievable', 'relevance', 'due_on'] as const;

/** A SMART Action Plan and its actions, before or after a write. */
export interface PlanOnRecord {
	plan: PlainRecord;
	actions: readonly PlainRecord[];
}

/** Whether an action is a SMART one (1.13). */
export function isSmart(action: PlainRecord): boolean {
	return SMART.every((field) => !isBlank(action[field]));
}

/** Whether the plan itself is on record: a goal, and at least one SMART action (1.13, Table A). */
export function isOnRecord({ plan, actions }: PlanOnRecord): boolean {
	return !isBlank(plan.goal) && actions.some(isSmart);
}

/**
 * A plan is agreed only with a goal and a SMART action: one without is a draft, and its clock runs on (1.13, Table A). An
 * agreement that came with a file is there without them, and what is missing can be written down one by one.
 */
export function agreementProblems(before: PlanOnRecord | undefined, after: PlanOnRecord): Problem[] {
	if (!isAgreement(after) || isOnRecord(after)) return [];
	if (before && isAgreement(before) && !isOnRecord(before)) return [];
	const problems: Problem[] = [];
	if (isBlank(after.plan.goal)) problems.push({ field: 'goal', code: 'agreed_plan_needs_goal' });
	if (!after.actions.some(isSmart)) problems.push({ field: 'actions', code: 'agreed_plan_needs_action' });
	return problems;
}

/** The same, where an action is what is written: beside each answer that it lacks. */
export function actionProblems(before: PlanOnRecord | undefined, after: PlanOnRecord, action: PlainRecord): Problem[] {
	const refused = agreementProblems(before, after).some(({ field }) => field === 'actions');
	if (!refused) return [];
	return SMART.filter((field) => isBlank(action[field])).map((field) => ({ field, code: 'agreed_plan_needs_action' }));
}

function isAgreement({ plan }: PlanOnRecord): boolean {
	return !isBlank(plan.agreed_on);
}
