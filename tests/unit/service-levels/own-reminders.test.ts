import { describe, expect, it, test } from 'vitest';
import { addDays, day, type CalendarDay } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { holidaysOf } from '../../../extensions/peer-mentoring/src/domain/calendar/working-days.ts';
import {
	addresseesOf,
	daysToldOf,
	isToldOf,
	ownReminderProblems,
	type Timing,
} from '../../../extensions/peer-mentoring/src/domain/service-levels/own-reminders.ts';

/** Christmas 2025: four days without work from Thursday the 25th, and one on New Year's Day. */
const HOLIDAYS = holidaysOf(
	'england-and-wales',
	['2025-01-01', '2025-12-25', '2025-12-26', '2026-01-01', '2026-12-25'].map(day),
);
const told = (of: string, timing: Timing, on: string) => isToldOf(day(of), timing, day(on), HOLIDAYS);

describe('a day is told of', () => {
	test.each<[Timing['timing'], number, string, string, boolean]>([
		// One Working Day before a Monday is the Friday.
		['before', 1, '2025-12-08', '2025-12-05', true],
		['before', 1, '2025-12-08', '2025-12-04', false],
		['before', 1, '2025-12-08', '2025-12-08', true],
		['before', 1, '2025-12-08', '2025-12-09', false],
		// Over Christmas, two Working Days before the 30th is the 24th.
		['before', 2, '2025-12-30', '2025-12-24', true],
		['before', 2, '2025-12-30', '2025-12-23', false],
		['on', 0, '2025-12-08', '2025-12-07', false],
		['on', 0, '2025-12-08', '2025-12-08', true],
		// A Saturday is told of on the Monday, and nothing after a week.
		['on', 0, '2025-12-06', '2025-12-08', true],
		['on', 0, '2025-12-08', '2025-12-14', true],
		['on', 0, '2025-12-08', '2025-12-15', false],
		['after', 2, '2025-12-24', '2025-12-29', false],
		['after', 2, '2025-12-24', '2025-12-30', true],
		['after', 2, '2025-12-24', '2026-01-05', true],
		['after', 2, '2025-12-24', '2026-01-06', false],
		['after', 2, '2025-12-31', '2025-12-30', false],
	])('%s, %i Working Days, of %s on %s: %s', (timing, working_days, of, on, expected) => {
		expect(told(of, { timing, working_days }, on)).toBe(expected);
	});

	it('only if it lies between the days that are looked at', () => {
		const today = day('2026-01-02');
		for (const timing of ['before', 'on', 'after'] as const) {
			for (const working_days of timing === 'on' ? [0] : [1, 4, 5, 6, 20, 59, 60]) {
				const [from, until] = daysToldOf({ timing, working_days }, today);
				const days = Array.from({ length: 300 }, (_, index) => addDays(today, index - 150));
				const outside = days.filter((of: CalendarDay) => of < from || of > until);
				expect(outside.filter((of) => isToldOf(of, { timing, working_days }, today, HOLIDAYS))).toEqual([]);
				expect(days.filter((of) => isToldOf(of, { timing, working_days }, today, HOLIDAYS)).length).toBeGreaterThan(0);
			}
		}
	});
});

describe('a reminder of a Supplier’s own', () => {
	const right = { timing: 'before', working_days: 2, recipients: ['peer_mentor'], clocks: ['pmi'] };

	test.each<[Record<string, unknown>, [string, string][]]>([
		[{}, []],
		[{ clocks: null }, []],
		[{ timing: 'on', working_days: null }, []],
		[{ working_days: 60 }, []],
		[{ working_days: 61 }, [['working_days', 'reminder_days']]],
		[{ working_days: 0 }, [['working_days', 'reminder_days']]],
		[{ working_days: null }, [['working_days', 'reminder_days']]],
		[{ timing: 'after', working_days: -1 }, [['working_days', 'reminder_days']]],
		[{ recipients: [] }, [['recipients', 'reminder_for_nobody']]],
		[{ recipients: null }, [['recipients', 'reminder_for_nobody']]],
		[{ recipients: ['buyer'] }, [['recipients', 'reminder_for_nobody']]],
		[{ recipients: ['peer_mentor', 'peer_mentor'] }, [['recipients', 'reminder_for_nobody']]],
		[{ name: 'Ring\nthem' }, [['name', 'reminder_name']]],
		[{ name_cy: 'Ffoniwch\r' }, [['name_cy', 'reminder_name']]],
		[{ clocks: ['no such'] }, [['clocks', 'reminder_clocks']]],
	])('with %j', (more, problems) => {
		expect(ownReminderProblems({ ...right, ...more }).map(({ field, code }) => [field, code])).toEqual(problems);
	});

	it('names the roles that it is for', () => {
		expect(addresseesOf(['peer_mentor', 'supplier_mi'])).toEqual(['Peer Mentor', 'Supplier MI']);
	});
});
