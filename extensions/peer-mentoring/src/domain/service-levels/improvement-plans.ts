import { monthOf, type CalendarDay, type CalendarMonth } from '../calendar/calendar-day.ts';
import { deadline, type Holidays } from '../calendar/working-days.ts';
import type { Problem } from '../contract/messages.ts';
import { isBlank } from '../journey/record-rules.ts';
import type { CodeOf } from '../language/code-lists.ts';
import { clockFrom, type Clock } from './clock.ts';

/** A Performance Improvement Plan of one service level of one contract. */
export interface ImprovementPlan {
	/** The month whose miss it answers. */
	month: CalendarMonth;
	/** Whether somebody has begun it: opened it by hand, or written anything into it. */
	begun: boolean;
	/** Whether the platform opened it today, and nobody has looked at it since. */
	fresh: boolean;
	/** The last day on which it was open; `null` while it is. */
	closed_on: CalendarDay | null;
}

/** A plan as the missed months make it. */
export interface PlanNeeded<Plan extends ImprovementPlan> {
	month: CalendarMonth;
	/** The plan that is there; `undefined` for one to be opened. */
	plan: Plan | undefined;
	/** Whether its month is missed, or somebody has begun it. */
	needed: boolean;
	/** The later months missed while it was open: poor performance that continues. */
	missed_again: CalendarMonth[];
}

/**
 * The plans that the missed months of a service level ask for (3.3). The first month opens one; a further month missed
 * while a plan is open opens none, and is for people to decide about; a month missed after it was closed opens the next.
 * A plan that nobody has begun and whose month is not missed any more, because the records were put right, is not
 * needed and stands for nothing. Those opened today are worked out anew, so that it does not matter in which order the
 * records of a day are entered.
 */
export function plansNeeded<Plan extends ImprovementPlan>(
	plans: readonly Plan[],
	missed: readonly CalendarMonth[],
): PlanNeeded<Plan>[] {
	const fresh = plans.filter((plan) => plan.fresh);
	const all: PlanNeeded<Plan>[] = plans
		.filter((plan) => !plan.fresh)
		.map((plan) => ({
			month: plan.month,
			plan,
			needed: plan.begun || missed.includes(plan.month),
			missed_again: [],
		}));
	for (const month of [...missed].sort()) {
		if (all.some((each) => each.month === month)) continue;
		const open = all.find((each) => each.needed && isOpenIn(each, month));
		if (open) open.missed_again.push(month);
		else all.push({ month, plan: fresh.find((plan) => plan.month === month), needed: true, missed_again: [] });
	}
	const spare = fresh.filter((plan) => all.every((each) => each.plan !== plan));
	return [...all, ...spare.map((plan) => ({ month: plan.month, plan, needed: false, missed_again: [] }))];
}

function isOpenIn({ month, plan }: PlanNeeded<ImprovementPlan>, other: CalendarMonth): boolean {
	const closed = plan?.closed_on ?? null;
	return other > month && (closed === null || other <= monthOf(closed));
}

/** What has happened to a plan that is needed. */
export interface PlanHistory {
	/** The day it was opened: its month was found missed, or somebody began it. */
	opened_on: CalendarDay | null;
	submitted_on: CalendarDay | null;
	/** The day on which its actions were begun. */
	begun_on: CalendarDay | null;
	/** The day by which its actions are done. */
	due_on: CalendarDay | null;
	closed_on: CalendarDay | null;
	missed_again: readonly CalendarMonth[];
}

export type PlanStatus = CodeOf<'improvement_status'>;

/**
 * Where a plan stands, which follows from what has happened and is nobody's to say (3.3). A month missed after the one in
 * which it was submitted is poor performance that continues, whatever has been begun.
 */
export function planStatus(
	{ submitted_on, begun_on, closed_on, missed_again }: PlanHistory,
	needed: boolean,
): PlanStatus {
	if (!needed) return 'not_needed';
	if (submitted_on === null) return 'to_be_written';
	if (closed_on !== null) return 'completed';
	const last = missed_again.at(-1);
	if (last !== undefined && last > monthOf(submitted_on)) return 'poor_performance_continues';
	return begun_on === null ? 'submitted' : 'being_carried_out';
}

/** Working Days in which a plan is written and submitted. The specification has no number: 3.3 asks for the plan. */
const DAYS_TO_SUBMIT = 10;

/** The days of a plan that is needed: to submit it, and, once that is done, to have done what it says (3.3). */
export function planClocks(plan: PlanHistory, holidays: Holidays, today: CalendarDay): Clock[] {
	const { opened_on, submitted_on, due_on, closed_on } = plan;
	const clocks: Clock[] = [];
	if (opened_on !== null) {
		const days = { started_on: opened_on, due_on: deadline(opened_on, DAYS_TO_SUBMIT, holidays) };
		clocks.push(clockFrom('improvement_plan', { ...days, met_on: submitted_on }, today));
	}
	if (submitted_on !== null && due_on !== null) {
		const days = { started_on: submitted_on, due_on, met_on: closed_on };
		clocks.push(clockFrom('improvement_actions', days, today));
	}
	return clocks;
}

/** What a plan says before it is submitted (3.3). */
export const PLAN_PARTS = ['cause', 'actions', 'responsible', 'due_on'] as const;

/** What a plan that is, or is about to be, submitted does not say (3.3). */
export function unwrittenParts(plan: Readonly<Record<string, unknown>>): (typeof PLAN_PARTS)[number][] {
	return PLAN_PARTS.filter((part) => isBlank(plan[part]));
}

/** A plan is submitted with its cause, its actions, who answers for them and by when; only then is it completed (3.3). */
export function improvementPlanProblems(plan: Readonly<Record<string, unknown>>): Problem[] {
	if (isBlank(plan.submitted_on)) {
		return isBlank(plan.closed_on) ? [] : [{ field: 'closed_on', code: 'plan_not_submitted' }];
	}
	return unwrittenParts(plan).map((field) => ({ field, code: 'plan_incomplete' }));
}
