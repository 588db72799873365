import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { settleContractClocks } from '../service-levels/contract-clocks.ts';
import { settleContractCalendar } from '../contract/contract-calendar.ts';
import { lockContracts } from '../database/locks.ts';
import { settleLateInvoices } from './late-invoices.ts';
import { settlePayments } from '../money/payments.ts';
import { settleEvaluation } from '../people/presence.ts';
import { releaseFigures, type CountedPeople } from '../returns/figures/released-figures.ts';
import { settlePeriodicReturns } from '../returns/periodic-returns.ts';
import { settleTrackerSendings } from '../returns/sendings.ts';
import { settleReturns } from '../returns/returns.ts';
import { settleServiceLevels } from '../service-levels/service-levels.ts';
import { settleFte } from './assignments.ts';

/** For whoever has changed only that, and a great many times: the demo. */
export { settleImprovementPlans } from '../service-levels/improvement-plans.ts';
export { settlePeriodicReturns } from '../returns/periodic-returns.ts';

/**
 * Settles what follows from contracts' own records: milestones and meetings, the monthly, quarterly and six-monthly
 * returns, payments (section 4), the clocks of their deadlines, what they owe the Evaluation, all their service
 * levels, because FTE and returns belong to no Mentee, and the figures that the Buyer reads. Give it a transaction.
 * @param ids the contracts, or all of them
 * @param counted what a submission has counted for the Buyer before its transaction
 */
export async function settleContracts(
	transaction: Knex,
	ids: readonly string[] | undefined,
	today: CalendarDay,
	counted?: CountedPeople,
): Promise<void> {
	if (ids?.length === 0) return;
	await lockContracts(transaction, ids);
	await settleFte(transaction, ids);
	await settleContractCalendar(transaction, ids, today);
	await settleReturns(transaction, ids, today);
	await settleTrackerSendings(transaction, ids);
	await settlePeriodicReturns(transaction, ids);
	await settlePayments(transaction, ids, today);
	await settleLateInvoices(transaction, ids);
	await settleContractClocks(transaction, ids, today);
	await settleEvaluation(transaction, ids);
	await settleServiceLevels(transaction, today, ids);
	await releaseFigures(transaction, ids, today, counted);
}
