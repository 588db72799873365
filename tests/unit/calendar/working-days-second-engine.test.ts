import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	deadline,
	holidaysOf,
	HolidaysUnknownError,
	isWorkingDay,
	nthWorkingDay,
	workingDaysBetween,
	type Calendar,
} from '../../../extensions/peer-mentoring/src/domain/calendar/working-days.ts';
import * as walked from '../support/day-by-day.ts';

const file = JSON.parse(
	readFileSync(new URL('../../../seed/reference/bank-holidays.json', import.meta.url), 'utf8'),
) as walked.HolidayFile;
const MOST = 60;
const LAST = '2028-12-31';

const days: string[] = [];
for (let moment = Date.parse('2022-01-01'); moment <= Date.parse(LAST); moment += 86_400_000) {
	days.push(new Date(moment).toISOString().slice(0, 10));
}

describe.each(Object.keys(file) as Calendar[])('%s, every day from 2022 to 2028', (calendar) => {
	const known = new Set(file[calendar]);
	const holidays = holidaysOf(calendar, (file[calendar] as string[]).map(day));

	test('each deadline of 0 to 60 Working Days is the one that walking finds', () => {
		let compared = 0;
		for (const from of days) {
			const expected = walked.deadlinesFrom(from, MOST, known);
			for (let n = 0; n <= MOST; n++) {
				const wanted = expected[n] as string;
				// Past the last known year nobody can say; the engine refuses instead of guessing.
				if (wanted > LAST) expect(() => deadline(day(from), n, holidays)).toThrow(HolidaysUnknownError);
				else if (deadline(day(from), n, holidays) !== wanted) expect.unreachable(`${from} + ${n} is ${wanted}`);
				compared += 1;
			}
		}
		expect(compared).toBe(days.length * (MOST + 1));
	});

	test('each Working Day is one, and each nth of its month', () => {
		let month = '';
		let n = 0;
		for (const each of days) {
			if (each.slice(0, 7) !== month) n = 0;
			month = each.slice(0, 7);
			const works = walked.isWorkingDay(Date.parse(each), known);
			expect(isWorkingDay(day(each), holidays)).toBe(works);
			if (works) expect(nthWorkingDay(month as never, ++n, holidays)).toBe(each);
		}
	});

	test('the count between two days is undone by the deadline', () => {
		for (const from of days.filter((_, index) => index % 7 === 3 && index < 2400)) {
			for (const [n, to] of walked.deadlinesFrom(from, MOST, known).entries()) {
				expect(workingDaysBetween(day(from), day(to), holidays)).toBe(n);
			}
		}
	});
});
