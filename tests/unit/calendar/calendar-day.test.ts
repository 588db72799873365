/** The day arithmetic, against a walk from day to day: what it says must not depend on the zone of the process. */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import {
	addDays,
	addMonths,
	day,
	dayNumber,
	dayOfNumber,
	daysBetween,
	lastDay,
	monthOf,
	monthsBetween,
	parseDay,
	parseMonth,
	weekday,
} from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { monthsAfter } from '../../../extensions/peer-mentoring/src/domain/calendar/months-after.ts';
import { quarterOf } from '../../../extensions/peer-mentoring/src/domain/calendar/quarter.ts';
import { mondayOf, sundayOf } from '../../../extensions/peer-mentoring/src/domain/calendar/week.ts';

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (number: number) => String(number).padStart(2, '0');

/** Every day from 1996, which began on a Monday, to 2039, made without a date. */
const walked = Array.from({ length: 2040 - 1996 }, (_, index) => 1996 + index).flatMap((year) =>
	LENGTHS.flatMap((usual, month) =>
		Array.from({ length: month === 1 && year % 4 === 0 ? 29 : usual }, (_, index) =>
			day(`${year}-${two(month + 1)}-${two(index + 1)}`),
		),
	),
);

/** In Samoa 30 December 2011 never was. */
const missing = day('2011-12-30');
const zoneOfMachine = process.env.TZ;

describe.each([
	['Pacific/Apia', -780],
	['Pacific/Auckland', -780],
	['Europe/London', 0],
	['America/Sao_Paulo', 180],
	['America/Los_Angeles', 480],
])('in %s a day of the calendar', (zone, offset) => {
	beforeAll(() => {
		process.env.TZ = zone;
	});
	afterAll(() => {
		if (zoneOfMachine === undefined) delete process.env.TZ;
		else process.env.TZ = zoneOfMachine;
	});

	it('is asked about there', () => expect(new Date('2024-01-15T12:00:00Z').getTimezoneOffset()).toBe(offset));

	it('has the day before it and the day after it, its weekday, week and month', () => {
		for (const [index, each] of walked.entries()) {
			const next = walked[index + 1];
			if (next !== undefined && (addDays(each, 1) !== next || addDays(next, -1) !== each)) expect(next).toBe(each);
			if (weekday(each) !== (index + 1) % 7) expect(each).toBe(`weekday ${(index + 1) % 7}`);
			const monday = walked[index - (index % 7)];
			if (mondayOf(each) !== monday) expect(`${each} ${mondayOf(each)}`).toBe(monday);
			if (lastDay(monthOf(each)) === each) expect(next === undefined || next.endsWith('-01')).toBe(true);
			else expect(next?.endsWith('-01')).toBe(false);
			expect(dayOfNumber(dayNumber(each))).toBe(each);
		}
		expect(sundayOf(walked[0]!)).toBe('1996-01-07');
	});

	it('is so many days from any other', () => {
		for (let index = 0; index < walked.length; index += 97) {
			const each = walked[index]!;
			expect([daysBetween(walked[0]!, each), addDays(walked[0]!, index)]).toEqual([index, each]);
		}
	});

	it('is there although a zone has left it out', () => {
		expect(parseDay('2011-12-30')).toBe('2011-12-30');
		expect([addDays(missing, -1), addDays(missing, 1), weekday(missing)]).toEqual(['2011-12-29', '2011-12-31', 5]);
		expect(monthsAfter(day('2011-11-30'), 1)).toBe('2011-12-30');
	});

	test.each(['2024-02-30', '2023-02-29', '2024-06-31', '2024-13-01', '2024-00-10', '2024-1-1', '2024-06-00'])(
		'%s is none',
		(text) => expect(parseDay(text)).toBeUndefined(),
	);

	test.each(['0024-06-03', '2024-W01', '2024-W01-1', '20240603', '2024-06-03T00:00', '+002024-06-03', 'tomorrow', ''])(
		'"%s" is none',
		(text) => expect(parseDay(text)).toBeUndefined(),
	);
});

describe('months', () => {
	test.each([
		['2024-01-31', 1, '2024-02-29'],
		['2023-01-31', 1, '2023-02-28'],
		['2024-02-29', 12, '2025-02-28'],
		['2024-02-29', -12, '2023-02-28'],
		['2024-03-31', -1, '2024-02-29'],
		['2024-12-15', 1, '2025-01-15'],
		['2024-05-31', 0, '2024-05-31'],
	])('%s and %i months is %s', (from, count, to) => expect(monthsAfter(day(from), count)).toBe(to));

	test.each([
		['2024-11', 2, '2025-01'],
		['2024-01', -1, '2023-12'],
		['2024-06', -18, '2022-12'],
		['2024-06', 0, '2024-06'],
	])('%s and %i is %s, and back', (from, count, to) => {
		expect(addMonths(parseMonth(from)!, count)).toBe(to);
		expect(monthsBetween(parseMonth(from)!, parseMonth(to)!)).toBe(count);
	});

	test.each([
		['2024-01', '2024-Q1', '2024-01-01', '2024-03-31'],
		['2024-03', '2024-Q1', '2024-01-01', '2024-03-31'],
		['2024-04', '2024-Q2', '2024-04-01', '2024-06-30'],
		['2023-12', '2023-Q4', '2023-10-01', '2023-12-31'],
	])('%s is in %s', (month, name, first, last) => expect(quarterOf(parseMonth(month)!)).toEqual({ name, first, last }));
});
