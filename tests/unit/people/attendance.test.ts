import { describe, expect, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	attendanceInWeek,
	planTheSame,
	type AttendancePattern,
} from '../../../extensions/peer-mentoring/src/domain/people/attendance.ts';

const MONDAY = day('2023-11-20');
const pattern = (over: Partial<AttendancePattern> = {}): AttendancePattern => ({
	mentor: 'A',
	office: 'Wrexham',
	weekday: 'tuesday',
	from: day('2023-04-03'),
	until: null,
	...over,
});
const week = (own: AttendancePattern[], visited: string[] = [], today = '2023-11-27', closed: string[] = []) =>
	attendanceInWeek(MONDAY, own, new Set(visited.map(day)), new Set(closed.map(day)), day(today));

describe('visits compared with the weekly pattern (2.22, 2.29)', () => {
	const both = [pattern(), pattern({ weekday: 'friday' })];
	test.each<[string, ReturnType<typeof week>, number, number]>([
		['nothing is planned, nothing is missed', week([]), 0, 0],
		['planned and visited', week([pattern()], ['2023-11-21']), 1, 0],
		['planned and not visited', week([pattern()]), 1, 1],
		['visited on another day than the one planned', week([pattern()], ['2023-11-22']), 1, 1],
		['two days planned, one visited', week(both, ['2023-11-24']), 2, 1],
		['a day that is not over yet is not missed', week(both, [], '2023-11-24'), 2, 1],
		['today is not over yet', week([pattern()], [], '2023-11-21'), 1, 0],
		['a bank holiday is not planned', week(both, [], '2023-11-27', ['2023-11-21']), 1, 1],
		['a pattern that begins later', week([pattern({ from: day('2023-11-22') })]), 0, 0],
		['a pattern that begins that day', week([pattern({ from: day('2023-11-21') })]), 1, 1],
		['a pattern that has ended', week([pattern({ until: day('2023-11-20') })]), 0, 0],
		['a pattern that ends that day', week([pattern({ until: day('2023-11-21') })]), 1, 1],
	])('%s', (_, found, planned, missed) => expect(found).toEqual({ planned, missed }));
});

describe('one day planned twice', () => {
	const first = pattern({ until: day('2023-12-31') });
	test.each<[string, Partial<AttendancePattern>, boolean]>([
		['at the same time', { from: day('2023-12-31') }, true],
		['one after the other', { from: day('2024-01-01') }, false],
		['one before the other', { from: day('2023-01-09'), until: day('2023-04-02') }, false],
		['one into the other', { from: day('2023-01-09'), until: day('2023-04-03') }, true],
		['on another weekday', { weekday: 'monday' }, false],
		['at another office', { office: 'Rhyl' }, false],
		['by another mentor', { mentor: 'B' }, false],
	])('%s', (_, other, same) => {
		expect(planTheSame(first, pattern(other))).toBe(same);
		expect(planTheSame(pattern(other), first)).toBe(same);
	});
});
