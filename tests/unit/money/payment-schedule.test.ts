import { describe, expect, it, test } from 'vitest';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import {
	addDays,
	day,
	type CalendarMonth,
} from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	implementationCosts,
	monthsFrom,
	paymentSchedule,
	type PaidContract,
} from '../../../extensions/peer-mentoring/src/domain/money/payment-schedule.ts';
import { oneOf, randomFrom } from '../support/random.ts';

const none = new Map<CalendarMonth, number>();

const contract = (over: Partial<PaidContract> = {}): PaidContract => ({
	terms: SPECIFIED,
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
			['2023-04', 'delivery_fee_80', 186_667, '2023-05-01'],
			['2023-04', 'delivery_fee_20', 46_667, '2023-05-01'],
			['2023-05', 'delivery_fee_80', 186_667, '2023-06-01'],
			['2023-05', 'delivery_fee_20', 46_667, '2023-06-01'],
			['2023-06', 'delivery_fee_80', 186_666, '2023-07-01'],
			['2023-06', 'delivery_fee_20', 46_667, '2023-07-01'],
		]);
	});

	it('has both kinds in a month that both periods touch, each payable once its own days are over', () => {
		const of = contract({ implementation_end_date: day('2023-03-15'), end_date: day('2023-04-07') });
		expect(lines(of).filter(([each]) => each !== '2023-01' && each !== '2023-02')).toEqual([
			['2023-03', 'implementation_costs', 100_000, '2023-03-16'],
			['2023-03', 'delivery_fee_80', 280_001, '2023-04-01'],
			['2023-03', 'delivery_fee_20', 70_000, '2023-04-01'],
			['2023-04', 'delivery_fee_80', 280_000, '2023-04-08'],
			['2023-04', 'delivery_fee_20', 70_000, '2023-04-08'],
		]);
	});

	it.each([
		[1_000_000, 300_000, 3, [233_333, 233_333, 233_334]],
		// To the nearest penny: 233,666.67 each, so that the last one is a penny short.
		[1_001_000, 300_000, 3, [233_667, 233_667, 233_666]],
		// Rounded up, the last one of these would be less than nothing.
		[2, 0, 4, [0, 0, 0, 2]],
		[5, 0, 1, [5]],
	])(
		'has %s pence less %s in %s Delivery Fees to the nearest penny, the last with the remainder (4.4)',
		(value, costs, months, fees) => {
			const end = addDays(day('2023-03-31'), 30 * months - 5);
			const of = contract({ total_value_pence: value, implementation_costs_pence: costs, end_date: end });
			const delivery = paymentSchedule(of, none).filter(({ line }) => line !== 'implementation_costs');
			const byMonth = Map.groupBy(delivery, ({ month }) => month);
			expect([...byMonth.values()].map(sum)).toEqual(fees);
		},
	);

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
