import { describe, expect, test } from 'vitest';
import { poundsText } from '../../../extensions/peer-mentoring/src/domain/language/in-words.ts';
import { penceIn } from '../../../extensions/peer-mentoring/src/domain/money/pounds.ts';

describe('pounds', () => {
	test.each([
		[0, '£0.00'],
		['5', '£0.05'],
		[-123456, '-£1,234.56'],
		['900719925474099312', '£9,007,199,254,740,993.12'],
	])('%s pence are %s', (pence, text) => {
		expect(poundsText(pence)).toBe(text);
	});

	test.each([
		['1,234.5', 123450],
		['£12', 1200],
		['1.05', 105],
		['12.345', undefined],
		['twelve', undefined],
		['-1', undefined],
		['12,50', undefined],
		['1,2345', undefined],
		['1234,567', undefined],
		['1,234,567.89', 123456789],
		['1234.56', 123456],
		['', undefined],
	])('"%s" is %s pence', (text, pence) => {
		expect(penceIn(text)).toBe(pence);
	});

	test.each([
		['-1', -100],
		['−£1.05', -105],
		['–0.5', -50],
		['1', 100],
		['-0', 0],
		['1-', undefined],
		['--1', undefined],
	])('"%s", where less than nothing is an amount, is %s pence', (text, pence) => {
		expect(penceIn(text, true)).toBe(pence);
	});
});
