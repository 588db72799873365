import { describe, expect, it } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { momentInLondon } from '../../../extensions/peer-mentoring/src/domain/calendar/london.ts';

describe('a time by the clock on the wall in the United Kingdom', () => {
	it.each([
		['in winter', '2026-01-15', '14:30', '2026-01-15T14:30'],
		['in summer', '2026-07-15', '14:30', '2026-07-15T13:30'],
		['at midnight in summer, which is the day before', '2026-07-15', '00:00', '2026-07-14T23:00'],
		['the day before summer time begins', '2026-03-28', '10:00', '2026-03-28T10:00'],
		['the morning on which it begins', '2026-03-29', '00:30', '2026-03-29T00:30'],
		['in the hour that is left out', '2026-03-29', '01:30', '2026-03-29T01:30'],
		['after it', '2026-03-29', '02:00', '2026-03-29T01:00'],
		['the night on which it ends', '2026-10-25', '00:30', '2026-10-24T23:30'],
		['in the hour that comes twice, the first time', '2026-10-25', '01:30', '2026-10-25T00:30'],
		['after it', '2026-10-25', '02:00', '2026-10-25T02:00'],
	])('%s', (_, on, at, moment) => {
		expect(momentInLondon(day(on), at).toISOString()).toBe(`${moment}:00.000Z`);
	});
});
