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

describe('a choice', () => {
	const choices = ['completed', 'dropout', '9'];
	test.each<[unknown, string, boolean]>([
		['completed', 'string', true],
		[9, 'integer', true],
		['other', 'string', false],
		// As text, a list of one is its only part: it would pass for the choice, and be stored as a list.
		[['completed'], 'string', false],
		[[['completed']], 'string', false],
		[{ toString: 'completed' }, 'string', false],
		[['completed', 'dropout'], 'json', true],
		['["completed"]', 'json', true],
		[[['completed']], 'json', false],
		[['other'], 'json', false],
		['completed', 'json', false],
	])('%j of a %s: %s', (value, type, fits) => {
		expect(valueProblem(value, { type, choices }, 'en-GB') === undefined).toBe(fits);
	});
});

test('another record is one, written along or by its key, and no list', () => {
	const kind: FieldKind = { type: 'string', relation: true };
	expect(valueProblem('wrexham', kind, 'en-GB')).toBeUndefined();
	expect(valueProblem({ name: 'Wrexham' }, kind, 'en-GB')).toBeUndefined();
	expect(valueProblem(['wrexham'], kind, 'en-GB')).toBe('Choose one of the records on the list.');
});
