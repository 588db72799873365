import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { monthOf, type CalendarDay, type CalendarMonth } from '../../domain/calendar/calendar-day.ts';
import { activityMissing, type PlannedActivity } from '../../domain/money/planned-activity.ts';
import { implementedOn } from '../../domain/contract/milestones.ts';
import { paymentSchedule, type PaidContract, type ScheduledPayment } from '../../domain/money/payment-schedule.ts';
import { paymentStanding, type PaymentFacts, type PaymentStanding } from '../../domain/money/payment-status.ts';
import { pmiDueIfKnown, pmiProvidedOn } from '../../domain/contract/pmi-due.ts';
import type { Calendar, Holidays } from '../../domain/calendar/working-days.ts';
import { today as dayAt } from '../../clock/today.ts';
import { holidayReader, type HolidayReader } from '../calendar/holidays.ts';
import { TERMS, termsOf } from '../../domain/contract/terms.ts';
import { dayColumn, dayOf } from '../database/day-columns.ts';
import { pence } from '../database/pence.ts';

/** A contract as its payments need it. */
export type StoredPaidContract = PaidContract & {
	id: string;
	supplier: string;
	invoices_by: CalendarDay | null;
	calendar: Calendar;
};

/**
 * Settles the payments of contracts: the schedule, and how each line stands (section 4). A line that the schedule no
 * longer has is removed, unless an invoice names it. Writes only what differs.
 * @param ids the contracts, or all of them
 */
export async function settlePayments(
	knex: Knex,
	ids: readonly string[] | undefined,
	today: CalendarDay,
): Promise<void> {
	const holidaysOf = holidayReader(knex);
	for (const contract of await readPaidContracts(knex, ids)) await settleOf(knex, contract, holidaysOf, today);
}

export async function readPaidContracts(knex: Knex, ids?: readonly string[]): Promise<StoredPaidContract[]> {
	const query = knex('call_off_contracts')
		.orderBy('id')
		.select('id', 'supplier', 'start_date', 'implementation_end_date', 'end_date', 'invoices_by')
		.select('total_value_pence', 'implementation_costs_pence', 'working_day_calendar', ...TERMS);
	const rows = await (ids ? query.whereIn('id', [...ids]) : query);
	return rows.map((row) => ({
		id: row.id,
		supplier: row.supplier,
		start_date: dayOf(row.start_date) as CalendarDay,
		implementation_end_date: implementedOn({
			start_date: dayOf(row.start_date) as CalendarDay,
			implementation_end_date: dayOf(row.implementation_end_date),
			terms: termsOf(row),
		}),
		end_date: dayOf(row.end_date),
		invoices_by: dayOf(row.invoices_by),
		calendar: row.working_day_calendar as Calendar,
		terms: termsOf(row),
		total_value_pence: pence(row.total_value_pence),
		implementation_costs_pence: pence(row.implementation_costs_pence),
	}));
}

/** The Cost Register by month: what it says, and what the Buyer has deferred (4.2, 4.3). */
export async function readImplementationCosts(knex: Knex, contract: string) {
	const rows = await knex('implementation_costs')
		.where({ contract })
		.select('id', 'month', 'amount_pence', 'deferred_pence', 'deferral_reason', 'advised_on', 'activity_completed_on');
	return rows.map((row) => ({
		id: row.id as string,
		month: row.month as CalendarMonth,
		amount: pence(row.amount_pence),
		reason: row.deferral_reason as string | null,
		said: {
			advised_on: dayOf(row.advised_on),
			deferred_pence: pence(row.deferred_pence) ?? 0,
			activity_completed_on: dayOf(row.activity_completed_on),
		},
		deferral: { pence: pence(row.deferred_pence) ?? 0, released_on: dayOf(row.activity_completed_on) },
	}));
}

/** The amounts that the Cost Register names, by month. */
export function registerOf(costs: readonly { month: CalendarMonth; amount: number | null }[]) {
	return new Map(costs.flatMap(({ month, amount }) => (amount === null ? [] : [[month, amount] as const])));
}

type Columns = Record<'amount_pence' | 'invoiced_pence' | keyof PaymentStanding, unknown> & {
	deferral_reason: string | null;
	/** As it is stored: a list, or nothing. */
	waits_for: string | null;
};

