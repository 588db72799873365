import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import {
	completeImprovementPlan,
	completePlan,
	completeRequest,
} from '../../../extensions/peer-mentoring/src/domain/contract/completion.ts';
import { englandAndWales, holidays } from '../support/holidays.ts';

const under = (calendar: typeof englandAndWales) => ({ holidays: calendar, terms: SPECIFIED });
const given = (text: string | null) => (text === null ? null : day(text));

describe('what is filled in for an Implementation Plan (2.25, 2.29)', () => {
	const start_date = day('2023-01-09');

	test.each([
		['that nobody has asked to amend', null, null],
		['that the Buyer has asked to amend', '2023-01-25', '2023-01-30'],
	])('%s', (_, requested, amended) => {
		const plan = { version: 2, amendment_requested_on: given(requested) };
		expect(completePlan(plan, { start_date, terms: SPECIFIED }, englandAndWales)).toEqual({
			version: 2,
			due_on: '2023-01-19',
			working_days_due_on: '2023-01-23',
			amendment_due_on: amended,
		});
	});
});

describe('what is filled in for a request for information (3.14, 5.2)', () => {
	const request = { kind: 'freedom_of_information', requested_on: day('2023-12-20') } as const;

	test.each([
		['nobody has given: worked out', null, false, { due_on: '2024-01-22', due_given: false }],
		['somebody has emptied: worked out', null, true, { due_on: '2024-01-22', due_given: false }],
		['somebody gives: theirs, and kept', '2024-01-10', true, { due_given: true }],
		['stands there already: left as it is', '2024-01-10', false, {}],
	])('whose due day %s', (_, due_on, due_is_written, expected) => {
		expect(completeRequest({ ...request, due_on: given(due_on), due_is_written }, under(englandAndWales))).toEqual(
			expected,
		);
	});

	it('follows the calendar of the contract, and has no due day where the Buyer says when', () => {
		const open = { ...request, due_on: null, due_is_written: false };
		expect(completeRequest(open, under(holidays('scotland'))).due_on).toBe('2024-01-23');
		expect(completeRequest({ ...open, kind: 'other' }, under(englandAndWales))).toEqual({
			due_on: null,
			due_given: false,
		});
	});
});

describe('what is filled in for a Performance Improvement Plan (3.3)', () => {
	test.each([
		['completed, without a day', 'completed', null, { closed_on: '2024-06-03' }],
		['completed, on a day given', 'completed', '2024-05-31', {}],
		['still open', 'open', null, {}],
	])('%s', (_, status, closed, expected) => {
		expect(completeImprovementPlan({ status, closed_on: given(closed) }, day('2024-06-03'))).toEqual(expected);
	});
});
