/** Implementation Costs wait for what was planned for their month (4.3, 4.7). */
import { describe, expect, it, test } from 'vitest';
import {
	day,
	parseMonth,
	type CalendarMonth,
} from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	activityMissing,
	type MonthSaid,
	type PlannedActivity,
} from '../../../extensions/peer-mentoring/src/domain/money/planned-activity.ts';
import { problemMessage } from '../../../extensions/peer-mentoring/src/domain/problems.ts';

const month = (text: string) => parseMonth(text) as CalendarMonth;
const activity = (milestone: PlannedActivity['milestone'], due: string | null, met: string | null) => ({
	milestone,
	due_on: due === null ? null : day(due),
	met_on: met === null ? null : day(met),
});
const activities = [
	activity('start_up_meeting', '2023-01-16', '2023-01-12'),
	activity('implementation_plan', '2023-01-23', null),
	activity('implementation_period', '2023-04-03', null),
	activity('support_starts', '2023-04-03', '2023-04-20'),
	activity('baseline_survey', null, null),
	activity('last_start_date', '2023-04-10', null),
];
const missing = (of: string, said?: Partial<MonthSaid>, today = '2023-05-01') =>
	activityMissing(
		month(of),
		{ activities, last: month('2023-04') },
		said && { advised_on: null, deferred_pence: 0, activity_completed_on: null, ...said },
		day(today),
	);

describe('the planned activity that Implementation Costs wait for', () => {
	test.each<[string, string[]]>([
		['2023-01', ['implementation_plan']],
		['2023-02', []],
		['2023-04', ['implementation_plan', 'implementation_period']],
	])('of %s is %j: what was due in it, and in the last month all', (of, expected) => {
		expect(missing(of)).toEqual(expected);
	});

	it('is missing until the day on which it was completed', () => {
		expect(missing('2023-04', undefined, '2023-04-19')).toContain('support_starts');
		expect(missing('2023-04', undefined, '2023-04-20')).not.toContain('support_starts');
	});

	test.each<[Partial<MonthSaid>, number]>([
		[{}, 1],
		[{ advised_on: day('2023-02-03') }, 0],
		[{ advised_on: day('2023-05-02') }, 1],
		[{ deferred_pence: 1 }, 0],
		[{ activity_completed_on: day('2023-02-20') }, 0],
		[{ activity_completed_on: day('2023-05-02') }, 1],
	])('where the Cost Register says %j of the month, comes to %d', (said, count) => {
		expect(missing('2023-01', said)).toHaveLength(count);
	});

	it('is named where it keeps an invoice', () => {
		const params = { milestones: 'start_up_meeting,implementation_plan' };
		const problem = { field: 'payment', code: 'activity_missing', params } as const;
		expect(problemMessage(problem, 'en-GB')).toMatch(
			/planned for the month: 1\. Start-up meeting; 2\. Final Implementation Plan\./,
		);
	});
});