async function settleOf(
	knex: Knex,
	contract: StoredPaidContract,
	holidaysOf: HolidayReader,
	today: CalendarDay,
): Promise<void> {
	const costs = await readImplementationCosts(knex, contract.id);
	const schedule = paymentSchedule(contract, registerOf(costs));
	const there = await knex('payments').where({ contract: contract.id }).select();
	const found = new Map(there.map((row) => [keyOf(row), row]));
	const activities = await readActivities(knex, contract.id);
	const last = monthOf(contract.implementation_end_date);
	const factsOf = await factsReader(knex, contract, await holidaysOf(contract.calendar));
	for (const payment of schedule) {
		const row = found.get(keyOf(payment));
		found.delete(keyOf(payment));
		const month = costs.find((each) => each.month === payment.month);
		const costsLine = payment.line === 'implementation_costs';
		const missing = costsLine ? activityMissing(payment.month, { activities, last }, month?.said, today) : [];
		const facts = { ...factsOf(payment, row?.id), deferral: month?.deferral ?? null, missing };
		const standing = paymentStanding(payment, facts, contract, today);
		const deferredCosts = costsLine && standing.deferred_pence > 0;
		const wanted: Columns = {
			...standing,
			amount_pence: payment.amount_pence,
			invoiced_pence: facts.invoiced_pence,
			deferral_reason: deferredCosts ? (month?.reason ?? null) : null,
			waits_for: missing.length > 0 ? JSON.stringify(missing) : null,
		};
		await write(knex, contract, payment, wanted, row);
	}
	const invoiced = knex('invoices').whereNotNull('payment').select('payment');
	const stale = [...found.values()].map(({ id }) => id as string);
	await knex('payments').whereIn('id', stale).whereNotIn('id', invoiced).delete();
}

/** The milestones of a contract, which say what is planned for each month of the Implementation Period (2.29). */
async function readActivities(knex: Knex, contract: string): Promise<PlannedActivity[]> {
	const rows = await knex('milestones').where({ contract }).select('milestone', 'due_on', 'met_on');
	return rows.map((row) => ({ milestone: row.milestone, due_on: dayOf(row.due_on), met_on: dayOf(row.met_on) }));
}

/** A list as it is stored, whichever way the driver gives it. */
export function listText(value: unknown): string | null {
	return value === null || value === undefined || typeof value === 'string' ? (value ?? null) : JSON.stringify(value);
}

const keyOf = ({ month, line }: Pick<ScheduledPayment, 'month' | 'line'>) => `${month} ${line}`;

/** The PMI, or when it will be due, and the invoices of a contract, read once for all its payments. */
async function factsReader(knex: Knex, { id: contract, terms }: StoredPaidContract, holidays: Holidays) {
	const returns = await knex('mi_returns').where({ contract }).whereNotNull('due_on').select();
	const invoices = await knex('invoices')
		.where({ contract })
		.whereIn('status', ['sent', 'paid'])
		.select('payment', 'status', 'amount_pence');
	const sum = (rows: { amount_pence: unknown }[]) =>
		rows.reduce((total, row) => total + (pence(row.amount_pence) ?? 0), 0);
	return ({ month }: ScheduledPayment, id: string | undefined): Omit<PaymentFacts, 'deferral' | 'missing'> => {
		const found = returns.find((row) => row.month === month);
		const due_on = found ? dayOf(found.due_on) : pmiDueIfKnown(month, holidays, terms);
		const own = invoices.filter(({ payment }) => id !== undefined && payment === id);
		return {
			pmi: due_on && { due_on, received_on: found ? receivedOn(found) : null },
			invoiced_pence: sum(own),
			paid_pence: sum(own.filter(({ status }) => status === 'paid')),
		};
	};
}

function receivedOn({ status, submitted_at, sent_on }: Record<string, unknown>): CalendarDay | null {
	const submitted = status === 'submitted' && submitted_at !== null;
	return pmiProvidedOn({
		submitted_on: submitted ? dayAt(new Date(submitted_at as string)) : null,
		sent_on: dayOf(sent_on),
	});
}

async function write(
	knex: Knex,
	contract: StoredPaidContract,
	{ month, line }: ScheduledPayment,
	wanted: Columns,
	there: Record<string, unknown> | undefined,
): Promise<void> {
	const values = { ...wanted, claimable_from: dayColumn(knex, wanted.claimable_from as CalendarDay) };
	if (!there) {
		const own = { id: randomUUID(), contract: contract.id, supplier: contract.supplier, month, line };
		await knex('payments').insert({ ...own, ...values });
		return;
	}
	const same =
		there.status === wanted.status &&
		(there.deferral_reason ?? null) === wanted.deferral_reason &&
		listText(there.waits_for) === wanted.waits_for &&
		Boolean(there.at_risk) === wanted.at_risk &&
		dayOf(there.claimable_from) === wanted.claimable_from &&
		(['amount_pence', 'deferred_pence', 'invoiced_pence'] as const).every(
			(column) => pence(there[column]) === wanted[column],
		);
	if (!same) await knex('payments').where({ id: there.id }).update(values);
}
