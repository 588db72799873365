import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import { valuesOf } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import {
	amendmentDueOn,
	implementationDueOn,
	implementedOn,
	implementedTooLate,
	milestonesOf,
	planDueOn,
} from '../../../extensions/peer-mentoring/src/domain/contract/milestones.ts';
import { englandAndWales, holidays } from '../support/holidays.ts';

const CONTRACT = {
	terms: SPECIFIED,
	start_date: day('2023-01-09'),
	implementation_end_date: day('2023-03-31'),
	last_start_date: day('2025-01-10'),
	end_date: day('2025-03-07'),
};
const due = (start: string, calendar = englandAndWales) =>
	Object.fromEntries(
		milestonesOf({ ...CONTRACT, start_date: day(start) }, calendar).map((each) => [each.milestone, each.due_on]),
	);

describe('milestones (2.29)', () => {
	it('of a contract that starts on 9 January 2023', () => {
		expect(milestonesOf(CONTRACT, englandAndWales)).toEqual([
			{ milestone: 'start_up_meeting', due_on: '2023-01-16' },
			{ milestone: 'implementation_plan', due_on: '2023-01-23' },
			{ milestone: 'implementation_period', due_on: '2023-04-03' },
			{ milestone: 'support_starts', due_on: '2023-04-03' },
			{ milestone: 'baseline_survey', due_on: null },
			{ milestone: 'last_start_date', due_on: '2025-01-10' },
			{ milestone: 'support_ends', due_on: '2025-03-07' },
		]);
	});

	it('are the seven of the list, in its order', () => {
		expect(milestonesOf(CONTRACT, englandAndWales).map(({ milestone }) => milestone)).toEqual(valuesOf('milestone'));
	});

	it.each([
		['the day that the contract gives', '2023-03-31', '2023-03-31'],
		['twelve weeks from its start, where it gives none', null, '2023-04-03'],
	])('the Implementation Period ends on %s (2.25, 2.29)', (_, given, ends) => {
		const contract = { ...CONTRACT, implementation_end_date: given === null ? null : day(given) };
		expect(implementedOn(contract)).toBe(ends);
	});

	it('have no day where the contract gives none', () => {
		const open = { ...CONTRACT, last_start_date: null, end_date: null };
		const without = milestonesOf(open, englandAndWales).filter(({ due_on }) => due_on === null);
		expect(without.map(({ milestone }) => milestone)).toEqual(['baseline_survey', 'last_start_date', 'support_ends']);
	});

	test.each([
		['2022-12-19', 'england-and-wales', '2022-12-28', '2023-01-05'],
		['2022-12-19', 'scotland', '2022-12-28', '2023-01-06'],
		['2023-12-20', 'england-and-wales', '2023-12-29', '2024-01-08'],
		['2023-12-20', 'scotland', '2023-12-29', '2024-01-09'],
		['2023-07-01', 'england-and-wales', '2023-07-07', '2023-07-14'],
	] as const)('start on %s, %s: meeting by %s, plan by %s', (start, calendar, meeting, plan) => {
		expect(due(start, holidays(calendar))).toMatchObject({ start_up_meeting: meeting, implementation_plan: plan });
	});

	test.each([
		['2023-01-09', '2023-04-03'],
		['2023-12-20', '2024-03-13'],
		['2023-06-01', '2023-08-24'],
	])('twelve weeks from %s are over on %s, holidays or not', (start, expected) => {
		expect(implementationDueOn(day(start), SPECIFIED)).toBe(expected);
		expect(due(start)).toMatchObject({ implementation_period: expected, support_starts: expected });
	});
});

describe('the Implementation Plan', () => {
	test.each([
		['2023-01-09', '2023-01-19', '2023-01-23'],
		['2023-03-31', '2023-04-10', '2023-04-18'],
		['2022-12-19', '2022-12-29', '2023-01-05'],
	])('of a contract that starts on %s: ten days %s (2.25), ten Working Days %s (2.29)', (start, days, workingDays) => {
		expect(planDueOn(day(start), SPECIFIED, englandAndWales)).toEqual({ days, workingDays });
		expect(due(start).implementation_plan).toBe(workingDays);
	});

	test.each([
		['2023-01-23', '2023-01-28'],
		['2023-12-28', '2024-01-02'],
		['2024-02-26', '2024-03-02'],
	])('requested on %s to be amended: by %s, calendar days (2.25)', (requested, expected) => {
		expect(amendmentDueOn(day(requested))).toBe(expected);
	});
});

describe('a contract leaves days for delivery, or nothing of it would ever be paid', () => {
	test.each([
		['2023-01-09', null, '2023-04-03', '2023-04-03'],
		['2023-01-09', null, '2023-04-04', null],
		['2023-01-09', '2023-03-31', '2023-04-03', null],
		['2023-01-09', '2023-04-03', '2023-04-03', '2023-04-03'],
		['2023-01-09', null, null, null],
		[null, null, '2023-04-03', null],
	])('from %s, implemented by %s, to %s: %s is too late', (start, implemented, end, late) => {
		const [start_date, implementation_end_date, end_date] = [start, implemented, end].map((text) =>
			text === null ? null : day(text),
		);
		const contract = {
			terms: SPECIFIED,
			start_date: start_date ?? null,
			implementation_end_date: implementation_end_date ?? null,
			end_date: end_date ?? null,
		};
		expect(implementedTooLate(contract)).toBe(late);
	});
});
