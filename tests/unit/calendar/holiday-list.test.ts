import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	holidayChanges,
	movedReturns,
	readHolidayList,
	withChanges,
	type HolidayList,
} from '../../../extensions/peer-mentoring/src/domain/calendar/holiday-list.ts';

const now = JSON.parse(
	readFileSync(new URL('../../../seed/reference/bank-holidays.json', import.meta.url), 'utf8'),
) as HolidayList;
const published = (list: HolidayList) =>
	Object.fromEntries(
		Object.entries(list).map(([calendar, days]) => [
			calendar,
			{ division: calendar, events: days.map((date) => ({ title: 'x', date })) },
		]),
	);
const of2027 = Object.fromEntries(
	Object.entries(now).map(([calendar, days]) => [calendar, days.filter((each) => each.startsWith('2027'))]),
) as unknown as HolidayList;

describe('a published list', () => {
	it('that says the same changes nothing, and leaves the years alone that it has not', () => {
		const changes = holidayChanges(now, readHolidayList(published(of2027)));
		expect(changes.flatMap(({ added, removed }) => [...added, ...removed])).toEqual([]);
		expect(withChanges(now, changes)).toEqual(now);
	});

	it('with a day more and one on another day moves the returns that it concerns', () => {
		const other = {
			...of2027,
			'england-and-wales': [
				...of2027['england-and-wales'].filter((each) => each !== '2027-05-31'),
				day('2027-06-01'),
				day('2027-06-02'),
			],
		};
		const changes = holidayChanges(now, readHolidayList(published(other)));
		expect(changes[0]).toEqual({
			calendar: 'england-and-wales',
			added: ['2027-06-01', '2027-06-02'],
			removed: ['2027-05-31'],
		});
		expect(movedReturns(now, withChanges(now, changes), 5)).toEqual([
			{ calendar: 'england-and-wales', month: '2027-06', from: '2027-06-07', to: '2027-06-09' },
		]);
	});

	test.each([
		['nothing', {}, /no list "england-and-wales"/],
		['a list of something else', { 'england-and-wales': { events: 'x' } }, /no list "england-and-wales"/],
		[
			'a day that is none',
			{ ...published(now), scotland: { events: [{ date: '2027-02-30' }] } },
			/scotland: event 1 has no date/,
		],
		[
			'half a year',
			{ ...published(now), scotland: { events: [{ date: '2029-01-01' }] } },
			/scotland: 2029 has 1 bank holidays only/,
		],
	])('of %s is refused in words', (_, list, message) => expect(() => readHolidayList(list)).toThrow(message));
});
