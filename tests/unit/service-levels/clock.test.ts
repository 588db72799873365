import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { clockFrom, statusOn } from '../../../extensions/peer-mentoring/src/domain/service-levels/clock.ts';

/** Due on 20 November 2023. */
const status = (met_on: string | null, on: string) =>
	statusOn({ due_on: day('2023-11-20'), met_on: met_on === null ? null : day(met_on) }, day(on));

describe('how a clock stands at the end of a day', () => {
	test.each([
		['not done, and not due', null, '2023-11-19', 'pending'],
		['not done on the due day', null, '2023-11-20', 'pending'],
		['not done the day after', null, '2023-11-21', 'missed'],
		['done today', '2023-11-15', '2023-11-15', 'met'],
		['done yesterday', '2023-11-14', '2023-11-15', 'met'],
		['done tomorrow', '2023-11-16', '2023-11-15', 'pending'],
		['done on the due day, seen that day', '2023-11-20', '2023-11-20', 'met'],
		['done late, seen that day', '2023-11-21', '2023-11-21', 'missed'],
		['done late, seen on the due day', '2023-11-21', '2023-11-20', 'pending'],
		['done late, seen before it was done', '2023-11-25', '2023-11-22', 'missed'],
		['done late, seen long after', '2023-11-25', '2024-03-01', 'missed'],
	])('%s', (_, met_on, on, expected) => expect(status(met_on, on)).toBe(expected));
});

describe('a clock', () => {
	const days = { started_on: day('2023-11-06'), due_on: day('2023-11-20'), met_on: null };

	it('counts in the month of its due day, unless it says another', () => {
		const { month } = clockFrom('initial_meeting', days, day('2023-11-06'));
		expect(month).toBe('2023-11');
		const told = { ...days, month, due_on: day('2023-12-07') };
		expect(clockFrom('pmi', told, day('2023-12-01')).month).toBe('2023-11');
	});

	it('has no length of sessions but where it says one', () => {
		expect(clockFrom('initial_meeting', days, day('2023-11-06')).session_minutes).toBeNull();
		expect(clockFrom('four_sessions', { ...days, session_minutes: 60 }, day('2023-11-06')).session_minutes).toBe(60);
	});
});
