import { describe, expect, it } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	calendarFeed,
	feedBegins,
	initialsOf,
	type FeedAppointment,
} from '../../../extensions/peer-mentoring/src/domain/home/caseload/calendar-feed.ts';

const APPOINTMENT: FeedAppointment = {
	...{ uid: 'a', kind: 'appointment', name: 'Gwen Evans', on: day('2026-07-15'), at: '09:30' },
	changed: new Date('2026-07-01T08:00:00Z'),
};
const of = (feed: string, name: string) =>
	[...feed.matchAll(new RegExp(`^${name}[^:\r\n]*:(.*)\r$`, 'gm'))].map(([, value]) => value);

describe('a Peer Mentor’s calendar', () => {
	it('says when, in moments, for an hour, and who by their initials alone', () => {
		const feed = calendarFeed([APPOINTMENT], 'en-GB');
		expect([of(feed, 'DTSTART'), of(feed, 'DTEND')]).toEqual([['20260715T083000Z'], ['20260715T093000Z']]);
		expect(of(feed, 'SUMMARY')).toEqual(['GE: Appointment']);
		expect(feed).not.toMatch(/Gwen|Evans|LOCATION|DESCRIPTION/);
	});

	it('is in the order of the days, and has a whole day where the time is not known', () => {
		const others: FeedAppointment[] = [
			{ ...APPOINTMENT, uid: 'b', on: day('2026-07-15'), at: null },
			{ ...APPOINTMENT, uid: 'c', on: day('2026-07-14'), at: '16:00' },
		];
		const feed = calendarFeed([APPOINTMENT, ...others], 'en-GB');
		expect(of(feed, 'UID')).toEqual(['c', 'b', 'a']);
		expect(feed).toContain('DTSTART;VALUE=DATE:20260715\r\nDTEND;VALUE=DATE:20260716\r\n');
	});

	it.each([
		['en-GB', 'appointment', 'Appointments', 'GE: Appointment'],
		['en-GB', 'initial_meeting', 'Appointments', 'GE: Initial meeting'],
		['cy-GB', 'appointment', 'Apwyntiadau', 'GE: Apwyntiad'],
		['cy-GB', 'initial_meeting', 'Apwyntiadau', 'GE: Cyfarfod cychwynnol'],
	] as const)('in %s says %s', (language, kind, name, summary) => {
		const feed = calendarFeed([{ ...APPOINTMENT, kind }], language);
		expect([of(feed, 'X-WR-CALNAME'), of(feed, 'SUMMARY')]).toEqual([[name], [summary]]);
	});

	it('says nowhere what the service is', () => {
		for (const language of ['en-GB', 'cy-GB'] as const) {
			expect(calendarFeed([APPOINTMENT], language)).not.toMatch(/peer|substance|addict|sylwedd|cymheir|recover/i);
		}
	});

	it('begins thirty days back', () => {
		expect(feedBegins(day('2026-03-31'))).toBe('2026-03-01');
	});
});

describe('initials', () => {
	it.each([
		['Gwen Evans', 'GE'],
		['siân ŵyr-Jones', 'SŴ'],
		['  Ann   Marie  Roe ', 'AMR'],
		['S\u0302an', 'Ŝ'],
		['’t Hooft', 'TH'],
		['Łukasz', 'Ł'],
		['', '–'],
		['123', '–'],
	])('of %j are %s', (name, initials) => expect(initialsOf(name)).toBe(initials));
});
