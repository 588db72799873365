import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { CodeOf } from '../language/code-lists.ts';
import type { PaymentLine } from './payment-schedule.ts';
import type { Problem } from './messages.ts';

/** The payment that an invoice claims, and what other invoices have claimed of it. Integer pence. */
export interface ClaimedPayment {
	contract: string;
	line: PaymentLine;
	status: CodeOf<'payment_status'>;
	amount_pence: number;
	deferred_pence: number;
	claimable_from: CalendarDay;
	/** What was planned for its month and is not completed. */
	missing: readonly CodeOf<'milestone'>[];
	/** On other invoices, rejected ones aside. */
	claimed_elsewhere_pence: number;
}

/** The lines of the purchase order, as far as the contract gives them (4.6). */
export type PurchaseOrderLines = Partial<Record<PaymentLine, string | null>>;

export interface Invoice {
	amount_pence: number | null;
	purchase_order_line: string | null;
}

/** What can still be claimed of a payment. */
export function claimable({ amount_pence, deferred_pence, claimed_elsewhere_pence }: ClaimedPayment): number {
	return Math.max(0, amount_pence - deferred_pence - claimed_elsewhere_pence);
}

/**
 * Why an invoice that is to be ready cannot be (4.4, 4.6, 4.7): its payment cannot be claimed yet or any more, is claimed
 * already, or the line or the amount is not that of the payment.
 */
export function invoiceProblems(invoice: Invoice, payment: ClaimedPayment, lines: PurchaseOrderLines): Problem[] {
	switch (payment.status) {
		case 'planned':
			if (payment.missing.length > 0) {
				const params = { milestones: payment.missing.join(',') };
				return [{ field: 'payment', code: 'activity_missing', params }];
			}
			return [
				payment.line === 'delivery_fee_20'
					? { field: 'payment', code: 'payment_waits_for_pmi' }
					: { field: 'payment', code: 'payment_not_due', params: { from: payment.claimable_from } },
			];
		case 'deferred':
			return [
				{ field: 'payment', code: payment.line === 'delivery_fee_20' ? 'payment_waits_for_pmi' : 'payment_deferred' },
			];
		case 'forfeited':
			return [{ field: 'payment', code: 'payment_forfeited' }];
		default:
	}
	const most = claimable(payment);
	if (most === 0) return [{ field: 'payment', code: 'payment_claimed' }];
	const problems: Problem[] = [];
	const line = lines[payment.line] ?? null;
	if (line !== null && invoice.purchase_order_line !== line) {
		problems.push({ field: 'purchase_order_line', code: 'other_order_line', params: { line } });
	}
	if (invoice.amount_pence !== most) {
		problems.push({ field: 'amount_pence', code: 'other_amount', params: { pence: most } });
	}
	return problems;
}
