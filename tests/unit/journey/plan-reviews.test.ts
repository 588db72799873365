import { expect, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { recordProblems } from '../../../extensions/peer-mentoring/src/domain/journey/record-rules.ts';

test.each([
	[{}, ['summary', 'result']],
	[{ summary: '  ', result: 'updated' }, ['summary']],
	[{ summary: 'Both actions', result: null }, ['result']],
	[{ summary: 'Both actions', result: 'unchanged' }, []],
])('a review of the plan says what was reviewed, and what came of it (1.14): %j', (record, expected) => {
	const found = recordProblems('plan_reviews', { reviewed_on: '2024-01-10', ...record }, day('2024-06-03'));
	expect(found).toEqual(expected.map((field) => ({ field, code: 'review_not_documented' })));
});
