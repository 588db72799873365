import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { CodeOf } from '../language/code-lists.ts';
import { invoicesBy } from './last-invoice-day.ts';
import type { ScheduledPayment } from './payment-schedule.ts';

/** The PMI of the month that a payment is for. */
export interface PmiReceipt {
	due_on: CalendarDay;
	/** The day on which it was complete with the Buyer; `null` while it is not. */
	received_on: CalendarDay | null;
}

/** What the Buyer has deferred of a month's Implementation Costs (4.3). */
export interface Deferral {
	pence: number;
	/** The day on which all planned activity of the month was completed. */
	released_on: CalendarDay | null;
}

/** What is known of one payment beside its place in the schedule. */
export interface PaymentFacts {
	/** Known from the first day of the contract; `null` where the bank holidays of its month are not. */
	pmi: PmiReceipt | null;
	deferral: Deferral | null;
	/** What was planned for the month and is not completed (4.7); of Implementation Costs only. */
	missing: readonly CodeOf<'milestone'>[];
	/** Pence on invoices that were sent, and of those on paid ones. */
	invoiced_pence: number;
	paid_pence: number;
}

export interface PaymentStanding {
	status: CodeOf<'payment_status'>;
	/** What cannot be claimed for the time being, or, forfeited, not at all. */
	deferred_pence: number;
	/** The first day on which what is not deferred can be claimed. */
	claimable_from: CalendarDay;
	/** It becomes claimable, or its PMI falls due, only after the last day for invoices (2.30). */
	at_risk: boolean;
}

interface PaidUntil {
	end_date: CalendarDay | null;
	invoices_by: CalendarDay | null;
}

/** How a scheduled payment stands on a day (4.2 to 4.6). */
export function paymentStanding(
	payment: ScheduledPayment,
	facts: PaymentFacts,
	contract: PaidUntil,
	today: CalendarDay,
): PaymentStanding {
	const pmi = payment.line === 'delivery_fee_20' ? facts.pmi : null;
	const claimable_from = later(payment.claimable_from, pmi?.received_on ?? payment.claimable_from);
	const forfeited = pmi !== null && isForfeited(pmi, contract, today);
	const deferred_pence =
		forfeited || (pmi !== null && isDeferred(pmi, today)) ? payment.amount_pence : costsDeferred(payment, facts, today);
	const lastInvoice = invoicesBy(contract);
	const late = lastInvoice !== null && later(claimable_from, pmi?.due_on ?? claimable_from) > lastInvoice;
	// Without its PMI the 20% line cannot be claimed, though before the due day nothing is deferred either.
	const waits =
		claimable_from > today || facts.missing.length > 0 || (payment.line === 'delivery_fee_20' && !pmi?.received_on);
	const status = forfeited ? 'forfeited' : statusOf(payment, facts, deferred_pence, waits);
	const at_risk = late && status !== 'claimed' && status !== 'paid' && status !== 'forfeited';
	return { status, deferred_pence, claimable_from, at_risk };
}

/** 4.5: twenty percent is deferred while that month's PMI is late. A late Mentee Tracker alone defers nothing. */
function isDeferred({ due_on, received_on }: PmiReceipt, today: CalendarDay): boolean {
	return received_on === null && today > due_on;
}

/** 4.5: lost where the contract ended before a PMI that was late had been received. */
function isForfeited({ due_on, received_on }: PmiReceipt, { end_date }: PaidUntil, today: CalendarDay): boolean {
	const received = received_on ?? today;
	return received > due_on && end_date !== null && received > end_date;
}

/** 4.3: what the Buyer defers of Implementation Costs, until all planned activity of the month has been completed. */
function costsDeferred({ line }: ScheduledPayment, { deferral }: PaymentFacts, today: CalendarDay): number {
	if (line !== 'implementation_costs' || deferral === null) return 0;
	return deferral.released_on !== null && deferral.released_on <= today ? 0 : deferral.pence;
}

function statusOf(
	{ amount_pence }: ScheduledPayment,
	{ invoiced_pence, paid_pence }: PaymentFacts,
	deferred: number,
	waits: boolean,
): PaymentStanding['status'] {
	if (amount_pence > 0 && paid_pence >= amount_pence) return 'paid';
	if (deferred > 0 && deferred === amount_pence) return 'deferred';
	if (waits) return 'planned';
	return invoiced_pence > 0 && invoiced_pence >= amount_pence - deferred ? 'claimed' : 'due';
}

function later(a: CalendarDay, b: CalendarDay): CalendarDay {
	return a > b ? a : b;
}
