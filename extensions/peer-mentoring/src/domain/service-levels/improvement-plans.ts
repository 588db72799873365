import { monthOf, type CalendarDay, type CalendarMonth } from '../calendar/calendar-day.ts';

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
