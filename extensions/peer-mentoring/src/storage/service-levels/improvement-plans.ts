import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CalendarDay, CalendarMonth } from '../../domain/calendar/calendar-day.ts';
import { plansNeeded } from '../../domain/service-levels/improvement-plans.ts';
import { readContracts } from '../contract/contracts.ts';
import { dayColumn, dayOf, nowColumn } from '../database/day-columns.ts';

interface StoredPlan {
	id: string;
	service_level: string;
	month: CalendarMonth;
	status: string;
	begun: boolean;
	fresh: boolean;
	opened_on: CalendarDay | null;
	closed_on: CalendarDay | null;
	critical: boolean;
	missed_again: string | null;
}

/** Written texts, any of which means that somebody has begun a plan. */
const TEXTS = ['responsible', 'cause', 'actions', 'decision'];
/** What the platform itself says of a plan. */
const UNBEGUN = ['to_be_written', 'not_needed'];

/**
 * Opens a Performance Improvement Plan for each service level that a contract has missed, and notes on an open one the
 * months that were missed again (3.3). A critical service level, or one missed again, is flagged as a possible Critical
 * Service Failure; what that means is for people to decide.
 */
export async function settleImprovementPlans(
	knex: Knex,
	contracts: readonly string[] | undefined,
	today: CalendarDay,
): Promise<void> {
	const levels = await knex('service_levels').select('id', 'critical');
	const critical = new Set(levels.filter((level) => Boolean(level.critical)).map(({ id }) => id as string));
	for (const { id: contract, supplier } of await readContracts(knex, contracts)) {
		const missed = await knex('service_level_results')
			.where({ contract, status: 'missed' })
			.whereNull('cpa')
			.select('service_level', 'month');
		const plans = Map.groupBy(await readPlans(knex, contract, today), ({ service_level }) => service_level);
		for (const service_level of new Set([...missed.map((row) => row.service_level as string), ...plans.keys()])) {
			const months = missed.filter((row) => row.service_level === service_level).map((row) => row.month);
			for (const { month, plan, needed, missed_again } of plansNeeded(plans.get(service_level) ?? [], months)) {
				const flags = {
					critical: needed && (critical.has(service_level) || missed_again.length > 0),
					missed_again: shown(missed_again),
				};
				if (plan) await settlePlan(knex, plan, needed, flags, today);
				else {
					await knex('performance_improvement_plans').insert({
						id: randomUUID(),
						...{ contract, supplier, service_level, month, ...flags },
						opened_on: dayColumn(knex, today),
						status: 'to_be_written',
						date_created: nowColumn(knex),
					});
				}
			}
		}
	}
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
			'closed_on',
			'critical',
			'missed_again',
			'user_created',
			...TEXTS,
		);
	const begun = (row: Record<string, unknown>) =>
		row.user_created !== null || TEXTS.some((text) => Boolean(row[text])) || !UNBEGUN.includes(row.status as string);
	return rows.map((row) => ({
		...row,
		begun: row.user_created !== null || TEXTS.some((text) => Boolean(row[text])),
		fresh: !begun(row) && dayOf(row.opened_on) === today,
		opened_on: dayOf(row.opened_on),
		closed_on: dayOf(row.closed_on),
		critical: Boolean(row.critical),
	}));
}

/**
 * A plan that nobody has begun and that turns out not to be needed is said to be so; one opened on the same day, by
 * records entered one after the other, has not been there at all.
 */
async function settlePlan(
	knex: Knex,
	plan: StoredPlan,
	needed: boolean,
	flags: Pick<StoredPlan, 'critical' | 'missed_again'>,
	today: CalendarDay,
): Promise<void> {
	const row = knex('performance_improvement_plans').where({ id: plan.id });
	if (!needed && plan.opened_on === today) return void (await row.delete());
	const status = needed ? (plan.status === 'not_needed' ? 'to_be_written' : plan.status) : 'not_needed';
	const differs =
		plan.critical !== flags.critical || plan.missed_again !== flags.missed_again || plan.status !== status;
	if (differs) await row.update({ ...flags, status });
}

/** The last of many months: a contract of five years has no more than fit. */
function shown(months: readonly CalendarMonth[]): string | null {
	return months.length === 0 ? null : months.slice(-24).join(', ');
}
