import { describe, expect, it, test } from 'vitest';
import { addDays, day, daysBetween } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import { implementationDueOn } from '../../../extensions/peer-mentoring/src/domain/contract/milestones.ts';
import { plannedMeetings } from '../../../extensions/peer-mentoring/src/domain/contract/meeting-calendar.ts';
import {
	HolidaysUnknownError,
	isWorkingDay,
} from '../../../extensions/peer-mentoring/src/domain/calendar/working-days.ts';
import { englandAndWales, holidays } from '../support/holidays.ts';

interface Dates {
	start: string;
	implemented?: string;
	end?: string;
}

function meetings({ start, implemented, end }: Dates, calendar = englandAndWales) {
	const contract = {
		start_date: day(start),
		implementation_end_date: implemented === undefined ? implementationDueOn(day(start), SPECIFIED) : day(implemented),
		terms: SPECIFIED,
		last_start_date: null,
		end_date: end === undefined ? null : day(end),
	};
	return plannedMeetings(contract, calendar);
}
const days = (kind: string, dates: Dates, calendar = englandAndWales) =>
	meetings(dates, calendar)
		.filter((each) => each.kind === kind)
		.map(({ planned_on }) => planned_on);

const REAL = { start: '2023-01-09', end: '2025-03-07' };

describe('meetings of a contract that starts on 9 January 2023 (3.1)', () => {
	it('begin with the start-up meeting, then one each week of the twelve', () => {
		expect(days('start_up', REAL)).toEqual(['2023-01-09']);
		const weekly = Array.from({ length: 12 }, (_, week) => addDays(day('2023-01-16'), 7 * week));
		expect(days('weekly', REAL)).toEqual(weekly);
		expect(weekly.at(-1)).toBe('2023-04-03');
	});

	it('go on monthly, on Working Days, to the end of the contract', () => {
		const monthly = days('monthly', REAL);
		expect(monthly).toHaveLength(23);
		expect(monthly.slice(0, 4)).toEqual(['2023-05-03', '2023-06-05', '2023-07-03', '2023-08-03']);
		expect(monthly.at(-1)).toBe('2025-03-03');
	});

	it('are as many as that and no more, in order', () => {
		const all = meetings(REAL);
		expect(all).toHaveLength(1 + 12 + 23);
		expect(all.map(({ planned_on }) => planned_on)).toEqual(all.map(({ planned_on }) => planned_on).sort());
	});
});

describe('a meeting that would fall on another day than a Working Day', () => {
	test.each([
		['a Saturday', { start: '2023-07-01' }, 'start_up', '2023-07-03'],
		['New Year’s Day', { start: '2024-01-01' }, 'start_up', '2024-01-02'],
		['Good Friday', { start: '2023-03-31' }, 'weekly', '2023-04-11'],
		['Christmas Day', { start: '2023-12-18' }, 'weekly', '2023-12-27'],
	])('%s is on the next Working Day', (_, dates, kind, expected) => {
		expect(days(kind, dates)[0]).toBe(expected);
	});

	it('is held by the holidays of the contract’s calendar', () => {
		const dates = { start: '2023-12-26' };
		expect(days('weekly', dates)[0]).toBe('2024-01-02');
		expect(days('weekly', dates, holidays('scotland'))[0]).toBe('2024-01-03');
	});

	it('does not move those after it', () => {
		const weekly = days('weekly', { start: '2023-03-31' });
		expect(weekly.slice(0, 3)).toEqual(['2023-04-11', '2023-04-14', '2023-04-21']);
		const monthly = days('monthly', { start: '2023-01-09', implemented: '2023-03-31', end: '2023-09-30' });
		expect(monthly).toEqual(['2023-05-02', '2023-05-31', '2023-06-30', '2023-07-31', '2023-08-31']);
	});

	it('is left out where the contract is over by then', () => {
		const dates = { start: '2023-01-09', implemented: '2023-03-30' };
		expect(days('monthly', { ...dates, end: '2023-07-30' })).toEqual(['2023-05-02', '2023-05-30', '2023-06-30']);
		expect(days('monthly', { ...dates, end: '2023-07-31' }).at(-1)).toBe('2023-07-31');
		expect(days('monthly', { ...dates, end: '2023-06-30' }).at(-1)).toBe('2023-06-30');
	});
});

describe('any contract', () => {
	it('has its meetings on Working Days within it, each kind in its own part', () => {
		for (let start = day('2023-01-01'); start < '2024-01-01'; start = addDays(start, 11)) {
			const implemented = addDays(start, 60);
			const end = addDays(start, 500);
			for (const { kind, planned_on } of meetings({ start, implemented, end })) {
				expect(isWorkingDay(planned_on, englandAndWales), planned_on).toBe(true);
				expect(planned_on >= start && planned_on <= end, planned_on).toBe(true);
				if (kind === 'weekly') expect(daysBetween(implemented, planned_on)).toBeLessThanOrEqual(5);
				if (kind === 'monthly') expect(planned_on > implemented).toBe(true);
			}
		}
	});

	it('without an end has no monthly meetings yet', () => {
		expect(days('monthly', { start: '2023-01-09' })).toEqual([]);
		expect(meetings({ start: '2023-01-09' })).toHaveLength(13);
	});

	it('that goes past the known holidays is not guessed', () => {
		expect(() => meetings({ start: '2028-01-10', end: '2029-06-30' })).toThrow(HolidaysUnknownError);
	});
});
