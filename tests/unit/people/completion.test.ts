import { expect, test } from 'vitest';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import { completeAssignment } from '../../../extensions/peer-mentoring/src/domain/people/completion.ts';

test.each([
	[40, 1],
	['20.00', 0.5],
	[37, 0.925],
	[13, 0.325],
	[0, 0],
])(
	'an assignment of %s hours a week is %d FTE in the Contract Package Area of its delivery area (2.26)',
	(hours, fte) => {
		expect(completeAssignment({ weekly_hours: hours, cpa: 5 }, { cpa: 9, terms: SPECIFIED })).toEqual({ cpa: 9, fte });
	},
);
