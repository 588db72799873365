import { describe, expect, it } from 'vitest';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import {
	addMonths,
	day,
	monthOf,
	type CalendarDay,
} from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { documentFault } from '../../../extensions/peer-mentoring/src/files/documents.ts';
import { pmiDueOn } from '../../../extensions/peer-mentoring/src/domain/contract/pmi-due.ts';
import { recordProblems } from '../../../extensions/peer-mentoring/src/domain/journey/record-rules.ts';
import { isAcknowledgeable } from '../../../extensions/peer-mentoring/src/domain/returns/submission/completeness.ts';
import { mostDeferred } from '../../../extensions/peer-mentoring/src/domain/money/deferral.ts';
import { holidaysOf } from '../../../extensions/peer-mentoring/src/domain/calendar/working-days.ts';
import { NORTH_WEST, WALES } from '../../../seed/demo/contracts.ts';
import {
	demoImplementationCosts,
	demoInvoice,
	demoInvoiceDocument,
	type DemoPayment,
} from '../../../seed/demo/money.ts';
import { demoPlan } from '../../../seed/demo/plans.ts';
import { ACKNOWLEDGED, draftMonth, lateMonth, sentAt } from '../../../seed/demo/submissions.ts';
import bankHolidays from '../../../seed/reference/bank-holidays.json' with { type: 'json' };

const holidays = holidaysOf('england-and-wales', bankHolidays['england-and-wales'].map(day));

/** Every month's return of a contract on a day: how it stands. */
function standing(contract: string, today: CalendarDay) {
	const found: Record<'on_time' | 'late' | 'draft', string[]> = { on_time: [], late: [], draft: [] };
	for (let month = monthOf(day('2023-12-04')); month <= monthOf(today); month = addMonths(month, 1)) {
		const due_on = pmiDueOn(month, holidays, SPECIFIED);
		const at = sentAt({ contract, month, due_on }, today);
		if (at) expect(at.getTime()).toBeLessThan(Date.parse(today));
		const on = at?.toISOString().slice(0, 10);
		found[on === undefined ? 'draft' : on > due_on ? 'late' : 'on_time'].push(month);
	}
	return found;
}

describe('the returns of the invented Suppliers', () => {
	it.each(['2026-11-25', '2024-10-31', '2025-01-31', '2027-02-28'].map(day))(
		'are sent on time on %s, but for one that was late and one that is left to be sent',
		(today) => {
			const wales = standing(WALES, today);
			expect(wales.late).toEqual([lateMonth(today)]);
			expect(wales.draft).toEqual([draftMonth(today), monthOf(today)]);
			const northWest = standing(NORTH_WEST, today);
			expect([northWest.late, northWest.draft]).toEqual([[], [monthOf(today)]]);
		},
	);

	it('are not sent before their day has come', () => {
		expect(standing(NORTH_WEST, day('2026-11-02')).draft).toEqual(['2026-10', '2026-11']);
	});

	it('carry only exceptions that a return may carry, each with a reason that says that it is invented', () => {
		for (const { code, reason } of ACKNOWLEDGED) {
			expect([code, isAcknowledgeable(code)]).toEqual([code, true]);
			expect(reason).toMatch(/\(Invented\.\)$/);
		}
	});
});

describe('what the invented Suppliers are paid', () => {
	const own = { contract: 'contract', supplier: 'supplier' };
	const payment = (over: Partial<DemoPayment> = {}): DemoPayment => ({
		...own,
		id: 'payment',
		month: '2026-06' as DemoPayment['month'],
		line: 'delivery_fee_80',
		amount_pence: 100,
		claimable_from: day('2026-07-01'),
		...over,
	});
	const today = day('2026-11-25');

	it('is the agreed Implementation Costs to the penny, with a deferral that the contract allows', () => {
		const months = ['2023-12', '2024-01', '2024-02'] as DemoPayment['month'][];
		const rows = demoImplementationCosts(own, months, 6_210_001);
		expect(rows.reduce((total, { amount_pence }) => total + Number(amount_pence), 0)).toBe(6_210_001);
		for (const row of rows) {
			expect(Number(row.deferred_pence)).toBeLessThanOrEqual(mostDeferred(Number(row.amount_pence)));
		}
		expect(rows.filter(({ deferred_pence }) => Number(deferred_pence) > 0)).toHaveLength(1);
	});

	it('is paid within thirty days of an invoice, and claimed only when it can be', () => {
		expect(demoInvoice(payment(), WALES, today)).toMatchObject({ status: 'paid', purchase_order_line: '20' });
		const last = { month: draftMonth(today), claimable_from: day('2026-11-01') };
		expect(demoInvoice(payment(last), WALES, today)).toMatchObject({ status: 'sent', sent_on: '2026-11-06' });
		expect(demoInvoice(payment({ ...last, line: 'delivery_fee_20' }), WALES, today)).toBeUndefined();
		expect(demoInvoice(payment({ claimable_from: day('2026-12-01') }), WALES, today)).toBeUndefined();
	});

	it('has invoices that keep the rules, with a PDF that an invoice takes', () => {
		const invoice = { ...demoInvoice(payment(), WALES, today), document: 'file' };
		expect(recordProblems('invoices', invoice, today)).toEqual([]);
		expect(documentFault(demoInvoiceDocument(['An invoice (invented)', 'for the demo']))).toBeUndefined();
	});
});

describe('the plans that answer a missed service level', () => {
	const today = day('2026-11-25');

	it.each([
		['2026-06', 'completed'],
		['2026-09', 'being_carried_out'],
	])('of %s are %s', (month, status) => {
		const plan = demoPlan('fte', month as DemoPayment['month'], today);
		expect(plan).toMatchObject({ status });
		expect(recordProblems('performance_improvement_plans', plan!, today)).toEqual([]);
	});

	it('of the last month are still to be written', () => {
		expect(demoPlan('fte', draftMonth(today), today)).toBeUndefined();
	});
});
