import { describe, expect, test } from 'vitest';
import {
	chartsOf,
	daysBelowMinimum,
	monthTicks,
	period,
	steps,
	type ContractCoverage,
} from '../../../extensions/peer-mentoring/src/app/people/fte-coverage/coverage.ts';
import { day, dayNumber } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';

const RANGES = [
	{ from: day('2024-01-01'), to: day('2024-02-11'), fte_in_post: 3.5, gap: 0 },
	{ from: day('2024-02-12'), to: day('2024-02-29'), fte_in_post: 2, gap: 1 },
	{ from: day('2024-03-01'), to: day('2024-03-01'), fte_in_post: 2.5, gap: 0.5 },
];
const cpa = (number: number, ranges = RANGES) => ({
	cpa: number,
	district: 'North Wales',
	minimum: 3,
	maximum: 5,
	ranges,
});
const coverage = (contract: string, ...cpas: number[]): ContractCoverage => ({
	contract,
	cpas: cpas.map((each) => cpa(each)),
});
const named = (charts: ReturnType<typeof chartsOf>) => charts.map(({ contract, cpa }) => `${contract} ${cpa}`);

describe('the FTE coverage panel', () => {
	test('draws one chart for each CPA, of one contract or of all', () => {
		expect(named(chartsOf(coverage('A', 4, 5)))).toEqual(['A 4', 'A 5']);
		expect(named(chartsOf([coverage('A', 4), coverage('B', 9)]))).toEqual(['A 4', 'B 9']);
	});

	test('draws only the CPA that is asked for, and none without days', () => {
		expect(named(chartsOf([coverage('A', 4, 5), coverage('B', 5)], 5))).toEqual(['A 5', 'B 5']);
		expect(chartsOf({ contract: 'A', cpas: [cpa(4, [])] })).toEqual([]);
	});

	test('covers whole months around today', () => {
		expect(period(day('2024-03-15'), 2, 1)).toEqual({ from: '2024-01-01', to: '2024-04-30' });
	});

	test('runs each step to the end of its last day', () => {
		expect(steps(RANGES.slice(1, 2))).toEqual([
			{ x: dayNumber(day('2024-02-12')), y: 2 },
			{ x: dayNumber(day('2024-03-01')), y: 2 },
		]);
	});

	test('counts the days below the minimum, both ends included', () => {
		expect(daysBelowMinimum(RANGES)).toBe(19);
		expect(daysBelowMinimum(RANGES.slice(0, 1))).toBe(0);
	});

	test('marks first days of months, no more than fit', () => {
		const [from, to] = [day('2024-01-15'), day('2024-06-30')];
		expect(monthTicks(from, to, 10)).toEqual(['2024-02-01', '2024-03-01', '2024-04-01', '2024-05-01', '2024-06-01']);
		expect(monthTicks(from, to, 3)).toEqual(['2024-02-01', '2024-04-01', '2024-06-01']);
	});
});
