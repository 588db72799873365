import { describe, expect, it, test } from 'vitest';
import {
	addDays,
	day,
	monthOf,
	type CalendarMonth,
} from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { adviseBy, mostDeferred } from '../../../extensions/peer-mentoring/src/domain/money/deferral.ts';
import { type ScheduledPayment } from '../../../extensions/peer-mentoring/src/domain/money/payment-schedule.ts';
import {
	paymentStanding,
	type PaymentFacts,
} from '../../../extensions/peer-mentoring/src/domain/money/payment-status.ts';
import { englandAndWales } from '../support/holidays.ts';
import { randomFrom } from '../support/random.ts';

const month = (text: string) => text as CalendarMonth;

const fee = (line: ScheduledPayment['line'], over: Partial<ScheduledPayment> = {}): ScheduledPayment => ({
	month: month('2024-05'),
	line,
	amount_pence: 20_000,
	claimable_from: day('2024-06-01'),
	...over,
});

const facts = (due: string, received: string | null, over: Partial<PaymentFacts> = {}): PaymentFacts => ({
	pmi: { due_on: day(due), received_on: received === null ? null : day(received) },
	deferral: null,
	missing: [],
	invoiced_pence: 0,
	paid_pence: 0,
	...over,
});

const ends = { end_date: day('2025-03-07'), invoices_by: null };

describe('the 20% line follows the PMI of its month (4.5)', () => {
	test.each([
		['the month is not over', null, '2024-05-31', 'planned', 0],
		['the month is not over, but its PMI is in', '2024-05-31', '2024-05-31', 'planned', 0],
		['its PMI is not due yet', null, '2024-06-07', 'planned', 0],
		['its PMI is late', null, '2024-06-08', 'deferred', 20_000],
		['its PMI came on time', '2024-06-05', '2024-06-05', 'due', 0],
		['its PMI came on the due day', '2024-06-07', '2024-06-10', 'due', 0],
		['its PMI came late: released', '2024-07-01', '2024-07-01', 'due', 0],
		['the contract has ended without it', null, '2025-03-08', 'forfeited', 20_000],
		['it came after the end of the contract', '2025-03-08', '2025-03-08', 'forfeited', 20_000],
		['it came on the last day of the contract', '2025-03-07', '2025-04-01', 'due', 0],
	])('%s', (_, received, today, status, deferred_pence) => {
		const standing = paymentStanding(fee('delivery_fee_20'), facts('2024-06-07', received), ends, day(today));
		expect(standing).toMatchObject({ status, deferred_pence });
	});

	test.each([
		['the day on which the PMI is in', '2024-07-01', '2024-07-01'],
		['the end of the month where the PMI is in before', '2024-05-30', '2024-06-01'],
	])('can be claimed from %s', (_, received, from) => {
		const standing = paymentStanding(fee('delivery_fee_20'), facts('2024-06-07', received), ends, day('2024-07-02'));
		expect(standing.claimable_from).toBe(from);
	});

	it('waits where no return of its month is known', () => {
		const unknown = facts('2024-06-07', null, { pmi: null });
		expect(paymentStanding(fee('delivery_fee_20'), unknown, ends, day('2024-06-20'))).toMatchObject({
			status: 'planned',
			deferred_pence: 0,
		});
	});

	it('the 80% line is due whatever has become of the PMI', () => {
		expect(paymentStanding(fee('delivery_fee_80'), facts('2024-06-07', null), ends, day('2024-06-08'))).toEqual({
			status: 'due',
			deferred_pence: 0,
			claimable_from: '2024-06-01',
			at_risk: false,
		});
	});

	it('of the last month falls due after the last invoice day: at risk, and lost only when its PMI is late (2.30)', () => {
		const last = fee('delivery_fee_20', { month: month('2025-03'), claimable_from: day('2025-03-08') });
		const on = (received: string | null, today: string) =>
			paymentStanding(last, facts('2025-04-07', received), ends, day(today));
		expect(on(null, '2025-03-10')).toMatchObject({ status: 'planned', at_risk: true });
		expect(on(null, '2025-04-07')).toMatchObject({ status: 'planned', at_risk: true });
		expect(on(null, '2025-04-08')).toMatchObject({ status: 'forfeited', at_risk: false });
		expect(on('2025-03-28', '2025-03-28')).toMatchObject({ status: 'due', at_risk: true });
		const [invoiced_pence, due] = [20_000, day('2025-03-28')];
		const claimed = facts('2025-04-07', '2025-03-28', { invoiced_pence });
		expect(paymentStanding(last, claimed, ends, due)).toMatchObject({ status: 'claimed', at_risk: false });
		const paid = { ...claimed, paid_pence: 20_000 };
		expect(paymentStanding(last, paid, ends, due)).toMatchObject({ status: 'paid', at_risk: false });
		const february = fee('delivery_fee_20', { month: month('2025-02'), claimable_from: day('2025-03-01') });
		expect(paymentStanding(february, facts('2025-03-07', null), ends, day('2025-03-02')).at_risk).toBe(false);
	});

	it.each([
		['2025-03-31', false],
		['2025-04-01', true],
	])(
		'that can be claimed from %s only: at risk %s, the last day for invoices being 31 March 2025 (2.30)',
		(from, risk) => {
			const last = fee('delivery_fee_80', { claimable_from: day(from) });
			expect(paymentStanding(last, facts('2024-06-07', null), ends, day('2025-03-20'))).toMatchObject({
				status: 'planned',
				at_risk: risk,
			});
		},
	);

	it('forfeited stays forfeited, and claimed or paid is as the invoices say', () => {
		const random = randomFrom(12);
		for (let round = 0; round < 3000; round++) {
			const due = addDays(day('2024-06-07'), Math.floor(random() * 330));
			const payment = fee('delivery_fee_20', { month: monthOf(addDays(due, -31)) });
			const without = facts(due, null);
			const today = addDays(due, Math.floor(random() * 400) - 100);
			const then = paymentStanding(payment, without, ends, today);
			const later = paymentStanding(payment, without, ends, addDays(today, Math.floor(random() * 200)));
			if (then.status === 'forfeited') expect(later.status).toBe('forfeited');
			if (then.status === 'deferred') expect(['deferred', 'forfeited']).toContain(later.status);
		}
		const sent = facts('2024-06-07', '2024-06-05', { invoiced_pence: 20_000 });
		expect(paymentStanding(fee('delivery_fee_20'), sent, ends, day('2024-06-20')).status).toBe('claimed');
		const paid = { ...sent, paid_pence: 20_000 };
		expect(paymentStanding(fee('delivery_fee_20'), paid, ends, day('2024-06-20')).status).toBe('paid');
	});
});

