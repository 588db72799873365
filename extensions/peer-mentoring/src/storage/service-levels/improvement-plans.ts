import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CalendarDay, CalendarMonth } from '../../domain/calendar/calendar-day.ts';
import { planStatus, plansNeeded, type PlanHistory } from '../../domain/service-levels/improvement-plans.ts';
import { readContracts } from '../contract/contracts.ts';
import { dayColumn, dayOf, nowColumn } from '../database/day-columns.ts';
import { settlePlanClocks } from './improvement-clocks.ts';

interface StoredPlan extends Omit<PlanHistory, 'missed_again'> {
	id: string;
	service_level: string;
	month: CalendarMonth;
	status: string;
	begun: boolean;
	fresh: boolean;
	critical: boolean;
	missed_again: string | null;
}

/** What people write into a plan, any of which means that somebody has begun it. */
const TEXTS = ['responsible', 'cause', 'actions', 'decision'] as const;
const DAYS = ['submitted_on', 'begun_on', 'due_on', 'closed_on'] as const;

/**
 * Opens a Performance Improvement Plan for each service level that a contract has missed, and notes on an open one the
 * months that were missed again (3.3). A critical service level, or one missed again, is flagged as a possible Critical
 * Service Failure; what that means is for people to decide. Where each plan stands follows from its days, and so do the
 * clocks of those that are needed.
 */
export async function settleImprovementPlans(
	knex: Knex,
	contracts: readonly string[] | undefined,
	today: CalendarDay,
): Promise<void> {
	const levels = await knex('service_levels').select('id', 'critical');
	const critical = new Set(levels.filter((level) => Boolean(level.critical)).map(({ id }) => id as string));
	for (const held of await readContracts(knex, contracts)) {
		const { id: contract, supplier } = held;
		const running: (PlanHistory & { id: string })[] = [];
		const missed = await knex('service_level_results')
			.where({ contract, status: 'missed', released: false })
			.whereNull('cpa')
			.select('service_level', 'month');
		const plans = Map.groupBy(await readPlans(knex, contract, today), ({ service_level }) => service_level);
		for (const service_level of new Set([...missed.map((row) => row.service_level as string), ...plans.keys()])) {
			const months = missed.filter((row) => row.service_level === service_level).map((row) => row.month);
			for (const { month, plan, needed, missed_again } of plansNeeded(plans.get(service_level) ?? [], months)) {
				const history: PlanHistory & { id: string } = { ...(plan ?? opened(today)), missed_again };
				const follows = {
					critical: needed && (critical.has(service_level) || missed_again.length > 0),
					missed_again: shown(missed_again),
					status: planStatus(history, needed),
				};
				if (needed) running.push(history);
				if (plan) await settlePlan(knex, plan, needed, follows, today);
				else {
					await knex('performance_improvement_plans').insert({
						id: history.id,
						...{ contract, supplier, service_level, month, ...follows },
						opened_on: dayColumn(knex, today),
						date_created: nowColumn(knex),
					});
				}
			}
		}
		await settlePlanClocks(knex, held, running, today);
	}
}

/** A plan that the platform opens, and that has nothing in it yet. */
function opened(today: CalendarDay): Omit<PlanHistory, 'missed_again'> & { id: string } {
	return {
		id: randomUUID(),
		opened_on: today,
		...{ submitted_on: null, begun_on: null, due_on: null, closed_on: null },
	};
}

async function readPlans(knex: Knex, contract: string, today: CalendarDay): Promise<StoredPlan[]> {
	const rows = await knex('performance_improvement_plans')
		.where({ contract })
		.select(
			'id',
			'service_level',
			'month',
			'status',
			'opened_on',
			'critical',
			'missed_again',
			'user_created',
			...TEXTS,
			...DAYS,
		);
	return rows.map((row) => {
		const begun = row.user_created !== null || [...TEXTS, ...DAYS].some((field) => Boolean(row[field]));
		return {
			...row,
			begun,
			fresh: !begun && dayOf(row.opened_on) === today,
			opened_on: dayOf(row.opened_on),
			submitted_on: dayOf(row.submitted_on),
			begun_on: dayOf(row.begun_on),
			due_on: dayOf(row.due_on),
			closed_on: dayOf(row.closed_on),
			critical: Boolean(row.critical),
		};
	});
}

/**
 * A plan that nobody has begun and that turns out not to be needed is said to be so; one opened on the same day, by
 * records entered one after the other, has not been there at all.
 */
async function settlePlan(
	knex: Knex,
	plan: StoredPlan,
	needed: boolean,
	follows: Pick<StoredPlan, 'critical' | 'missed_again' | 'status'>,
	today: CalendarDay,
): Promise<void> {
	const row = knex('performance_improvement_plans').where({ id: plan.id });
	if (!needed && plan.opened_on === today) return void (await row.delete());
	const differs =
		plan.critical !== follows.critical || plan.missed_again !== follows.missed_again || plan.status !== follows.status;
	if (differs) await row.update(follows);
}

/** The last of many months: a contract of five years has no more than fit. */
function shown(months: readonly CalendarMonth[]): string | null {
	return months.length === 0 ? null : months.slice(-24).join(', ');
}
