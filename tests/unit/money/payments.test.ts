import { describe, expect, it, test } from 'vitest';
import {
	addDays,
	day,
	monthOf,
	type CalendarMonth,
} from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { adviseBy, mostDeferred } from '../../../extensions/peer-mentoring/src/domain/money/deferral.ts';
import { documentFault } from '../../../extensions/peer-mentoring/src/files/documents.ts';
import {
	claimable,
	invoiceProblems,
	type ClaimedPayment,
} from '../../../extensions/peer-mentoring/src/domain/money/invoices.ts';
import {
	implementationCosts,
	monthsFrom,
	paymentSchedule,
	type PaidContract,
	type ScheduledPayment,
} from '../../../extensions/peer-mentoring/src/domain/money/payment-schedule.ts';
import {
	paymentStanding,
	type PaymentFacts,
} from '../../../extensions/peer-mentoring/src/domain/money/payment-status.ts';
import { poundsText } from '../../../extensions/peer-mentoring/src/domain/language/in-words.ts';
import { penceIn } from '../../../extensions/peer-mentoring/src/domain/money/pounds.ts';
import { englandAndWales } from '../support/holidays.ts';
import { oneOf, randomFrom } from '../support/random.ts';

const month = (text: string) => text as CalendarMonth;
const none = new Map<CalendarMonth, number>();
const contract = (over: Partial<PaidContract> = {}): PaidContract => ({
	start_date: day('2023-01-09'),
	implementation_end_date: day('2023-03-31'),
	end_date: day('2023-06-30'),
	total_value_pence: 1_000_001,
	implementation_costs_pence: 300_000,
	...over,
});
const sum = (payments: readonly { amount_pence: number }[]) =>
	payments.reduce((total, { amount_pence }) => total + amount_pence, 0);
const lines = (of: PaidContract, register = none) =>
	paymentSchedule(of, register).map((each) => [each.month, each.line, each.amount_pence, each.claimable_from]);

describe('the schedule of payments', () => {
	it('has Implementation Costs by month, then equal Delivery Fees, the last with the remainder, as 80% and 20% (4.2 to 4.6)', () => {
		expect(lines(contract())).toEqual([
			['2023-01', 'implementation_costs', 100_000, '2023-02-01'],
			['2023-02', 'implementation_costs', 100_000, '2023-03-01'],
			['2023-03', 'implementation_costs', 100_000, '2023-04-01'],
			['2023-04', 'delivery_fee_80', 186_666, '2023-05-01'],
			['2023-04', 'delivery_fee_20', 46_667, '2023-05-01'],
			['2023-05', 'delivery_fee_80', 186_666, '2023-06-01'],
			['2023-05', 'delivery_fee_20', 46_667, '2023-06-01'],
			['2023-06', 'delivery_fee_80', 186_668, '2023-07-01'],
			['2023-06', 'delivery_fee_20', 46_667, '2023-07-01'],
		]);
	});

	it('has both kinds in a month that both periods touch, each payable once its own days are over', () => {
		const of = contract({ implementation_end_date: day('2023-03-15'), end_date: day('2023-04-07') });
		expect(lines(of).filter(([each]) => each !== '2023-01' && each !== '2023-02')).toEqual([
			['2023-03', 'implementation_costs', 100_000, '2023-03-16'],
			['2023-03', 'delivery_fee_80', 280_000, '2023-04-01'],
			['2023-03', 'delivery_fee_20', 70_000, '2023-04-01'],
			['2023-04', 'delivery_fee_80', 280_001, '2023-04-08'],
			['2023-04', 'delivery_fee_20', 70_000, '2023-04-08'],
		]);
	});

	it('follows the Cost Register: months that it names cost that, the others share the rest (4.2)', () => {
		const costs = (register: [string, number][]) => [
			...implementationCosts(contract(), new Map(register as [CalendarMonth, number][])).values(),
		];
		expect(costs([['2023-02', 50_001]])).toEqual([124_999, 50_001, 125_000]);
		expect(costs([['2023-01', 0]])).toEqual([0, 150_000, 150_000]);
		const all: [string, number][] = [
			['2023-01', 10],
			['2023-02', 20],
			['2023-03', 30],
		];
		expect(costs(all)).toEqual([10, 20, 30]);
		expect(sum(paymentSchedule(contract(), new Map(all as [CalendarMonth, number][])))).toBe(1_000_001);
	});

	test.each<[string, Partial<PaidContract>]>([
		['no value', { total_value_pence: null }],
		['no end', { end_date: null }],
		['no Implementation Period', { implementation_end_date: null }],
		['nothing to deliver after it', { end_date: day('2023-03-31') }],
	])('is empty for a contract with %s', (_, over) => {
		expect(paymentSchedule(contract(over), none)).toEqual([]);
	});

	it('sums exactly to the value, equal but for the last, none negative: thousands of contracts', () => {
		const random = randomFrom(44);
		const some = (most: number) => Math.floor(random() * most);
		for (let round = 0; round < 5000; round++) {
			const start = addDays(day('2023-01-01'), some(400));
			const implemented = addDays(start, some(120));
			const value = oneOf(random, [0, 1, 7, 100, some(1e4), some(1e9), some(1e12)]);
			const costs = Math.floor((value * some(31)) / 100);
			const of = contract({
				start_date: start,
				implementation_end_date: implemented,
				end_date: addDays(implemented, 1 + some(900)),
				total_value_pence: value,
				implementation_costs_pence: costs,
			});
			const months = monthsFrom(start, implemented);
			const register = new Map<CalendarMonth, number>();
			let left = costs;
			for (const each of months) {
				if (random() < 0.5) continue;
				const named = some(left + 1);
				register.set(each, named);
				left -= named;
			}
			const schedule = paymentSchedule(of, register);
			expect(sum(schedule)).toBe(value);
			expect(schedule.every(({ amount_pence }) => Number.isInteger(amount_pence) && amount_pence >= 0)).toBe(true);
			expect(new Set(schedule.map((each) => `${each.month} ${each.line}`)).size).toBe(schedule.length);
			expect(paymentSchedule(of, register)).toEqual(schedule);
			for (const line of ['delivery_fee_80', 'delivery_fee_20'] as const) {
				const fees = schedule.filter((each) => each.line === line).map(({ amount_pence }) => amount_pence);
				expect(new Set(fees.slice(0, -1)).size).toBeLessThan(2);
			}
		}
	});
});

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
	invoiced_pence: 0,
	paid_pence: 0,
	...over,
});
const ends = { end_date: day('2025-03-07'), invoices_by: null };

