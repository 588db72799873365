/** What the invented Suppliers have sent and been paid: returns, invoices, and the plans that answer what was missed. */
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { CalendarDay, CalendarMonth } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import {
	settleContracts,
	settleImprovementPlans,
	settlePeriodicReturns,
} from '../../extensions/peer-mentoring/src/storage/writer/contract-records.ts';
import { readContracts, type StoredContract } from '../../extensions/peer-mentoring/src/storage/contract/contracts.ts';
import { dayColumn, dayOf } from '../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { monthsFrom } from '../../extensions/peer-mentoring/src/domain/money/payment-schedule.ts';
import { readPaidContracts } from '../../extensions/peer-mentoring/src/storage/money/payments.ts';
import { periodicPartsOf } from '../../extensions/peer-mentoring/src/storage/returns/periodic-returns.ts';
import { addRecord, changeRecord } from '../../extensions/peer-mentoring/src/storage/writer/records.ts';
import { recordSending } from '../../extensions/peer-mentoring/src/storage/writer/sending.ts';
import { submitReturn, type ReturnWorkbooks } from '../../extensions/peer-mentoring/src/storage/writer/submission.ts';
import { periodicWorkbook } from '../../extensions/peer-mentoring/src/workbook/periodic-workbook.ts';
import { pmiWorkbook } from '../../extensions/peer-mentoring/src/workbook/pmi-workbook.ts';
import { ACKNOWLEDGED, NARRATIVE, sentAt, trackerSentOn, type DemoReturn } from '../../seed/demo/submissions.ts';
import { demoImplementationCosts, demoInvoice, demoInvoiceDocument } from '../../seed/demo/money.ts';
import { demoPlan } from '../../seed/demo/plans.ts';
import { columnsOf, WRITER } from './demo-records.ts';
import { directus, type Knex } from './directus.ts';

const MAKE: ReturnWorkbooks = {
	// No template of the Buyer's is part of the demo.
	pmi: async (pmi) => ({ content: await pmiWorkbook(pmi), template: null }),
	periodic: async (report) => ({ content: await periodicWorkbook(report), template: null }),
};

/** Sends the returns of the past months, as the Supplier's MI user would have. */
export async function sendDemoReturns(knex: Knex): Promise<void> {
	for (const contract of await readContracts(knex, undefined)) {
		const returns = await knex('mi_returns')
			.where({ contract: contract.id })
			.whereNotNull('due_on')
			.orderBy('month')
			.select('id', 'month', 'due_on');
		const user = await miUserOf(knex, contract);
		for (const { id, month, due_on } of returns) {
			const sent: DemoReturn = { contract: contract.reference, month, due_on: dayOf(due_on) as CalendarDay };
			const now = sentAt(sent, today());
			if (now) await send(knex, contract, { month, user, now });
			if (now) await sendOn(knex, contract, { month, user, now });
			const tracker_sent_on = dayColumn(knex, trackerSentOn(sent, today()));
			if (tracker_sent_on !== null) await changeRecord(knex, 'mi_returns', { id }, { tracker_sent_on }, WRITER);
		}
	}
	await settleAll(knex);
}

/** The Cost Register of the Implementation Period, and an invoice for each payment that could be claimed. */
export async function payDemoContracts(knex: Knex): Promise<void> {
	for (const contract of await readPaidContracts(knex)) {
		const months = monthsFrom(contract.start_date, contract.implementation_end_date);
		const own = { contract: contract.id, supplier: contract.supplier };
		for (const row of demoImplementationCosts(own, months, contract.implementation_costs_pence ?? 0)) {
			await addRecord(knex, 'implementation_costs', columnsOf(knex, { id: randomUUID(), ...row }), WRITER);
		}
	}
	await settleAll(knex);
	for (const { id, reference } of await readContracts(knex, undefined)) {
		const document = await storeDocument(reference);
		const payments = await knex('payments').where({ contract: id }).orderBy(['month', 'line']);
		for (const payment of payments) {
			const claimable_from = dayOf(payment.claimable_from) as CalendarDay;
			const row = demoInvoice({ ...payment, claimable_from }, reference, today());
			if (!row) continue;
			await addRecord(knex, 'invoices', columnsOf(knex, { id: randomUUID(), ...row, document }), WRITER);
		}
	}
	await settleAll(knex);
}

/** What follows from the records of the contracts, once all of a kind are there. */
async function settleAll(knex: Knex): Promise<void> {
	await knex.transaction((transaction) => settleContracts(transaction, undefined, today()));
}

/** One sample page for all invoices of a contract: what counts in the demo is that there is one to open. */
async function storeDocument(reference: string): Promise<string> {
	const { FilesService } = await directus('services/files');
	const { getSchema } = await directus('utils/get-schema');
	const files = new FilesService({ schema: await getSchema() });
	const content = demoInvoiceDocument([`Invoice under ${reference}`, 'An invented sample for the demo.']);
	const about = { storage: 'local', type: 'application/pdf', filename_download: 'invoice.pdf', title: null };
	return files.uploadOne(Readable.from([content]), about);
}

/** Answers the months that missed a service level, each plan as it was written and done then. */
export async function answerDemoMisses(knex: Knex): Promise<void> {
	for (;;) {
		const plans = await knex('performance_improvement_plans').where({ status: 'to_be_written' });
		const answers = plans.flatMap((plan) => {
			const answer = demoPlan(plan.service_level, plan.month, today());
			return answer ? [{ id: plan.id as string, answer }] : [];
		});
		for (const { id, answer } of answers) {
			await changeRecord(knex, 'performance_improvement_plans', { id }, columnsOf(knex, answer), WRITER);
		}
		if (answers.length === 0) return;
		// A month missed after a plan was closed opens the next one.
		await settleImprovementPlans(knex, undefined, today());
	}
}

async function send(
	knex: Knex,
	contract: StoredContract,
	{ month, user, now }: { month: CalendarMonth; user: string | null; now: Date },
): Promise<void> {
	const parts = await periodicPartsOf(knex, contract.id, month);
	const nil = parts.filter(({ ready }) => !ready).map(({ kind }) => kind);
	const submission = { user, now, acknowledged: ACKNOWLEDGED, nil, narrative: NARRATIVE, reason: null };
	// What follows from returns is worked out once, after the last of them.
	const follow = async (inside: Knex) => {
		if (parts.length > 0) await settlePeriodicReturns(inside, [contract.id]);
	};
	await submitReturn(knex, contract, month, submission, MAKE, follow);
}

/** Submitted in the morning, and sent through the Buyer's system within the hour. */
async function sendOn(
	knex: Knex,
	contract: StoredContract,
	{ month, user, now }: { month: CalendarMonth; user: string | null; now: Date },
): Promise<void> {
	const reference = `DEMO-${contract.reference}-${month}`;
	const said = { sent_on: today(now), reference, reason: null, user, now: new Date(now.getTime() + 40 * 60_000) };
	// What follows is worked out once, after the last of them.
	await recordSending(knex, contract, month, 'pmi', said, () => Promise.resolve());
}

async function miUserOf(knex: Knex, { supplier }: StoredContract): Promise<string | null> {
	const row = await knex('directus_users as account')
		.join('directus_roles as role', 'role.id', 'account.role')
		.where({ 'role.name': 'Supplier MI', 'account.supplier': supplier })
		.first('account.id');
	return row?.id ?? null;
}
