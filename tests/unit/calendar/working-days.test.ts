import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import {
	addDays,
	day,
	dayNumber,
	dayOfNumber,
	parseMonth,
	weekday,
} from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	deadline,
	HolidaysUnknownError,
	holidaysOf,
	isWorkingDay,
	nthWorkingDay,
	workingDaysBetween,
	type Calendar,
} from '../../../extensions/peer-mentoring/src/domain/calendar/working-days.ts';
import { calendars, englandAndWales, holidays } from '../support/holidays.ts';
import { cpuTime } from '../support/cpu-time.ts';

const CALENDARS: Record<string, Calendar> = { EW: 'england-and-wales', SCT: 'scotland', NI: 'northern-ireland' };
const month = (text: string) => parseMonth(text)!;

const examples = readFileSync(new URL('../../fixtures/deadline_examples.csv', import.meta.url), 'utf8')
	.trim()
	.split('\n')
	.slice(1)
	.map((line) => line.split(','));

describe('worked examples of deadlines', () => {
	test.each(examples)('%s: %s (%s) plus %s Working Days, %s, is %s', (_, from, _weekday, n, calendar, due) => {
		expect(deadline(day(from!), Number(n), holidays(CALENDARS[calendar!]!))).toBe(due);
	});

	it('has the ten examples', () => expect(examples).toHaveLength(10));
});

describe('deadline', () => {
	it('with no Working Days is the day itself, even a Saturday', () => {
		expect(deadline(day('2023-07-01'), 0, englandAndWales)).toBe('2023-07-01');
	});

	it.each(calendars)('is what counting day by day finds, in %s', (calendar) => {
		const own = holidays(calendar);
		for (let from = day('2022-09-19'); from < '2028-06-01'; from = addDays(from, 13)) {
			let each = from;
			for (let n = 1; n <= 40; n++) {
				do each = addDays(each, 1);
				while ([0, 6].includes(weekday(each)) || own.days.has(each));
				expect(deadline(from, n, own), `${from} + ${n}`).toBe(each);
				expect(workingDaysBetween(from, each, own), `${from} to ${each}`).toBe(n);
			}
		}
	});

	it.each([-1, 1.5, 367, Number.NaN, Infinity])('refuses %s Working Days', (n) => {
		expect(() => deadline(day('2023-06-05'), n, englandAndWales)).toThrow(/whole number from 0 to 366/);
	});

	it.each([
		['a day before the known years', '2021-12-31', 0],
		['a day after the known years', '2029-01-01', 1],
		['a count past the last known year', '2028-12-20', 10],
	])('does not guess %s', (_, from, n) => {
		const asked = () => deadline(day(from), n, englandAndWales);
		expect(asked).toThrow(HolidaysUnknownError);
		expect(asked).toThrow(
			/20\d\d-\d\d-\d\d cannot be worked out: .* england-and-wales are known from 2022 to 2028 only/,
		);
	});

	it('says how many Working Days could not be counted', () => {
		expect(() => deadline(day('2028-12-20'), 10, englandAndWales)).toThrow('10 Working Days after 2028-12-20');
	});

	it('counts as many as a leap year has days', () => {
		expect(deadline(day('2023-06-05'), 366, englandAndWales)).toBe('2024-11-11');
	});

	it('still answers on the last Working Day that is known', () => {
		expect(deadline(day('2028-12-28'), 1, englandAndWales)).toBe('2028-12-29');
	});
});

describe('nthWorkingDay', () => {
	test.each([
		['2023-12', 5, 'england-and-wales', '2023-12-07'],
		['2024-01', 5, 'england-and-wales', '2024-01-08'],
		['2024-01', 5, 'scotland', '2024-01-09'],
		['2025-04', 5, 'england-and-wales', '2025-04-07'],
		['2023-06', 1, 'england-and-wales', '2023-06-01'],
		['2023-07', 1, 'england-and-wales', '2023-07-03'],
		['2022-01', 1, 'england-and-wales', '2022-01-04'],
		['2022-01', 1, 'scotland', '2022-01-05'],
		['2022-06', 2, 'england-and-wales', '2022-06-06'],
	] as const)('%s, number %i, %s: %s', (in_month, n, calendar, expected) => {
		expect(nthWorkingDay(month(in_month), n, holidays(calendar))).toBe(expected);
	});

	it.each([0, 1.5, -2])('refuses number %s', (n) => {
		expect(() => nthWorkingDay(month('2023-12'), n, englandAndWales)).toThrow(/whole number from 1 to 366/);
	});

	it.each(['2023-12', '2028-12'])('refuses a number that %s has not', (of) => {
		const asked = () => nthWorkingDay(month(of), 24, englandAndWales);
		expect(asked).toThrow(RangeError);
		expect(asked).toThrow(`${of} has fewer than 24 Working Days; ask for an earlier one`);
	});

	it('does not guess a month of an unknown year', () => {
		expect(() => nthWorkingDay(month('2029-01'), 5, englandAndWales)).toThrow(HolidaysUnknownError);
	});
});

describe('isWorkingDay', () => {
	test.each([
		['2023-12-22', true],
		['2023-12-23', false],
		['2023-12-24', false],
		['2023-12-25', false],
		['2023-12-26', false],
		['2023-12-27', true],
	])('%s: %s', (date, expected) => expect(isWorkingDay(day(date), englandAndWales)).toBe(expected));

	it('knows that 2 January is a holiday in Scotland only', () => {
		expect(calendars.filter((calendar) => !isWorkingDay(day('2024-01-02'), holidays(calendar)))).toEqual(['scotland']);
	});

	it('does not guess', () => {
		expect(() => isWorkingDay(day('2031-01-02'), englandAndWales)).toThrow(HolidaysUnknownError);
	});
});

describe('workingDaysBetween', () => {
	test.each([
		['2023-06-05', '2023-06-05', 0],
		['2023-06-05', '2023-06-06', 1],
		['2023-06-03', '2023-06-05', 1],
		['2023-06-02', '2023-06-04', 0],
		['2023-12-22', '2024-01-02', 4],
		['2024-01-02', '2023-12-22', -4],
	])('from %s to %s: %i', (from, to, expected) => {
		expect(workingDaysBetween(day(from), day(to), englandAndWales)).toBe(expected);
	});
});

describe('holidaysOf', () => {
	it('knows the years that occur in the data', () =>
		expect(englandAndWales.years).toEqual({ first: 2022, last: 2028 }));

	it('refuses data that leave a year out', () => {
		expect(() => holidaysOf('scotland', ['2022-01-03', '2024-01-01'].map(day))).toThrow('holidays of 2023');
	});

	it('refuses what it does not know by a name of its own', () => {
		expect(new HolidaysUnknownError('x', 'y').name).toBe('HolidaysUnknownError');
	});

	it('refuses to work without data', () => {
		expect(() => holidaysOf('scotland', [])).toThrow('No bank holidays are loaded for scotland');
	});

	it('answers a hundred thousand deadlines within a second', async () => {
		const start = dayNumber(day('2023-01-01'));
		const days = Array.from({ length: 1000 }, (_, index) => dayOfNumber(start + index));
		const took = await cpuTime(() => {
			for (let round = 0; round < 100; round++) for (const each of days) deadline(each, 10, englandAndWales);
		});
		expect(took).toBeLessThan(1000);
	});
});
