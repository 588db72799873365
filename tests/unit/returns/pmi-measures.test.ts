import { describe, expect, it } from 'vitest';
import { day, parseMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { known } from '../support/pmi-example.ts';
import { pmiContext, tally } from '../support/pmi.ts';

describe('the measures as JSON', () => {
	const context = pmiContext({ month: parseMonth('2023-12')!, knownOn: day('2024-01-08') });
	const { measures, exceptions, breakdown } = tally(known('2024-01-08'), context);

	it('has the keys of the contract in the order of 3.8', () => {
		expect(Object.keys(measures)).toEqual([
			'personnel_changes',
			'referrals_total',
			'referrals_new',
			'starts_total',
			'starts_new',
			'completions_total',
			'length_on_provision',
			'initial_meetings',
			'initial_meetings_on_time',
			'diagnostic_interviews',
			'diagnostic_interviews_on_time',
			'action_plans',
			'action_plans_on_time',
			'four_sessions',
			'four_sessions_on_time',
			'eight_sessions',
			'subcontractor_spend',
			'sme_spend',
			'contract_cost_register',
			'ipr_log',
		]);
	});

	it('has the shape of the contract', () => {
		expect(JSON.parse(JSON.stringify(measures))).toMatchObject({
			personnel_changes: { joined: 0, left: 0, rows: [] },
			referrals_total: { jobcentre_plus: 6, third_party: 3, total: 9 },
			completions_total: { total: 1, fewer_than_eight_sessions: 0 },
			length_on_provision: {
				left: { count: 2, mean: 49, median: 49, min: 42, max: 56 },
				current: { count: 3, mean: 28, median: 31, min: 19, max: 34 },
			},
			initial_meetings_on_time: {
				number: 4,
				percent: 66.7,
				of: 6,
				service_level: { met: 4, determinable: 7, percent: 57.1 },
			},
			four_sessions_on_time: { number: 1, percent: 50, of: 2, pending: 3 },
			eight_sessions: { number: 1, percent: 20, of: 5 },
			subcontractor_spend: { due: true, rows: [], total: '0.00', nil: true },
			contract_cost_register: { due: true, documents: [], nil: true },
		});
	});

	it('lists the referral whose date is missing, and nothing else', () => {
		expect(exceptions.map(({ reference, code }) => [reference, code])).toEqual([['G', 'received_on_missing']]);
	});

	it('adds up over routes and CPAs', () => {
		const numbers = (row: { cumulative: { number: number }; in_month: { number: number } | null }) => [
			row.cumulative.number,
			row.in_month?.number ?? 0,
		];
		for (const [index, row] of breakdown.total.rows.entries()) {
			const parts = Object.values(breakdown.by_route).map((scope) => numbers(scope.rows[index]!));
			expect(
				[0, 1].map((n) => parts[0]![n]! + parts[1]![n]!),
				row.key,
			).toEqual(numbers(row));
		}
		expect(breakdown.by_cpa).toHaveLength(1);
		expect(breakdown.by_cpa[0]?.total).toEqual(breakdown.total);
	});

	it('has in-month figures that add up to the cumulative ones', () => {
		const months = ['2023-09', '2023-10', '2023-11', '2023-12'].map((month) =>
			tally(known('2024-01-08'), pmiContext({ month: parseMonth(month)!, knownOn: day('2024-01-08') })),
		);
		for (const [index, row] of breakdown.total.rows.entries()) {
			if (row.in_month === null) continue;
			const inMonths = months.map((each) => each.breakdown.total.rows[index]!.in_month!.number);
			expect(
				inMonths.reduce((sum, each) => sum + each, 0),
				row.key,
			).toBe(row.cumulative.number);
		}
	});
});
