import { expect, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { recordProblems } from '../../../extensions/peer-mentoring/src/domain/journey/record-rules.ts';

test.each([
	['not_a_dwp_customer', 'yes', [{ field: 'disclosure', code: 'disclosure_not_customer' }]],
	['not_a_dwp_customer', 'no', []],
	['not_a_dwp_customer', null, []],
	['not_disclosed', 'yes', []],
])('a disclosure of %s by somebody who is a DWP customer: %s (2.14)', (disclosure, dwp_customer, problems) => {
	expect(recordProblems('mentees', { disclosure, dwp_customer }, day('2024-01-15'))).toEqual(problems);
});
