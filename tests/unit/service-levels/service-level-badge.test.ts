import { describe, expect, test } from 'vitest';
import {
	badgeText,
	readClock,
	urgencyOf,
	type DueClock,
} from '../../../extensions/peer-mentoring/src/app/shared/service-level-badge/badge-text.ts';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';

const TODAY = day('2024-06-10');

describe('the badge of a service level clock, seen on 10 June 2024', () => {
	test.each([
		['2024-07-01', 'later', 'Due in 21 days', 'Ymhen 21 diwrnod'],
		['2024-06-13', 'later', 'Due in 3 days', 'Ymhen 3 diwrnod'],
		['2024-06-12', 'soon', 'Due in 2 days', 'Ymhen 2 ddiwrnod'],
		['2024-06-11', 'soon', 'Due in 1 day', 'Ymhen 1 diwrnod'],
		['2024-06-10', 'soon', 'Due today', 'Heddiw'],
		['2024-06-09', 'late', '1 day late', '1 diwrnod yn hwyr'],
		['2024-06-08', 'late', '2 days late', '2 ddiwrnod yn hwyr'],
		['2024-05-31', 'late', '10 days late', '10 diwrnod yn hwyr'],
		['2024-06-03/2024-06-01', 'met', 'Met', 'Wedi’i wneud'],
		['2024-06-03/2024-06-03', 'met', 'Met', 'Wedi’i wneud'],
		['2024-06-03/2024-06-04', 'met_late', 'Met late', 'Wedi’i wneud yn hwyr'],
	])('%s is %s: "%s", "%s"', (value, urgency, english, welsh) => {
		const clock = readClock(value) as DueClock;
		expect(urgencyOf(clock, TODAY)).toBe(urgency);
		expect(badgeText(clock, TODAY, 'en-GB')).toBe(english);
		expect(badgeText(clock, TODAY, 'cy-GB')).toBe(welsh);
	});

	test('a date that comes with a time counts as its day', () => {
		expect(readClock('2024-06-12T00:00:00')).toEqual({ due_on: '2024-06-12', met_on: undefined });
	});

	test.each([[null], [42], [''], ['soon'], ['2024-06-31'], ['2024-06-12/'], ['2024-06-12/2024-02-30']])(
		'%s is no clock',
		(value) => expect(readClock(value)).toBeUndefined(),
	);
});