describe('the 20% line follows the PMI of its month (4.5)', () => {
	test.each([
		['the month is not over', null, '2024-05-31', 'planned', 0],
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

	it('can be claimed from the day on which the PMI is in', () => {
		const standing = paymentStanding(
			fee('delivery_fee_20'),
			facts('2024-06-07', '2024-07-01'),
			ends,
			day('2024-07-02'),
		);
		expect(standing.claimable_from).toBe('2024-07-01');
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
		const february = fee('delivery_fee_20', { month: month('2025-02'), claimable_from: day('2025-03-01') });
		expect(paymentStanding(february, facts('2025-03-07', null), ends, day('2025-03-02')).at_risk).toBe(false);
	});

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

	it('is advised within three Working Days of the end of the month', () => {
		expect(adviseBy(month('2023-03'), englandAndWales)).toBe('2023-04-05');
		expect(adviseBy(month('2023-04'), englandAndWales)).toBe('2023-05-04');
	});
});

describe('an invoice', () => {
	const payment = (over: Partial<ClaimedPayment> = {}): ClaimedPayment => ({
		contract: 'C',
		line: 'delivery_fee_20',
		status: 'due',
		amount_pence: 20_000,
		deferred_pence: 0,
		claimable_from: day('2024-06-01'),
		claimed_elsewhere_pence: 0,
		...over,
	});
	const order = { delivery_fee_20: '30', delivery_fee_80: '20' };
	const invoice = { amount_pence: 20_000, purchase_order_line: '30' };
	const problems = (over: Partial<ClaimedPayment>, of: Partial<typeof invoice> = {}) =>
		invoiceProblems({ ...invoice, ...of }, payment(over), order).map(({ field, code }) => [field, code]);

	test.each<[string, Partial<ClaimedPayment>, Partial<typeof invoice>, string[][]]>([
		['is fine on the line of its payment', {}, {}, []],
		['waits for the PMI', { status: 'deferred' }, {}, [['payment', 'payment_waits_for_pmi']]],
		['waits for the PMI before it is due as well', { status: 'planned' }, {}, [['payment', 'payment_waits_for_pmi']]],
		[
			'waits for the month to end',
			{ status: 'planned', line: 'delivery_fee_80' },
			{},
			[['payment', 'payment_not_due']],
		],
		['cannot claim what is lost', { status: 'forfeited' }, {}, [['payment', 'payment_forfeited']]],
		['claims once', { claimed_elsewhere_pence: 20_000 }, {}, [['payment', 'payment_claimed']]],
		['names the right line', {}, { purchase_order_line: '20' }, [['purchase_order_line', 'other_order_line']]],
		['names what can be claimed', {}, { amount_pence: 19_999 }, [['amount_pence', 'other_amount']]],
	])('%s', (_, over, of, expected) => {
		expect(problems(over, of)).toEqual(expected);
	});

	it('claims what is left when a part is deferred or claimed', () => {
		expect(claimable(payment({ deferred_pence: 5_000, claimed_elsewhere_pence: 4_000 }))).toBe(11_000);
	});

	const pdf = (body = '') => Buffer.from(`%PDF-1.7\n${body}\n%%EOF\n`);
	test.each([
		['a PDF', pdf(), undefined],
		['nothing', Buffer.alloc(0), 'empty'],
		['a picture called .pdf', Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'not_a_pdf'],
		['a PDF cut short', Buffer.concat([pdf().subarray(0, 9), Buffer.alloc(4000, 32)]), 'cut_short'],
		['a PDF with a file in it (4.11)', pdf('<< /Type /EmbeddedFile >>'), 'has_attachments'],
	])('has one document: %s', (_, content, fault) => {
		expect(documentFault(content)).toBe(fault);
	});
});

describe('pounds', () => {
	test.each([
		[0, '£0.00'],
		['5', '£0.05'],
		[-123456, '-£1,234.56'],
		['900719925474099312', '£9,007,199,254,740,993.12'],
	])('%s pence are %s', (pence, text) => {
		expect(poundsText(pence)).toBe(text);
	});

	test.each([
		['1,234.5', 123450],
		['£12', 1200],
		['12.345', undefined],
		['twelve', undefined],
		['-1', undefined],
		['', undefined],
	])('"%s" is %s pence', (text, pence) => {
		expect(penceIn(text)).toBe(pence);
	});
});
