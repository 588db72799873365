import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { attendanceProblems } from '../../../extensions/peer-mentoring/src/domain/calendar/opening-hours.ts';
import { englandAndWales, holidays } from '../support/holidays.ts';

const FIELDS = { day: 'held_on', from: 'started_at', to: 'finished_at' };
const MONDAY = '2023-10-16';

const problems = (on: string, from: string | null = null, to: string | null = null, calendar = englandAndWales) =>
	attendanceProblems({ day: day(on), from, to }, calendar, FIELDS);
const summary = (...of: Parameters<typeof problems>) => problems(...of).map(({ field, code }) => `${field} ${code}`);

describe('days on which Jobcentre Plus is open (1.11)', () => {
	test.each([
		['2023-10-13', 'Friday', []],
		['2023-10-14', 'Saturday', ['held_on jobcentre_closed_weekend']],
		['2023-10-15', 'Sunday', ['held_on jobcentre_closed_weekend']],
		['2023-10-16', 'Monday', []],
		['2023-12-25', 'Christmas Day', ['held_on jobcentre_closed_holiday']],
		['2022-12-25', 'Christmas Day on a Sunday', ['held_on jobcentre_closed_weekend']],
		['2022-12-27', 'its substitute day', ['held_on jobcentre_closed_holiday']],
	])('%s, %s', (on, _, codes) => expect(summary(on)).toEqual(codes));

	test.each([
		['2024-01-02', '2 January', ['scotland']],
		['2023-11-30', 'St Andrew’s Day', ['scotland']],
		['2023-08-07', 'the first Monday of August', ['scotland']],
		['2023-08-28', 'the last Monday of August', ['england-and-wales']],
		['2023-04-10', 'Easter Monday', ['england-and-wales']],
		['2023-04-07', 'Good Friday', ['england-and-wales', 'scotland']],
		['2023-10-16', 'a day like any other', []],
	] as const)('%s, %s, is a bank holiday in %j', (on, _, closed) => {
		const nations = ['england-and-wales', 'scotland'] as const;
		const found = nations.filter((calendar) => summary(on, null, null, holidays(calendar)).length > 0);
		expect(found).toEqual(closed);
	});

	test.each([
		['2023-10-14', 'jobcentre_closed_weekend'],
		['2023-12-25', 'jobcentre_closed_holiday'],
	])('%s is named in what is said of it', (on, code) => {
		expect(problems(on)).toEqual([{ field: 'held_on', code, params: { day: on } }]);
	});
});

describe('times at which Jobcentre Plus is open (1.11)', () => {
	const [EARLY, LATE, ORDER] = [
		'started_at jobcentre_hours',
		'finished_at jobcentre_hours',
		'finished_at times_out_of_order',
	];

	test.each([
		['not known', null, null, []],
		['left empty', '', '', []],
		['the whole day', '09:00', '17:00', []],
		['the last minute', '16:59', '17:00', []],
		['the first minute', '09:00', '09:01', []],
		['a minute before it opens', '08:59', '10:00', [EARLY]],
		['a minute after it closes', '16:00', '17:01', [LATE]],
		['begins when it closes', '17:00', null, [EARLY]],
		['ends when it opens', null, '09:00', [LATE]],
		['ends a minute after it opens', null, '09:01', []],
		['begins at midnight', '00:00', null, [EARLY]],
		['ends at midnight', null, '00:00', [LATE]],
		['begins and ends at once', '10:00', '10:00', [ORDER]],
		['ends before it begins', '11:00', '10:00', [ORDER]],
		['with seconds, in hours', '09:00:00', '17:00:00', []],
		['with seconds, at once', '10:00:00', '10:00', [ORDER]],
		['with seconds, in order', '09:59:59', '10:00', []],
		['without a leading zero, in hours', '9:30', '10:00', []],
		['without a leading zero, too early', '8:59', '10:00', [EARLY]],
		['without a leading zero, out of order', '10:00', '9:30', [ORDER]],
		['a whole hour', '9', '10', []],
		['out of hours and out of order', '18:00', '08:00', [EARLY, LATE, ORDER]],
	])('%s: from %s to %s', (_, from, to, expected) => expect(summary(MONDAY, from, to)).toEqual(expected));

	it('are held against opening hours on a day when it is closed, too', () => {
		expect(summary('2023-10-14', '08:00', '09:30')).toEqual(['held_on jobcentre_closed_weekend', EARLY]);
	});

	it('are named as people write them', () => {
		expect(problems(MONDAY, '10:15:00', '9:30').map(({ params }) => params)).toEqual([
			{ time: '09:30', earliest: '10:15' },
		]);
	});

	it('are named where they are out of hours', () => {
		expect(problems(MONDAY, '08:00', '17:05').map(({ params }) => params)).toEqual([
			{ time: '08:00' },
			{ time: '17:05' },
		]);
	});

	it('every minute of a day begins within hours, or is refused', () => {
		const clock = (minute: number) =>
			`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
		const all = Array.from({ length: 24 * 60 }, (_, minute) => minute);
		expect(all.filter((minute) => summary(MONDAY, clock(minute)).length === 0)).toEqual(
			all.filter((minute) => minute >= 9 * 60 && minute < 17 * 60),
		);
		expect(all.filter((minute) => summary(MONDAY, null, clock(minute)).length === 0)).toEqual(
			all.filter((minute) => minute > 9 * 60 && minute <= 17 * 60),
		);
	});
});
