import { describe, expect, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { parseQuarter } from '../../../extensions/peer-mentoring/src/domain/calendar/quarter.ts';
import {
	drawPlans,
	drawProblem,
	emptyDrawProblem,
	releaseProblem,
} from '../../../extensions/peer-mentoring/src/domain/returns/samples/plan-sample.ts';

const TERM = { start_date: day('2023-04-01'), end_date: day('2024-10-01') };

describe('why plans cannot be drawn (3.11)', () => {
	test.each<[string, object | undefined, string]>([
		['no quarter', { field: 'quarter', code: 'quarter_format' }, 'first'],
		['2023-Q1', { field: 'quarter', code: 'quarter_outside_contract' }, 'TERM'],
		['2023-Q2', undefined, 'TERM'],
		['2024-Q4', undefined, 'TERM'],
		['2025-Q1', { field: 'quarter', code: 'quarter_outside_contract' }, 'TERM'],
		['2025-Q1', undefined, 'open'],
		['2025-Q2', { field: 'quarter', code: 'quarter_not_over', params: { latest: '2025-06-30' } }, 'open'],
	])('%s: %j (%s)', (name, problem, term) => {
		const of = term === 'open' ? { ...TERM, end_date: null } : TERM;
		expect(drawProblem(parseQuarter(name), of, day('2025-06-30'))).toEqual(problem);
	});

	test.each([
		['a quarter that begins on the last day of the contract', '2024-Q4', undefined],
		['a quarter that ends on the day before the contract', '2023-Q1', 'quarter_outside_contract'],
	])('%s', (_, name, code) => expect(drawProblem(parseQuarter(name), TERM, day('2026-01-01'))?.code).toBe(code));

	test('a quarter that ends on the first day of the contract is one of its own', () => {
		const term = { start_date: day('2023-03-31'), end_date: null };
		expect(drawProblem(parseQuarter('2023-Q1'), term, day('2026-01-01'))).toBeUndefined();
	});

	const area = { cpa: 9, fte: 2, wanted: 2, eligible: 3, drawn: 2 };
	test.each([
		['nobody in post', [{ ...area, wanted: 0 }], 'nobody_in_post'],
		[
			'nobody in one area, no plan in the other',
			[
				{ ...area, wanted: 0, drawn: 0 },
				{ ...area, drawn: 0 },
			],
			'no_plan_to_draw',
		],
		['somebody in post in one area', [{ ...area, wanted: 0, drawn: 0 }, area], undefined],
	])('%s', (_, areas, code) => {
		const expected = code && { field: 'quarter', code, params: { day: '2024-03-31' } };
		expect(emptyDrawProblem(areas, day('2024-03-31'))).toEqual(expected);
	});

	test.each([
		[[], 2],
		[['a'], 1],
	])('with %j read, %i passages are not', (read, number) => {
		expect(releaseProblem(['a', 'b'], read)).toEqual({
			field: 'passages_read',
			code: 'sample_unread',
			params: { number },
		});
	});
});

test('a draw takes first what was drawn least often, whatever the order of the plans', () => {
	const plans = [
		{ id: 'often', drawn_before: 10 },
		{ id: 'twice', drawn_before: 2 },
		{ id: 'never', drawn_before: 0 },
	];
	expect(drawPlans('seed', plans, 3)).toEqual(['never', 'twice', 'often']);
	expect(drawPlans('seed', plans.toReversed(), 2)).toEqual(['never', 'twice']);
});
