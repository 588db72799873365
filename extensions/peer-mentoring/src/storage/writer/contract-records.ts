import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { keepContractClocks } from '../service-levels/contract-clocks.ts';
import { lockContracts } from '../database/locks.ts';
import { ensureContractCalendar } from '../contract/contract-calendar.ts';
import { keepPeriodicReturns } from '../returns/periodic-returns.ts';
import { ensureReturns } from '../returns/returns.ts';
import { keepServiceLevels } from '../service-levels/service-levels.ts';

/**
 * Brings up to date what follows from contracts' own records: milestones and meetings, the monthly, quarterly and
 * six-monthly returns, the clocks of their deadlines, and all their service levels, because FTE and returns belong to no
 * Mentee.
 * Give it a transaction.
 * @param ids the contracts, or all of them
 */
export async function keepContractRecords(
	knex: Knex,
	ids: readonly string[] | undefined,
	today: CalendarDay,
): Promise<void> {
	await lockContracts(knex, ids);
	await ensureContractCalendar(knex, ids, today);
	await ensureReturns(knex, ids, today);
	await keepPeriodicReturns(knex, ids);
	await keepContractClocks(knex, ids, today);
	await keepServiceLevels(knex, today, ids);
}
