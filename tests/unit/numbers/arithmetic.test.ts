import { describe, expect, test } from 'vitest';
import { lengthStatistics, percentOf } from '../../../extensions/peer-mentoring/src/domain/numbers/arithmetic.ts';

describe('a percentage', () => {
	test.each([
		[0, 0, null],
		[0, 7, 0],
		[1, 3, 33.3],
		[2, 3, 66.7],
		[1, 8, 12.5],
		[1, 16, 6.3],
		[1, 2000, 0.1],
		[1, 2001, 0],
		[7, 7, 100],
	])('%i of %i is %d', (number, of, expected) => expect(percentOf(number, of)).toBe(expected));
});

describe('lengths in days (3.8)', () => {
	test.each<[string, [number, number][], object]>([
		['of nobody', [], { count: 0, mean: null, median: null, min: null, max: null }],
		['of one', [[40, 1]], { count: 1, mean: 40, median: 40, min: 40, max: 40 }],
		[
			'of two',
			[
				[41, 1],
				[40, 1],
			],
			{ count: 2, mean: 40.5, median: 40.5, min: 40, max: 41 },
		],
		[
			'of several alike, in whatever order',
			[
				[100, 1],
				[7, 3],
				[9, 1],
			],
			{ count: 5, mean: 26, median: 7, min: 7, max: 100 },
		],
	])('%s', (_, lengths, expected) => expect(lengthStatistics(new Map(lengths))).toEqual(expected));
});
