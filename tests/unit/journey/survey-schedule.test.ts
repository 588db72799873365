import { describe, expect, it, test } from 'vitest';
import { addDays, day, lastDay, monthOf } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import { monthsAfter } from '../../../extensions/peer-mentoring/src/domain/calendar/months-after.ts';
import { surveysAfter } from '../../../extensions/peer-mentoring/src/domain/journey/survey-schedule.ts';

describe('months after a day', () => {
	test.each([
		['2023-11-16', 0, '2023-11-16'],
		['2023-11-16', 1, '2023-12-16'],
		['2023-11-30', 1, '2023-12-30'],
		['2023-12-31', 1, '2024-01-31'],
		['2024-01-31', 1, '2024-02-29'],
		['2023-01-31', 1, '2023-02-28'],
		['2023-01-29', 1, '2023-02-28'],
		['2023-01-28', 1, '2023-02-28'],
		['2023-03-31', 1, '2023-04-30'],
		['2024-02-29', 12, '2025-02-28'],
		['2024-02-29', 48, '2028-02-29'],
		['2023-02-28', 12, '2024-02-28'],
		['2024-01-15', -1, '2023-12-15'],
		['2024-03-31', -1, '2024-02-29'],
		['2024-02-29', -12, '2023-02-28'],
	])('%s, %i: %s', (from, count, expected) => expect(monthsAfter(day(from), count)).toBe(expected));

	it('keep the day of the month, or are the last day of a shorter one', () => {
		for (let from = day('2023-01-01'); from < '2025-03-01'; from = addDays(from, 1)) {
			for (const count of [-12, -1, 1, 6, 12]) {
				const found = monthsAfter(from, count);
				const shorter = found.slice(8) < from.slice(8);
				expect(day(found), from).toBe(found);
				expect(shorter ? found : from.slice(8), from).toBe(shorter ? lastDay(monthOf(found)) : found.slice(8));
			}
		}
	});
});

describe('the surveys after the Baseline Survey (1.26)', () => {
	test.each([
		['2023-11-16', '2024-05-16', '2024-11-16'],
		['2023-08-31', '2024-02-29', '2024-08-31'],
		['2022-08-31', '2023-02-28', '2023-08-31'],
		['2023-05-31', '2023-11-30', '2024-05-31'],
		['2024-02-29', '2024-08-29', '2025-02-28'],
	])('%s: %s and %s', (baseline, six_months, twelve_months) => {
		expect(surveysAfter(day(baseline), SPECIFIED)).toEqual({ six_months, twelve_months });
	});
});
