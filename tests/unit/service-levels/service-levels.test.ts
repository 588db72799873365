import { describe, expect, it, test } from 'vitest';
import {
	addDays,
	day,
	lastDay,
	type CalendarMonth,
} from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { codeLists } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import { fteOfMonth } from '../../../extensions/peer-mentoring/src/domain/service-levels/fte-of-month.ts';
import type { FteAssignment } from '../../../extensions/peer-mentoring/src/domain/people/fte.ts';
import {
	plansNeeded,
	type ImprovementPlan,
} from '../../../extensions/peer-mentoring/src/domain/service-levels/improvement-plans.ts';
import {
	resultOf,
	serviceLevelOf,
	shareMet,
} from '../../../extensions/peer-mentoring/src/domain/service-levels/service-levels.ts';
import { oneOf, randomFrom } from '../support/random.ts';

const month = (text: string) => text as CalendarMonth;

describe('the service level of a month (3.3, Table A)', () => {
	test.each([
		['nothing fell due', [0, 0, 0], 100, '2024-04-02', undefined],
		['every one was met, and the month is over', [5, 0, 0], 100, '2024-04-01', 'met'],
		['every one was met so far', [5, 0, 0], 100, '2024-03-31', 'pending'],
		['one still runs', [5, 0, 1], 100, '2024-04-02', 'pending'],
		['one was met and one still runs', [1, 0, 1], 100, '2024-04-02', 'pending'],
		['one was missed, though the month is not over', [5, 1, 3], 100, '2024-03-10', 'missed'],
		[
			'one was missed, and a share is asked for: not judged before the month is over',
			[5, 1, 0],
			80,
			'2024-03-10',
			'pending',
		],
		['the share asked for is reached exactly', [4, 1, 0], 80, '2024-04-01', 'met'],
		['the share asked for is not reached', [3, 1, 0], 80, '2024-04-01', 'missed'],
		['the share is of what has been decided, once nothing runs', [4, 1, 1], 80, '2024-04-01', 'pending'],
	] as const)('%s', (_, [met, missed, pending], percent, today, expected) => {
		expect(resultOf({ met, missed, pending }, percent, month('2024-03'), day(today))).toBe(expected);
	});

	it('has a share met with one decimal, and none where nothing is decided', () => {
		expect(shareMet({ met: 2, missed: 1, pending: 4 })).toBe(66.7);
		expect(shareMet({ met: 0, missed: 0, pending: 4 })).toBeNull();
	});

	it('is counted from clocks for each row of Table A but FTE; four and eight sessions are one row', () => {
		const counted = new Set(codeLists.clock.map(({ value }) => serviceLevelOf(value)).filter(Boolean));
		const rows = codeLists.service_level.map(({ value }) => value).filter((value) => value !== 'fte');
		expect([...counted].sort()).toEqual([...rows].sort());
		expect(serviceLevelOf('four_sessions')).toBe(serviceLevelOf('eight_sessions'));
		expect(serviceLevelOf('milestone_support_ends')).toBeUndefined();
	});
});

const contract = { implementation_end_date: day('2023-03-31'), end_date: day('2025-03-07') };
const area = (cpa: number, minimum: number) => ({ cpa, minimum, maximum: 99 });
const post = (cpa: number, weekly_hours: number, from: string, to: string | null = null): FteAssignment => ({
	mentor: 'M1',
	cpa,
	delivery_area: 'area',
	weekly_hours,
	from: day(from),
	to: to === null ? null : day(to),
});

