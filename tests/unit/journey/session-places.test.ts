import { expect, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { recordProblems } from '../../../extensions/peer-mentoring/src/domain/journey/record-rules.ts';

test.each([
	['Contract manager', '2023-10-02', []],
	[null, null, []],
	['Contract manager', null, []],
	['', '2023-10-02', ['approved_by approval_of_nobody']],
])('the Buyer’s approval of a place names who and when (2.26)', (approved_by, approved_on, expected) => {
	const found = recordProblems('session_places', { approved_by, approved_on }, day('2024-06-03'));
	expect(found.map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
});
