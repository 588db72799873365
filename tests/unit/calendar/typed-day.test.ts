import { describe, expect, test } from 'vitest';
import {
	dayProblem,
	digits,
	typedDay,
	valueOf,
} from '../../../extensions/peer-mentoring/src/app/shared/day-input/typed-day.ts';

const typed = (day: string, month: string, year: string) => ({ day, month, year });

describe('a day typed in three boxes', () => {
	test.each([
		['3', '6', '2024', '2024-06-03'],
		['29', '02', '2024', '2024-02-29'],
		['', '', '', null],
		['3', '', '', '????-??-03'],
		['', '6', '2024', '2024-06-??'],
		['3', '6', '24', '24??-06-03'],
		['31', '6', '2024', '2024-06-31'],
	])('%s / %s / %s is stored as %s, and shows the same again', (day, month, year, value) => {
		expect(valueOf(typed(day, month, year))).toBe(value);
		expect(valueOf(typedDay(value))).toBe(value);
	});

	test.each([
		['', '', '', undefined, undefined],
		['29', '2', '2024', undefined, undefined],
		['', '6', '2024', 'The date must include a day', 'Rhaid i’r dyddiad gynnwys diwrnod'],
		['3', '', '2024', 'The date must include a month', 'Rhaid i’r dyddiad gynnwys mis'],
		['3', '6', '24', 'The year must include 4 numbers', 'Rhaid i’r flwyddyn gynnwys 4 rhif'],
		[
			'31',
			'6',
			'2024',
			'The date must be real: June 2024 has 30 days',
			'Rhaid i’r dyddiad fod yn ddyddiad go iawn: mae 30 diwrnod ym mis Mehefin 2024',
		],
		[
			'3',
			'13',
			'2024',
			'The date must be a real date, for example 27 3 2024',
			'Rhaid i’r dyddiad fod yn ddyddiad go iawn, er enghraifft 27 3 2024',
		],
		[
			'3',
			'6',
			'0024',
			'The date must be a real date, for example 27 3 2024',
			'Rhaid i’r dyddiad fod yn ddyddiad go iawn, er enghraifft 27 3 2024',
		],
	])('%s / %s / %s: %s', (day, month, year, english, welsh) => {
		expect(dayProblem(typed(day, month, year), 'en-GB')).toBe(english);
		expect(dayProblem(typed(day, month, year), 'cy-GB')).toBe(welsh);
	});

	test('a box takes digits only, and as many as it holds', () => {
		expect(digits('3rd', 2)).toBe('3');
		expect(digits('20245', 4)).toBe('2024');
	});
});
