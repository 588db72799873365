/** What a Performance Improvement Plan has to say, where it stands, and its days (3.3). */
import { describe, expect, it, test } from 'vitest';
import { day, parseMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	improvementPlanProblems,
	PLAN_PARTS,
	planClocks,
	planStatus,
	type PlanHistory,
	type PlanStatus,
} from '../../../extensions/peer-mentoring/src/domain/service-levels/improvement-plans.ts';
import { englandAndWales } from '../support/holidays.ts';

const history = (over: Record<string, string> = {}, missed: string[] = []): PlanHistory => ({
	opened_on: day('2024-02-08'),
	submitted_on: null,
	begun_on: null,
	due_on: null,
	closed_on: null,
	...Object.fromEntries(Object.entries(over).map(([field, on]) => [field, day(on)])),
	missed_again: missed.map((month) => parseMonth(month)!),
});
const submitted = { submitted_on: '2024-02-14' };

describe('where a plan stands follows from what happened', () => {
	test.each<[string, PlanStatus, PlanHistory]>([
		['nothing', 'to_be_written', history()],
		['its actions begun before it is submitted', 'to_be_written', history({ begun_on: '2024-02-09' })],
		['further months missed before it is submitted', 'to_be_written', history({}, ['2024-03'])],
		['submitted', 'submitted', history(submitted)],
		['submitted, with an earlier month missed as well', 'submitted', history(submitted, ['2024-02'])],
		['its actions begun', 'being_carried_out', history({ ...submitted, begun_on: '2024-02-15' })],
		[
			'a month after its submission missed again',
			'poor_performance_continues',
			history({ ...submitted, begun_on: '2024-02-15' }, ['2024-02', '2024-03']),
		],
		['its actions completed', 'completed', history({ ...submitted, closed_on: '2024-04-01' })],
		[
			'its actions completed after a month missed again',
			'completed',
			history({ ...submitted, closed_on: '2024-04-10' }, ['2024-03']),
		],
	])('%s: %s', (_, status, plan) => {
		expect(planStatus(plan, true)).toBe(status);
		expect(planStatus(plan, false)).toBe('not_needed');
	});
});

describe('a plan that is submitted', () => {
	const whole = { cause: 'Illness', actions: 'A stand-in', responsible: 'Lead', due_on: '2024-04-01' };

	it('says why, what, who and by when', () => {
		expect(improvementPlanProblems({ ...whole, submitted_on: '2024-02-14' })).toEqual([]);
	});

	test.each(PLAN_PARTS.flatMap((part) => [null, undefined, '', '  '].map((empty) => [part, empty] as const)))(
		'is refused where its %s is %j',
		(part, empty) => {
			expect(improvementPlanProblems({ ...whole, submitted_on: '2024-02-14', [part]: empty })).toEqual([
				{ field: part, code: 'plan_incomplete' },
			]);
		},
	);

	it('is closed after that only; before, nothing is asked', () => {
		expect(improvementPlanProblems({})).toEqual([]);
		expect(improvementPlanProblems({ ...whole, closed_on: '2024-04-01' })).toEqual([
			{ field: 'closed_on', code: 'plan_not_submitted' },
		]);
	});
});

describe('the days of a plan are clocks', () => {
	const clocks = (plan: PlanHistory, today = '2024-06-03') =>
		planClocks(plan, englandAndWales, day(today)).map((clock) => [
			clock.service_level,
			clock.started_on,
			clock.due_on,
			clock.met_on,
			clock.status,
		]);

	it('to submit it: ten Working Days from its opening', () => {
		expect(clocks(history(), '2024-02-22')).toEqual([
			['improvement_plan', '2024-02-08', '2024-02-22', null, 'pending'],
		]);
		expect(clocks(history(), '2024-02-23')[0]?.[4]).toBe('missed');
		expect(clocks(history(submitted))[0]?.slice(3)).toEqual(['2024-02-14', 'met']);
	});

	it('to have done what it says: from its submission until the actions are completed', () => {
		const plan = { ...submitted, due_on: '2024-04-01' };
		expect(clocks(history({ due_on: '2024-04-01' }))).toHaveLength(1);
		expect(clocks(history(plan), '2024-04-01')[1]).toEqual([
			...['improvement_actions', '2024-02-14', '2024-04-01', null, 'pending'],
		]);
		expect(clocks(history({ ...plan, closed_on: '2024-04-02' }))[1]?.slice(3)).toEqual(['2024-04-02', 'missed']);
		expect(clocks(history({ ...plan, closed_on: '2024-03-28' }))[1]?.slice(3)).toEqual(['2024-03-28', 'met']);
	});

	it('of one opened before that was recorded: none to submit it', () => {
		expect(clocks({ ...history(), opened_on: null })).toEqual([]);
	});
});
