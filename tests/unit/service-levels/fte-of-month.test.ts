import { describe, expect, it, test } from 'vitest';
import { day, parseMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { FteAssignment } from '../../../extensions/peer-mentoring/src/domain/people/fte.ts';
import { fteOfMonth } from '../../../extensions/peer-mentoring/src/domain/service-levels/fte-of-month.ts';

const JUNE = parseMonth('2023-06')!;
const contract = { implementation_end_date: day('2023-03-31'), end_date: day('2025-03-07') };
const area = (cpa: number, minimum: number) => ({ cpa, minimum, maximum: 99 });
const post = (cpa: number, fte: number, from = '2023-01-09', to: string | null = null): FteAssignment => ({
	mentor: `M${cpa} ${from}`,
	cpa,
	delivery_area: 'area',
	weekly_hours: fte * 40,
	from: day(from),
	to: to === null ? null : day(to),
});
const june = (
	posts: FteAssignment[],
	areas: ReturnType<typeof area>[],
	over: Partial<{ implementation_end_date: string | null; end_date: string | null }> = {},
	today = '2024-01-01',
) => {
	const days = Object.fromEntries(
		Object.entries(over).map(([key, value]) => [key, value === null ? null : day(value)]),
	) as Partial<typeof contract>;
	return fteOfMonth(posts, areas, JUNE, { ...contract, ...days }, day(today));
};

describe('the days on which FTE are judged (1.20, 2.26)', () => {
	test.each<[string, Parameters<typeof june>[2], string, number | undefined, number]>([
		['all of a month that is over', {}, '2023-07-01', 30, 0],
		['on its last day', {}, '2023-06-30', 30, 0],
		['on its first day', {}, '2023-06-01', 1, 29],
		['on the day before', {}, '2023-05-31', undefined, 0],
		['from the day after the Implementation Period', { implementation_end_date: '2023-06-10' }, '2024-01-01', 20, 0],
		[
			'from the first day, where that ended on the day before',
			{ implementation_end_date: '2023-05-31' },
			'2024-01-01',
			30,
			0,
		],
		[
			'from the second day, where that ended on the first',
			{ implementation_end_date: '2023-06-01' },
			'2024-01-01',
			29,
			0,
		],
		['its last day alone', { implementation_end_date: '2023-06-29' }, '2024-01-01', 1, 0],
		['none of the Implementation Period', { implementation_end_date: '2023-06-30' }, '2024-01-01', undefined, 0],
		['to the end of the contract', { end_date: '2023-06-07' }, '2024-01-01', 7, 0],
		['to its first day, where the contract ends then', { end_date: '2023-06-01' }, '2024-01-01', 1, 0],
		['none after the end', { end_date: '2023-05-31' }, '2024-01-01', undefined, 0],
		['to the last day, where no end is known', { end_date: null }, '2024-01-01', 30, 0],
		['up to today, of those to the end of the contract', { end_date: '2023-06-20' }, '2023-06-15', 15, 5],
	])('%s', (_, over, today, met, pending) => {
		const [own, whole] = june([post(9, 3)], [area(9, 3)], over, today);
		expect(own?.met).toBe(met);
		if (own === undefined) return;
		const status = pending > 0 ? 'pending' : 'met';
		expect(own).toMatchObject({
			cpa: 9,
			pending,
			missed: 0,
			status,
			lowest_fte: 3,
			minimum_fte: 3,
			fte_gap: 0,
			days_below: 0,
		});
		expect(whole).toEqual({ ...own, cpa: null });
	});

	it('are none without an area', () => expect(june([post(9, 3)], [])).toEqual([]));
});

describe('the FTE of several areas', () => {
	const whole = (posts: FteAssignment[], ...areas: ReturnType<typeof area>[]) => june(posts, areas).at(-1);

	it('are a result each, in their order, and one for the contract', () => {
		const found = june([post(4, 2), post(5, 1)], [area(5, 1), area(4, 3)]);
		expect(found.map(({ cpa, status, lowest_fte }) => [cpa, status, lowest_fte])).toEqual([
			[5, 'met', 1],
			[4, 'missed', 2],
			[null, 'missed', 2],
		]);
	});

	test.each<[string, FteAssignment[], object]>([
		['the one further below, last', [post(4, 2), post(5, 0.5)], { lowest_fte: 0.5, minimum_fte: 3, fte_gap: 2.5 }],
		['the one further below, first', [post(4, 0.5), post(5, 2)], { lowest_fte: 0.5, minimum_fte: 2, fte_gap: 1.5 }],
		['the one below, not one just reached', [post(4, 2), post(5, 2)], { lowest_fte: 2, minimum_fte: 3, fte_gap: 1 }],
		[
			'of two that are reached the one with less above, last',
			[post(4, 4), post(5, 3.5)],
			{ lowest_fte: 3.5, minimum_fte: 3, fte_gap: 0 },
		],
		[
			'of two that are reached the one with less above, first',
			[post(4, 2), post(5, 9)],
			{ lowest_fte: 2, minimum_fte: 2, fte_gap: 0 },
		],
		['of two alike the first', [post(4, 3), post(5, 4)], { lowest_fte: 3, minimum_fte: 2, fte_gap: 0 }],
	])('the contract has %s', (_, posts, expected) => {
		expect(whole(posts, area(4, 2), area(5, 3))).toMatchObject(expected);
	});

	it('a day below in both is one day, and days below in either are all counted', () => {
		const posts = [
			post(4, 2, '2023-01-09', '2023-06-20'),
			post(5, 3, '2023-01-09', '2023-06-25'),
			post(4, 2, '2023-06-28'),
		];
		expect(june(posts, [area(4, 2), area(5, 3)]).map(({ cpa, missed, met }) => [cpa, missed, met])).toEqual([
			[4, 7, 23],
			[5, 5, 25],
			[null, 10, 20],
		]);
	});
});
