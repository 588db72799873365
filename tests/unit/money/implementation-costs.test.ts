import { describe, expect, it, test } from 'vitest';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import { mostImplementationCosts } from '../../../extensions/peer-mentoring/src/domain/money/implementation-costs.ts';

describe('the most that the Implementation Costs may come to (4.2)', () => {
	test.each([
		[0, 0],
		[100, 30],
		[101, 30],
		[103, 30],
		[104, 31],
		[123_456_789, 37_037_036],
	])('of %i pence: %i', (total, most) => expect(mostImplementationCosts(total, SPECIFIED)).toBe(most));

	it('is at most 30 percent, and a penny more would not be', () => {
		for (let total = 1; total < 1_000_000_000; total = total * 3 + 7) {
			const most = mostImplementationCosts(total, SPECIFIED);
			expect(most * 100, String(total)).toBeLessThanOrEqual(total * 30);
			expect((most + 1) * 100, String(total)).toBeGreaterThan(total * 30);
		}
	});
});
