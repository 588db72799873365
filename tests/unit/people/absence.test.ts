import { describe, expect, test } from 'vitest';
import { day, parseDay } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { isAbsent, isAbsentBy } from '../../../extensions/peer-mentoring/src/domain/people/absence.ts';

const absence = (from: string, until: string) => ({
	away_from_on: parseDay(from) ?? null,
	away_until_on: parseDay(until) ?? null,
});

describe('a Peer Mentor who is away', () => {
	test.each<[string, string, string, boolean, boolean]>([
		['', '', 'is here', false, false],
		['', '2024-06-30', 'is here: without a first day there is none', false, false],
		['2024-06-01', '2024-06-09', 'was away', false, false],
		['2024-06-01', '2024-06-10', 'is away on the last day', true, true],
		['2024-06-10', '2024-06-20', 'is away on the first day', true, true],
		['2024-06-01', '', 'is away until nobody knows when', true, true],
		['2024-06-11', '2024-06-20', 'will be away tomorrow', false, true],
		['2024-06-24', '', 'will be away in a fortnight', false, true],
		['2024-06-25', '', 'will be away after more than a fortnight', false, false],
	])('from %s until %s %s', (from, until, _, on, by) => {
		const today = day('2024-06-10');
		expect(isAbsent(absence(from, until), today)).toBe(on);
		expect(isAbsentBy(absence(from, until), today, day('2024-06-24'))).toBe(by);
	});
});
