import { describe, expect, it } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { calendarText, type CalendarEvent } from '../../../extensions/peer-mentoring/src/domain/calendar/icalendar.ts';

const EVENT: CalendarEvent = {
	uid: 'one',
	changed: new Date('2026-01-02T03:04:05.678Z'),
	when: { from: new Date('2026-06-30T23:30:00Z'), minutes: 60 },
	summary: 'GE: Appointment',
};
const linesOf = (text: string) => text.split('\r\n');
const withSummary = (summary: string) => calendarText('Mine', [{ ...EVENT, summary }]);
const unfolded = (text: string) => linesOf(text.replaceAll('\r\n ', ''));

describe('a calendar (RFC 5545)', () => {
	it('has its head, its events and its end, each line ended by CRLF', () => {
		const whole = { ...EVENT, uid: 'two', when: { day: day('2026-12-31') } };
		expect(calendarText('Mine', [EVENT, whole])).toBe(
			[
				...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Mentor//Appointments//EN', 'CALSCALE:GREGORIAN'],
				...['NAME:Mine', 'X-WR-CALNAME:Mine', 'REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H'],
				...['BEGIN:VEVENT', 'UID:one', 'DTSTAMP:20260102T030405Z', 'DTSTART:20260630T233000Z'],
				...['DTEND:20260701T003000Z', 'SUMMARY:GE: Appointment', 'CLASS:PRIVATE', 'END:VEVENT'],
				...['BEGIN:VEVENT', 'UID:two', 'DTSTAMP:20260102T030405Z', 'DTSTART;VALUE=DATE:20261231'],
				...['DTEND;VALUE=DATE:20270101', 'TRANSP:TRANSPARENT'],
				...['SUMMARY:GE: Appointment', 'CLASS:PRIVATE', 'END:VEVENT', 'END:VCALENDAR', ''],
			].join('\r\n'),
		);
	});

	it('has something in it where there is no event, as it must', () => {
		const lines = linesOf(calendarText('Mine', []));
		expect(lines.filter((line) => /^(BEGIN|END):/.test(line))).toEqual([
			...['BEGIN:VCALENDAR', 'BEGIN:VTIMEZONE', 'BEGIN:STANDARD', 'END:STANDARD', 'END:VTIMEZONE', 'END:VCALENDAR'],
		]);
	});

	it.each([
		['a comma', 'A, B', 'A\\, B'],
		['a semicolon', 'A; B', 'A\\; B'],
		['a backslash', 'A\\B', 'A\\\\B'],
		['a line end of Windows', 'A\r\nB', 'A\\nB'],
		['a line end', 'A\nEND:VEVENT', 'A\\nEND:VEVENT'],
		['a bare carriage return', 'A\rB', 'A\\nB'],
		['a control', 'A\u0000\u0007\tB', 'AB'],
		['a colon and quotes as they are', 'A: "B"', 'A: "B"'],
	])('escapes %s', (_, said, written) => {
		expect(linesOf(withSummary(said))).toContain(`SUMMARY:${written}`);
	});

	it.each([
		['nothing up to 75 octets', 'x'.repeat(75 - 'SUMMARY:'.length), 1],
		['at 76', 'x'.repeat(76 - 'SUMMARY:'.length), 2],
		['letters of two octets between them', 'ŵ'.repeat(100), 3],
		['letters of four octets between them', '😀'.repeat(40), 3],
		['a long text several times', 'x'.repeat(500), 7],
	])('folds %s', (_, summary, lines) => {
		const text = withSummary(summary);
		const own = linesOf(text).filter((line) => line.startsWith('SUMMARY:') || line.startsWith(' '));
		expect(own).toHaveLength(lines);
		for (const line of linesOf(text)) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
		expect(unfolded(text)).toContain(`SUMMARY:${summary}`);
		expect(text).not.toContain('\uFFFD');
	});
});
