import type { Knex } from 'knex';
import type { CalendarDay, CalendarMonth } from '../../domain/calendar/calendar-day.ts';
import { provenOn } from '../../domain/journey/evidence.ts';
import { contractClocks, type ContractRecords } from '../../domain/service-levels/contract-clocks.ts';
import { today as dayAt } from '../../clock/today.ts';
import { HolidaysUnknownError } from '../../domain/calendar/working-days.ts';
import { ClockChanges } from './clock-changes.ts';
import { clockColumns, clockFound, ofContract, replaceClocks } from './clock-rows.ts';
import { PLAN_CLOCKS } from './improvement-clocks.ts';
import { readContracts, type StoredContract } from '../contract/contracts.ts';
import { dayOf } from '../database/day-columns.ts';
import { holidayReader } from '../calendar/holidays.ts';

/**
 * Works out anew the clocks of contracts' own deadlines from their records. Those of a return that has been submitted
 * keep the due day that it was submitted under. A contract whose years have no bank holidays yet is left as it is.
 * @param ids the contracts, or all of them
 */
export async function settleContractClocks(
	knex: Knex,
	ids: readonly string[] | undefined,
	today: CalendarDay,
): Promise<ClockChanges> {
	const changes = new ClockChanges();
	const holidaysOf = holidayReader(knex);
	for (const contract of await readContracts(knex, ids)) {
		const rows = await knex('service_level_clocks')
			.where({ contract: contract.id })
			.whereNull('referral')
			// Those of improvement plans follow from the months that they answer, which are counted later.
			.whereNotIn('service_level', [...PLAN_CLOCKS])
			.select(clockColumns);
		try {
			const clocks = contractClocks(await recordsOf(knex, contract), await holidaysOf(contract.calendar), today);
			const wanted = clocks.map((clock) => ({ ...clock, ...ofContract(contract) }));
			await replaceClocks(knex, rows.map(clockFound), wanted, changes);
		} catch (error) {
			if (!(error instanceof HolidaysUnknownError)) throw error;
		}
	}
	return changes;
}

async function recordsOf(knex: Knex, contract: StoredContract): Promise<ContractRecords> {
	const own = { contract: contract.id };
	const milestones = await knex('milestones').where(own).select('id', 'milestone', 'due_on', 'met_on', 'evidence');
	const plans = await knex('implementation_plans')
		.where(own)
		.orderBy('version')
		.select('id', 'version', 'submitted_on', 'amendment_requested_on', 'amendment_due_on');
	const requests = await knex('information_requests')
		.where(own)
		.select('id', 'kind', 'requested_on', 'due_on', 'answered_on', 'answer');
	const documents = await knex('approved_documents')
		.where(own)
		.whereNotNull('approved_on')
		.orderBy('id')
		.select('id', 'kind', 'language', 'approved_on', 'review_on', 'reviewed_on');
	const returns = await knex('mi_returns')
		.where(own)
		.whereNotNull('due_on')
		.select('id', 'month', 'due_on', 'status', 'submitted_at', 'sent_on', 'tracker_sent_on');
	return {
		contract,
		milestones: milestones.map((row) => ({
			id: row.id,
			milestone: row.milestone,
			due_on: dayOf(row.due_on),
			met_on: provenOn('milestones', row, dayOf(row.met_on)),
		})),
		plans: plans.map((row) => ({
			id: row.id,
			version: Number(row.version),
			submitted_on: dayOf(row.submitted_on),
			amendment_requested_on: dayOf(row.amendment_requested_on),
			amendment_due_on: dayOf(row.amendment_due_on),
		})),
		requests: requests.map((row) => ({
			id: row.id,
			kind: row.kind,
			requested_on: dayOf(row.requested_on) as CalendarDay,
			due_on: dayOf(row.due_on),
			answered_on: provenOn('information_requests', row, dayOf(row.answered_on)),
		})),
		documents: documents.map((row) => ({
			id: row.id,
			kind: row.kind,
			language: row.language,
			approved_on: dayOf(row.approved_on),
			review_on: dayOf(row.review_on),
			reviewed_on: dayOf(row.reviewed_on),
		})),
		returns: returns.map((row) => ({
			id: row.id,
			month: row.month as CalendarMonth,
			due_on: dayOf(row.due_on) as CalendarDay,
			submitted_on: row.status === 'submitted' && row.submitted_at !== null ? dayAt(new Date(row.submitted_at)) : null,
			sent_on: dayOf(row.sent_on),
			tracker_sent_on: dayOf(row.tracker_sent_on),
		})),
		invoiced_on: await invoicedOn(knex, contract.id),
	};
}

/** The day of the last invoice, once no payment of the contract is left to claim (2.30). */
async function invoicedOn(knex: Knex, contract: string): Promise<CalendarDay | null> {
	const SETTLED = ['claimed', 'paid', 'forfeited'];
	const left = await knex('payments').where({ contract }).whereNotIn('status', SETTLED).first('id');
	if (left) return null;
	const last = await knex('invoices').where({ contract }).whereNotNull('sent_on').max({ sent_on: 'sent_on' }).first();
	return dayOf(last?.sent_on);
}