describe('the FTE of a month', () => {
	it('is judged from the day after the Implementation Period to the end of the contract', () => {
		const of = (text: string) =>
			fteOfMonth([post(9, 120, '2023-01-09')], [area(9, 3)], month(text), contract, day('2026-01-01'));
		expect(of('2023-03')).toEqual([]);
		expect(of('2023-04')[0]).toMatchObject({ met: 30, missed: 0, pending: 0, status: 'met' });
		expect(of('2025-03')[0]).toMatchObject({ met: 7, status: 'met' });
		expect(of('2025-04')).toEqual([]);
		const later = { implementation_end_date: day('2024-01-31'), end_date: null };
		expect(fteOfMonth([], [area(9, 3)], month('2024-01'), later, day('2026-01-01'))).toEqual([]);
		expect(fteOfMonth([], [area(9, 3)], month('2024-02'), later, day('2026-01-01'))[0]).toMatchObject({ missed: 29 });
	});

	it('is that of its lowest day', () => {
		const posts = [post(9, 80, '2023-01-09'), post(9, 40, '2023-01-09', '2023-06-09'), post(9, 40, '2023-06-20')];
		expect(fteOfMonth(posts, [area(9, 3)], month('2023-06'), contract, day('2024-01-01'))[0]).toEqual({
			cpa: 9,
			met: 20,
			missed: 10,
			pending: 0,
			status: 'missed',
			lowest_fte: 2,
			minimum_fte: 3,
			fte_gap: 1,
			days_below: 10,
		});
	});

	it('is pending while the month runs, and missed on the first day below', () => {
		const posts = [post(9, 120, '2023-01-09', '2023-06-09')];
		const on = (today: string) => fteOfMonth(posts, [area(9, 3)], month('2023-06'), contract, day(today))[0];
		expect(on('2023-06-09')).toMatchObject({ status: 'pending', met: 9, pending: 21 });
		expect(on('2023-06-10')).toMatchObject({ status: 'missed', met: 9, missed: 1, pending: 20 });
	});

	it('of the contract takes the area furthest below, and counts a day once', () => {
		const posts = [post(4, 40, '2023-01-09'), post(5, 40, '2023-01-09', '2023-06-24')];
		const areas = [area(4, 3), area(5, 1)];
		const whole = fteOfMonth(posts, areas, month('2023-06'), contract, day('2024-01-01')).find(
			({ cpa }) => cpa === null,
		);
		expect(whole).toMatchObject({ lowest_fte: 1, minimum_fte: 3, fte_gap: 2, days_below: 30, missed: 30, met: 0 });
	});

	it('agrees with counting every day by itself, for thousands of plans', () => {
		const random = randomFrom(7);
		const some = (most: number) => Math.floor(random() * most);
		for (let round = 0; round < 3000; round++) {
			const posts = Array.from({ length: some(6) }, () => {
				const from = addDays(day('2023-03-01'), some(120));
				return {
					...post(9, oneOf(random, [10, 20, 37, 40]), from),
					to: random() < 0.5 ? addDays(from, some(60)) : null,
				};
			});
			const minimum = oneOf(random, [1, 2, 3]);
			const today = addDays(day('2023-04-01'), some(90));
			const of = oneOf(random, ['2023-03', '2023-04', '2023-05', '2023-06'].map(month));
			let below = 0;
			let lowest = Infinity;
			for (let each = day(`${of}-01`); each <= lastDay(of) && each <= today; each = addDays(each, 1)) {
				if (each <= contract.implementation_end_date) continue;
				const hours = posts.filter(({ from, to }) => from <= each && (to === null || to >= each));
				const fte = hours.reduce((sum, { weekly_hours }) => sum + weekly_hours, 0) / 40;
				lowest = Math.min(lowest, fte);
				if (fte < minimum) below += 1;
			}
			const [result] = fteOfMonth(posts, [area(9, minimum)], of, contract, today);
			if (lowest === Infinity) expect(result).toBeUndefined();
			else expect([result?.days_below, result?.lowest_fte]).toEqual([below, expect.closeTo(lowest, 3)]);
		}
	});
});

describe('the plans that missed months ask for (3.3)', () => {
	const plan = (of: string, over: Partial<ImprovementPlan> = {}): ImprovementPlan => ({
		month: month(of),
		begun: false,
		fresh: false,
		closed_on: null,
		...over,
	});
	const needed = (plans: ImprovementPlan[], ...missed: string[]) =>
		plansNeeded(plans, missed.map(month)).map((each) => [
			each.month,
			each.plan !== undefined,
			each.needed,
			each.missed_again,
		]);

	test.each<[string, ImprovementPlan[], string[], unknown[]]>([
		['none for none', [], [], []],
		['one for the first month missed', [], ['2024-03'], [['2024-03', false, true, []]]],
		[
			'one for several: the later ones are poor performance that continues',
			[],
			['2024-05', '2024-03', '2024-04'],
			[['2024-03', false, true, ['2024-04', '2024-05']]],
		],
		[
			'an open one takes the next month',
			[plan('2024-03')],
			['2024-03', '2024-06'],
			[['2024-03', true, true, ['2024-06']]],
		],
		[
			'one closed before the next month does not: that month opens another',
			[plan('2024-03', { begun: true, closed_on: day('2024-05-02') })],
			['2024-03', '2024-05', '2024-06'],
			[
				['2024-03', true, true, ['2024-05']],
				['2024-06', false, true, []],
			],
		],
		['one whose month is put right is not needed', [plan('2024-03')], [], [['2024-03', true, false, []]]],
		[
			'and stands for no later month',
			[plan('2024-03')],
			['2024-04'],
			[
				['2024-03', true, false, []],
				['2024-04', false, true, []],
			],
		],
		[
			'but one that somebody has begun stays',
			[plan('2024-03', { begun: true })],
			['2024-04'],
			[['2024-03', true, true, ['2024-04']]],
		],
		[
			'an earlier month that turns out missed opens its own',
			[plan('2024-05', { begun: true })],
			['2024-03', '2024-05'],
			[
				['2024-05', true, true, []],
				['2024-03', false, true, []],
			],
		],
	])('%s', (_, plans, missed, expected) => {
		expect(needed(plans, ...missed)).toEqual(expected);
	});

	it('are the same when asked again once they are open, whatever is missed', () => {
		const random = randomFrom(3);
		for (let round = 0; round < 2000; round++) {
			const missed = Array.from({ length: 12 }, (_, index) =>
				month(`2024-${String(index + 1).padStart(2, '0')}`),
			).filter(() => random() < 0.4);
			const there = missed.filter(() => random() < 0.2).map((each) => plan(each, { begun: random() < 0.5 }));
			const first = plansNeeded(there, missed);
			const opened = first.map((each) => each.plan ?? plan(each.month));
			const again = plansNeeded(opened, missed);
			expect(again.every((each) => each.plan !== undefined)).toBe(true);
			expect(again.map(({ plan: _, ...rest }) => rest)).toEqual(first.map(({ plan: _, ...rest }) => rest));
		}
	});
});
