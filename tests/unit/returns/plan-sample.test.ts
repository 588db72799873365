import { describe, expect, it } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	countedOn,
	drawPlans,
	drawProblem,
	emptyDrawProblem,
	isOpenSample,
	plansWanted,
	releaseProblem,
} from '../../../extensions/peer-mentoring/src/domain/returns/samples/plan-sample.ts';
import {
	parseQuarter,
	quarterBefore,
	type Quarter,
} from '../../../extensions/peer-mentoring/src/domain/calendar/quarter.ts';
import { drawSample } from '../../../extensions/peer-mentoring/src/domain/numbers/sample.ts';
import { parseMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';

const quarter = (name: string) => parseQuarter(name) as Quarter;
const TERM = { start_date: day('2023-01-09'), end_date: day('2025-03-07') };

describe('a quarter', () => {
	it.each([
		['2024-Q1', '2024-01-01', '2024-03-31'],
		['2024-Q2', '2024-04-01', '2024-06-30'],
		['2023-Q4', '2023-10-01', '2023-12-31'],
	])('%s runs from %s to %s', (name, first, last) => expect(parseQuarter(name)).toEqual({ name, first, last }));

	it.each(['2024-Q0', '2024-Q5', 'Q1', '2024Q1', '', '2024-q1', '24-Q1'])('%s is none', (text) => {
		expect(parseQuarter(text)).toBeUndefined();
	});

	it.each([
		['2024-01', '2023-Q4'],
		['2024-03', '2023-Q4'],
		['2024-04', '2024-Q1'],
		['2024-12', '2024-Q3'],
	])('before %s is %s', (month, name) => expect(quarterBefore(parseMonth(month)!).name).toBe(name));
});

describe('how many plans (2.25, 3.11)', () => {
	it.each([
		[0, 0],
		[0.1, 1],
		[1, 1],
		[2.001, 3],
		[3, 3],
		[8.5, 9],
	])('%d FTE: %i', (fte, plans) => expect(plansWanted(fte)).toBe(plans));

	it('counts FTE on the last day of the quarter, or of the contract', () => {
		expect(countedOn(quarter('2024-Q4'), TERM)).toBe('2024-12-31');
		expect(countedOn(quarter('2025-Q1'), TERM)).toBe('2025-03-07');
		expect(countedOn(quarter('2025-Q1'), { ...TERM, end_date: null })).toBe('2025-03-31');
	});
});

describe('a draw', () => {
	const ids = Array.from({ length: 12 }, (_, index) => `plan-${index}`);
	const eligible = (times: (index: number) => number) => ids.map((id, index) => ({ id, drawn_before: times(index) }));

	it('of plans that were all drawn as often is the plain draw', () => {
		for (const seed of ['a', 'b', '2024-Q1']) {
			expect(
				drawPlans(
					seed,
					eligible(() => 2),
					5,
				),
			).toEqual(drawSample(seed, ids, 5));
		}
	});

	it('takes no plan again while another was drawn less often', () => {
		for (let seed = 0; seed < 200; seed++) {
			const drawn = drawPlans(
				String(seed),
				eligible((index) => index % 3),
				6,
			);
			expect(drawn.slice(0, 4).every((id) => Number(id.slice(5)) % 3 === 0)).toBe(true);
			expect(drawn.slice(4).every((id) => Number(id.slice(5)) % 3 === 1)).toBe(true);
		}
	});

	it('goes through every plan once, quarter after quarter, before any comes again', () => {
		const times = new Map(ids.map((id) => [id, 0]));
		for (let number = 0; number < 12; number++) {
			const drawn = drawPlans(
				`quarter ${number}`,
				ids.map((id) => ({ id, drawn_before: times.get(id)! })),
				5,
			);
			for (const id of drawn) times.set(id, times.get(id)! + 1);
			const counts = [...times.values()];
			expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
		}
	});

	it('of one more is the same draw carried on, and never more than there are', () => {
		const all = drawPlans(
			'seed',
			eligible((index) => index % 2),
			99,
		);
		expect([...all].sort()).toEqual([...ids].sort());
		for (let size = 0; size <= 12; size++) {
			expect(
				drawPlans(
					'seed',
					eligible((index) => index % 2),
					size,
				),
			).toEqual(all.slice(0, size));
		}
	});
});

describe('a quarter that cannot be drawn', () => {
	it.each([
		['nonsense', '2025-01-01', 'quarter_format'],
		['2022-Q4', '2025-01-01', 'quarter_outside_contract'],
		['2025-Q2', '2026-01-01', 'quarter_outside_contract'],
		['2024-Q4', '2024-12-31', 'quarter_not_over'],
		['2024-Q4', '2025-01-01', undefined],
		['2023-Q1', '2025-01-01', undefined],
		['2025-Q1', '2025-04-01', undefined],
	])('%s on %s: %s', (name, today, code) => {
		expect(drawProblem(parseQuarter(name), TERM, day(today))?.code).toBe(code);
	});

	const area = { cpa: 9, fte: 2, wanted: 2, eligible: 3, drawn: 2 };
	it.each([
		['nobody in post', [{ ...area, wanted: 0, drawn: 0 }], 'nobody_in_post'],
		['no plan', [{ ...area, eligible: 0, drawn: 0 }], 'no_plan_to_draw'],
		['a plan in one area', [area, { ...area, cpa: 4, eligible: 0, drawn: 0 }], undefined],
	])('%s', (_, areas, code) => expect(emptyDrawProblem(areas, day('2024-03-31'))?.code).toBe(code));
});

describe('a sample is released', () => {
	it.each([
		[['a', 'b'], [], 2],
		[['a', 'b'], ['a', 'c'], 1],
		[['a', 'b'], ['b', 'a', 'old'], undefined],
	])('of passages %j with %j read', (passages, read, number) => {
		expect(releaseProblem(passages, read)?.params?.number).toBe(number);
	});

	it('only while it is open', () => {
		expect((['drawn', 'in_review', 'rejected', 'released', 'removed'] as const).filter(isOpenSample)).toEqual([
			'drawn',
			'in_review',
		]);
	});
});
