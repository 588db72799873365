import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { HolidaysUnknownError } from '../../domain/calendar/working-days.ts';
import type { ClockCode } from '../../domain/service-levels/clock.ts';
import { planClocks, type PlanHistory } from '../../domain/service-levels/improvement-plans.ts';
import { holidayReader } from '../calendar/holidays.ts';
import type { StoredContract } from '../contract/contracts.ts';
import { ClockChanges } from './clock-changes.ts';
import { clockColumns, clockFound, ofContract, replaceClocks } from './clock-rows.ts';

export const PLAN_CLOCKS: readonly ClockCode[] = ['improvement_plan', 'improvement_actions'];

/**
 * Works out anew the clocks of a contract's Performance Improvement Plans (3.3): to submit each, and to do what it says.
 * A contract whose years have no bank holidays yet is left as it is.
 */
export async function settlePlanClocks(
	knex: Knex,
	contract: StoredContract,
	plans: readonly (PlanHistory & { id: string })[],
	today: CalendarDay,
): Promise<void> {
	const rows = await knex('service_level_clocks')
		.where({ contract: contract.id })
		.whereIn('service_level', [...PLAN_CLOCKS])
		.select(clockColumns);
	if (rows.length === 0 && plans.length === 0) return;
	try {
		const holidays = await holidayReader(knex)(contract.calendar);
		const wanted = plans.flatMap((plan) =>
			planClocks(plan, holidays, today).map((clock) => ({ ...clock, ...ofContract(contract), subject: plan.id })),
		);
		await replaceClocks(knex, rows.map(clockFound), wanted, new ClockChanges());
	} catch (error) {
		if (!(error instanceof HolidaysUnknownError)) throw error;
	}
}
