import { describe, expect, test } from 'vitest';
import {
	valueProblem,
	type FieldKind,
} from '../../../extensions/peer-mentoring/src/api/platform/values/value-problem.ts';

describe('a text', () => {
	test.each<[string, FieldKind, number, boolean]>([
		['as long as ten pages', { type: 'text' }, 30_000, true],
		['longer than ten pages', { type: 'text' }, 30_001, false],
		['as long as its field', { type: 'string', longest: 255 }, 255, true],
		['longer than its field', { type: 'string', longest: 255 }, 256, false],
	])('%s', (_, kind, length, fits) => {
		expect(valueProblem('a'.repeat(length), kind, 'en-GB') === undefined).toBe(fits);
		// A letter that takes two places is one letter.
		expect(valueProblem('🙂'.repeat(length), kind, 'en-GB') === undefined).toBe(fits);
	});

	test('says how long it may be, and how long it is, in both languages', () => {
		const long = 'a'.repeat(30_001);
		expect(valueProblem(long, { type: 'text' }, 'en-GB')).toBe('Enter at most 30000 characters: there are 30001.');
		expect(valueProblem(long, { type: 'text' }, 'cy-GB')).toBe('Rhowch 30000 nod ar y mwyaf: mae 30001 yma.');
	});
});
