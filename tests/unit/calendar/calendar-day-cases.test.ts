import { describe, expect, it, test } from 'vitest';
import {
	addDays,
	addMonths,
	day,
	dayNumber,
	dayOfNumber,
	daysBetween,
	earliest,
	firstDay,
	lastDay,
	monthOf,
	parseDay,
	parseMonth,
	weekday,
} from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { monthsAfter } from '../../../extensions/peer-mentoring/src/domain/calendar/months-after.ts';
import { parseQuarter, quarterBefore } from '../../../extensions/peer-mentoring/src/domain/calendar/quarter.ts';

const month = (text: string) => parseMonth(text)!;

describe('a day of the calendar', () => {
	test.each(['2024-02-29', '2000-02-29', '1999-12-31', '1000-01-01', '9999-12-31'])('is %s', (text) => {
		expect([parseDay(text), day(text)]).toEqual([text, text]);
	});

	test.each([
		['tomorrow'],
		[''],
		['2023-02-29'],
		['1900-02-29'],
		['2024-06-31'],
		['2024-13-01'],
		['2024-00-10'],
		['2024-01-00'],
		['2024-1-1'],
		['12024-01-01'],
		['2024-01-011'],
		['x2024-01-01'],
		['2024-01-01T00:00'],
		['2024/01/01'],
	])('is not "%s"', (text) => {
		expect(parseDay(text)).toBeUndefined();
		expect(() => day(text)).toThrow(`"${text}" is not a day of the calendar; write YYYY-MM-DD`);
		expect(() => day(text)).toThrow(RangeError);
	});

	test.each([
		['1970-01-01', 0, 4],
		['1969-12-31', -1, 3],
		['1969-12-28', -4, 0],
		['1969-12-21', -11, 0],
		['2024-06-01', 19875, 6],
		['2024-06-02', 19876, 0],
		['2024-06-03', 19877, 1],
	])('%s has number %i and is day %i of its week', (text, number, name) => {
		expect(dayNumber(day(text))).toBe(number);
		expect(dayOfNumber(number)).toBe(text);
		expect(weekday(day(text))).toBe(name);
	});

	test.each([
		['2024-02-28', 1, '2024-02-29'],
		['2024-12-31', 1, '2025-01-01'],
		['2024-03-01', -1, '2024-02-29'],
		['2024-03-31', 0, '2024-03-31'],
	])('%s and %i days is %s, and that many days lie between', (from, count, to) => {
		expect(addDays(day(from), count)).toBe(to);
		expect(daysBetween(day(from), day(to))).toBe(count);
	});

	it('is earliest of those that are known', () => {
		expect(earliest(day('2024-05-02'), null, day('2024-05-01'), undefined)).toBe('2024-05-01');
		expect(earliest(null, undefined)).toBeUndefined();
	});
});

describe('a month of the calendar', () => {
	test.each(['2024-01', '2024-09', '2024-10', '2024-12'])('is %s', (text) => expect(parseMonth(text)).toBe(text));

	test.each(['2024-00', '2024-13', '2024-20', '2024-1', '24-01', '12024-01', '2024-011', '2024-01-01', 'May'])(
		'is not "%s"',
		(text) => expect(parseMonth(text)).toBeUndefined(),
	);

	test.each([
		['2024-02', '2024-02-01', '2024-02-29'],
		['2023-02', '2023-02-01', '2023-02-28'],
		['2024-12', '2024-12-01', '2024-12-31'],
		['2024-06', '2024-06-01', '2024-06-30'],
	])('%s goes from %s to %s', (text, first, last) => {
		expect([firstDay(month(text)), lastDay(month(text))]).toEqual([first, last]);
		expect([monthOf(day(first)), monthOf(day(last))]).toEqual([text, text]);
	});

	test.each([
		['2024-01', 1, '2024-02'],
		['2024-12', 1, '2025-01'],
		['2024-01', -1, '2023-12'],
		['2024-06', -18, '2022-12'],
		['2024-06', 0, '2024-06'],
		['0009-12', 1, '0010-01'],
	])('%s and %i months is %s', (from, count, to) => expect(addMonths(month(from), count)).toBe(to));

	test.each([
		['2024-01-31', 1, '2024-02-29'],
		['2023-11-30', 3, '2024-02-29'],
		['2023-11-16', 6, '2024-05-16'],
		['2024-02-29', -12, '2023-02-28'],
		['2024-03-31', 1, '2024-04-30'],
		['2024-04-30', 1, '2024-05-30'],
	])('%s, %i months later, is %s', (from, count, to) => expect(monthsAfter(day(from), count)).toBe(to));
});

describe('a quarter', () => {
	test.each([
		['2024-Q1', '2024-01-01', '2024-03-31'],
		['2024-Q2', '2024-04-01', '2024-06-30'],
		['2023-Q4', '2023-10-01', '2023-12-31'],
	])('%s goes from %s to %s', (name, first, last) => expect(parseQuarter(name)).toEqual({ name, first, last }));

	test.each(['2024-Q0', '2024-Q5', 'Q2', '2024Q2', '2024-Q11', '12024-Q1', 'x2024-Q1', '2024-q1'])(
		'is not "%s"',
		(text) => expect(parseQuarter(text)).toBeUndefined(),
	);

	test.each([
		['2024-01', '2023-Q4'],
		['2024-03', '2023-Q4'],
		['2024-04', '2024-Q1'],
		['2024-06', '2024-Q1'],
		['2024-12', '2024-Q3'],
	])('before %s is %s', (of, name) => expect(quarterBefore(month(of))).toEqual(parseQuarter(name)));
});
