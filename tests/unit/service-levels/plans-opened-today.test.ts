import { describe, expect, it, test } from 'vitest';
import { day, parseMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	plansNeeded,
	type ImprovementPlan,
} from '../../../extensions/peer-mentoring/src/domain/service-levels/improvement-plans.ts';

const month = (text: string) => parseMonth(text)!;

const plan = (of: string, over: Partial<ImprovementPlan> = {}): ImprovementPlan => ({
	month: month(of),
	begun: false,
	fresh: false,
	closed_on: null,
	...over,
});
const fresh = (of: string) => plan(of, { fresh: true });
const needed = (plans: ImprovementPlan[], ...missed: string[]) =>
	plansNeeded(plans, missed.map(month)).map((each) => [
		each.month,
		each.plan === undefined ? 'to open' : plans.indexOf(each.plan),
		each.needed,
		each.missed_again,
	]);

describe('a plan that the platform opened today, and nobody has looked at (3.3)', () => {
	test.each<[string, ImprovementPlan[], string[], unknown[]]>([
		['stays while its month is missed', [fresh('2024-05')], ['2024-05'], [['2024-05', 0, true, []]]],
		['goes when its month is put right', [fresh('2024-05')], [], [['2024-05', 0, false, []]]],
		[
			'gives way to an earlier month that is entered later in the day',
			[fresh('2024-05')],
			['2024-03', '2024-05'],
			[
				['2024-03', 'to open', true, ['2024-05']],
				['2024-05', 0, false, []],
			],
		],
		[
			'is found by its month among several',
			[fresh('2024-07'), plan('2024-03', { begun: true, closed_on: day('2024-06-30') }), fresh('2024-05')],
			['2024-03', '2024-07'],
			[
				['2024-03', 1, true, []],
				['2024-07', 0, true, []],
				['2024-05', 2, false, []],
			],
		],
	])('%s', (_, plans, missed, expected) => expect(needed(plans, ...missed)).toEqual(expected));
});

describe('a plan that was closed', () => {
	test.each([
		['2024-05-31', '2024-05', [['2024-03', 0, true, ['2024-05']]]],
		[
			'2024-04-30',
			'2024-05',
			[
				['2024-03', 0, true, []],
				['2024-05', 'to open', true, []],
			],
		],
	])('on %s, when %s is missed', (closed, missed, expected) => {
		const plans = [plan('2024-03', { begun: true, closed_on: day(closed) })];
		expect(needed(plans, missed)).toEqual(expected);
	});

	it('does not take a second month for its own', () => {
		const plans = [plan('2024-03', { begun: true }), plan('2024-05', { begun: true })];
		expect(needed(plans, '2024-05')).toEqual([
			['2024-03', 0, true, []],
			['2024-05', 1, true, []],
		]);
	});
});
