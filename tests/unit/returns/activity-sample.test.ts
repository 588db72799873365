/** One draw for each request of the Buyer; another needs a reason, and every activity has a number to quote (3.10). */
import { expect, test } from 'vitest';
import {
	activityNumber,
	mayBeDrawn,
	nextRequestNumber,
} from '../../../extensions/peer-mentoring/src/domain/returns/samples/activity-sample.ts';

test.each([
	[false, null, true],
	[true, null, false],
	[true, '  ', false],
	[true, 'Two of them were drawn before', true],
])('drawn before: %j, with the reason %j, may be drawn: %j', (before, reason, may) => {
	expect(mayBeDrawn(before, reason)).toBe(may);
});

test.each([
	[[], 'S1'],
	[['S1', 'S10', 'S2'], 'S11'],
	[[null, 'other'], 'S1'],
])('after %j the next request is %s', (taken, next) => expect(nextRequestNumber(taken)).toBe(next));

test('an activity has the number of its request and its place in it', () => {
	expect(activityNumber('S4', 2)).toBe('S4-2');
});
