/** What the invented Suppliers were paid: Implementation Costs of each month, and an invoice for each payment. */
import {
	addDays,
	addMonths,
	lastDay,
	monthOf,
	type CalendarDay,
	type CalendarMonth,
} from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { PaymentLine } from '../../extensions/peer-mentoring/src/domain/money/payment-schedule.ts';
import { workingDayFrom } from './calendar.ts';
import type { DemoRow } from './records.ts';

/** What the purchase order of an invented contract says. */
export const DEMO_PURCHASE_ORDER = {
	purchase_order: 'PO-DEMO-0001',
	implementation_costs_line: '10',
	delivery_fee_80_line: '20',
	delivery_fee_20_line: '30',
} as const;

const LINES: Readonly<Record<PaymentLine, string>> = {
	implementation_costs: DEMO_PURCHASE_ORDER.implementation_costs_line,
	delivery_fee_80: DEMO_PURCHASE_ORDER.delivery_fee_80_line,
	delivery_fee_20: DEMO_PURCHASE_ORDER.delivery_fee_20_line,
};

/** Shares of the agreed Implementation Costs that the first months came to, in percent; the last month has the rest. */
const SHARES = [45, 35];

/**
 * The Cost Register by month. In the second month a tenth was deferred until the recruitment that was planned for it
 * was done (4.3).
 */
export function demoImplementationCosts(
	own: { contract: string; supplier: string },
	months: readonly CalendarMonth[],
	agreed_pence: number,
): DemoRow[] {
	const part = (percent: number) => Math.floor((agreed_pence * percent) / 100);
	const amounts = months.slice(0, -1).map((_, index) => part(SHARES[index] ?? 0));
	const rest = agreed_pence - amounts.reduce((total, each) => total + each, 0);
	return months.map((month, index) => {
		const deferred = index === 1;
		const over = lastDay(month);
		return {
			...own,
			month,
			amount_pence: amounts[index] ?? rest,
			deferred_pence: deferred ? Math.floor((amounts[index] ?? rest) / 10) : 0,
			deferral_reason: deferred ? 'Two Peer Mentors were still to be recruited (invented).' : null,
			activity_completed_on: deferred ? addDays(over, 18) : over,
		};
	});
}

/** A payment that an invoice can claim. */
export interface DemoPayment {
	id: string;
	contract: string;
	supplier: string;
	month: CalendarMonth;
	line: PaymentLine;
	amount_pence: number;
	claimable_from: CalendarDay;
}

/**
 * The invoice of a payment: sent five days after it could be claimed and paid within thirty days (4.8). Those of the
 * last two months stand at sent, ready and draft; `undefined` where none has been made yet.
 */
export function demoInvoice(payment: DemoPayment, reference: string, today: CalendarDay): DemoRow | undefined {
	const { id, contract, supplier, month, line, amount_pence, claimable_from } = payment;
	const sent_on = workingDayFrom(addDays(claimable_from, 5));
	const last = month === addMonths(monthOf(today), -1);
	if (claimable_from > today || (last && line === 'delivery_fee_20')) return undefined;
	const status = addDays(sent_on, 30) <= today ? 'paid' : sent_on <= today ? 'sent' : 'draft';
	return {
		contract,
		supplier,
		payment: id,
		amount_pence,
		number: `DEMO${reference.slice(-1)}-${month.slice(2).replace('-', '')}-${LINES[line]}`,
		cost_centre: 'EXAMPLE-100',
		account_code: 'EXAMPLE-4000',
		purchase_order: DEMO_PURCHASE_ORDER.purchase_order,
		purchase_order_line: LINES[line],
		sent_on: status === 'draft' ? null : sent_on,
		status,
	};
}

/** The one page of an invented invoice, as a PDF. */
export function demoInvoiceDocument(lines: readonly string[]): Buffer {
	const text = lines
		.map((line, index) => `${index === 0 ? '' : '0 -20 Td '}(${line.replace(/[()\\]/g, '')}) Tj`)
		.join(' ');
	const content = `BT /F1 14 Tf 72 760 Td ${text} ET`;
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
		`<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
	];
	let pdf = '%PDF-1.4\n';
	const places = objects.map((object, index) => {
		const place = pdf.length;
		pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
		return place;
	});
	const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
	const head = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
	const tail = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
	return Buffer.from(pdf + head + tail, 'latin1');
}