describe('deferral of Implementation Costs (4.3, 4.4)', () => {
	const costs = fee('implementation_costs');
	const deferred = (released: string | null) => ({
		...facts('2024-06-07', null),
		deferral: { pence: 10_000, released_on: released === null ? null : day(released) },
	});

	it('is at most half of the month, rounded down', () => {
		expect([mostDeferred(20_001), mostDeferred(1), mostDeferred(0)]).toEqual([10_000, 0, 0]);
	});

	it('holds a part back until the planned activity is completed', () => {
		expect(paymentStanding(costs, deferred(null), ends, day('2024-06-10'))).toMatchObject({
			status: 'due',
			deferred_pence: 10_000,
		});
		expect(paymentStanding(costs, deferred('2024-06-10'), ends, day('2024-06-10')).deferred_pence).toBe(0);
		const claimed = { ...deferred(null), invoiced_pence: 10_000 };
		expect(paymentStanding(costs, claimed, ends, day('2024-06-10')).status).toBe('claimed');
		const released = { ...deferred('2024-06-10'), invoiced_pence: 10_000 };
		expect(paymentStanding(costs, released, ends, day('2024-06-10')).status).toBe('due');
	});

	it('does not end before the day of the release, and touches no other line', () => {
		const on = (line: ScheduledPayment['line'], held: PaymentFacts) =>
			paymentStanding(fee(line), held, ends, day('2024-06-10')).deferred_pence;
		expect(on('implementation_costs', deferred('2024-06-11'))).toBe(10_000);
		expect(on('implementation_costs', facts('2024-06-07', null))).toBe(0);
		expect(on('delivery_fee_80', deferred(null))).toBe(0);
	});

	it('of the whole amount leaves nothing to claim; a month that costs nothing is neither deferred, claimed nor paid', () => {
		const on = (amount_pence: number, held: PaymentFacts) =>
			paymentStanding(fee('implementation_costs', { amount_pence }), held, ends, day('2024-06-10')).status;
		expect(on(10_000, deferred(null))).toBe('deferred');
		expect(on(0, facts('2024-06-07', null))).toBe('due');
	});

	it('is advised within three Working Days of the end of the month', () => {
		expect(adviseBy(month('2023-03'), englandAndWales)).toBe('2023-04-05');
		expect(adviseBy(month('2023-04'), englandAndWales)).toBe('2023-05-04');
	});
});
