import {
	addDays,
	addMonths,
	lastDay,
	monthOf,
	type CalendarDay,
	type CalendarMonth,
} from '../calendar/calendar-day.ts';
import type { Terms } from '../contract/terms.ts';
import type { CodeOf } from '../language/code-lists.ts';

export type PaymentLine = CodeOf<'payment_line'>;

/** What the payments of a Call-Off Contract follow from. Integer pence. */
export interface PaidContract {
	start_date: CalendarDay;
	implementation_end_date: CalendarDay;
	end_date: CalendarDay | null;
	total_value_pence: number | null;
	implementation_costs_pence: number | null;
	terms: Terms;
}

/** One line of the purchase order in one month (4.6). */
export interface ScheduledPayment {
	month: CalendarMonth;
	line: PaymentLine;
	amount_pence: number;
	/** The first day on which it can be claimed, its period being over: payment is in arrears (4.2, 4.4). */
	claimable_from: CalendarDay;
}

/**
 * The schedule of payments: Implementation Costs by month of the Implementation Period (4.2), then equal Delivery Fees
 * for every month that the Delivery Period touches, to the nearest penny and the last one with the remainder, each as an 80% and a 20% line
 * (4.4, 4.5, 4.6). The lines sum exactly to the contract's value. Empty where value, end or a Delivery Period are not
 * known, because nothing could be divided.
 * @param register what the Cost Register says of months, in pence; the other months share what is left
 */
export function paymentSchedule(
	contract: PaidContract,
	register: ReadonlyMap<CalendarMonth, number>,
): ScheduledPayment[] {
	const { implementation_end_date: implemented, end_date: end, total_value_pence: value } = contract;
	if (end === null || value === null || implemented >= end) return [];
	const costs = implementationCosts(contract, register);
	const delivery = monthsFrom(addDays(implemented, 1), end);
	const fees = deliveryFees(value - sum([...costs.values()]), delivery.length);
	return [
		...[...costs].map(([month, amount_pence]) => ({
			month,
			line: 'implementation_costs' as const,
			amount_pence,
			claimable_from: dayAfter(month, implemented),
		})),
		...delivery.flatMap((month, index) => {
			const fee = fees[index] as number;
			const twenty = Math.floor((fee * contract.terms.pmi_fee_percent + 50) / 100);
			const claimable_from = dayAfter(month, end);
			return [
				{ month, line: 'delivery_fee_80' as const, amount_pence: fee - twenty, claimable_from },
				{ month, line: 'delivery_fee_20' as const, amount_pence: twenty, claimable_from },
			];
		}),
	];
}

/**
 * The Implementation Costs of each month (4.2). Months that the Cost Register names cost what it says; the others share
 * the rest of the agreed costs equally, the last one with the remainder. Where it names every month they come to what
 * it says, and the Delivery Fee to the balance (4.4).
 */
export function implementationCosts(
	{ start_date, implementation_end_date, implementation_costs_pence: agreed }: PaidContract,
	register: ReadonlyMap<CalendarMonth, number>,
): Map<CalendarMonth, number> {
	const months = monthsFrom(start_date, implementation_end_date);
	const named = sum(months.map((month) => register.get(month) ?? 0));
	const others = months.filter((month) => !register.has(month));
	const shares = equalParts(Math.max(0, (agreed ?? 0) - named), others.length);
	return new Map(months.map((month) => [month, register.get(month) ?? (shares[others.indexOf(month)] as number)]));
}

/** Every calendar month that a period touches, in order. */
export function monthsFrom(from: CalendarDay, to: CalendarDay): CalendarMonth[] {
	const months: CalendarMonth[] = [];
	for (let month = monthOf(from); month <= monthOf(to); month = addMonths(month, 1)) months.push(month);
	return months;
}

/** Each to the nearest penny, as long as that leaves the last one something or nothing, never less (4.4). */
function deliveryFees(pence: number, count: number): number[] {
	return equalParts(pence, count, Math.min(Math.round(pence / count), Math.floor(pence / Math.max(1, count - 1))));
}

/** Equal whole parts; the last one takes the remainder. */
function equalParts(pence: number, count: number, part = Math.floor(pence / count)): number[] {
	return Array.from({ length: count }, (_, index) => (index === count - 1 ? pence - part * (count - 1) : part));
}

function dayAfter(month: CalendarMonth, end: CalendarDay): CalendarDay {
	return addDays(lastDay(month) < end ? lastDay(month) : end, 1);
}

function sum(amounts: readonly number[]): number {
	return amounts.reduce((total, each) => total + each, 0);
}
