import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { lockContracts } from '../database/locks.ts';
import { settleImprovementPlans } from './improvement-plans.ts';
import { releaseResults } from './released-results.ts';
import { settleResults } from './service-level-results.ts';

/** Months by contract. */
export type Months = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Brings the service levels of months, and the plans that missed ones ask for, up to date (3.3). Runs in the caller's
 * transaction.
 * @param which the months in which a clock has changed, by contract; or contracts of which everything is counted again;
 *   left out, that is all of them
 */
export async function settleServiceLevels(
	knex: Knex,
	today: CalendarDay,
	which?: Months | readonly string[],
): Promise<void> {
	const months = which instanceof Map ? (which as Months) : undefined;
	const contracts = months ? [...months.keys()] : (which as readonly string[] | undefined);
	if (contracts?.length === 0) return;
	// Two requests must not both add the row of a month, or the plan that it asks for.
	await lockContracts(knex, contracts);
	await settleResults(knex, contracts, today, months);
	// A month is submitted apart from what happens to people.
	if (!months) await releaseResults(knex, contracts);
	await settleImprovementPlans(knex, contracts, today);
}
