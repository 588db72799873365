/** A calendar as other programs subscribe to it (RFC 5545, and RFC 7986 for its name and how often it is asked for). */
import { addMinutes } from 'date-fns/addMinutes';
import { addDays, type CalendarDay } from './calendar-day.ts';

export interface CalendarEvent {
	/** The same for the same event for ever, and of no other event anywhere. */
	uid: string;
	changed: Date;
	/** When it begins, and how long it takes; or a day, where nobody knows the time. */
	when: { from: Date; minutes: number } | { day: CalendarDay };
	summary: string;
}

/** In octets, without the end of the line. */
const LONGEST_LINE = 75;

/** How long a program may wait before it asks again. */
const REFRESH = 'PT1H';

/** There must be something in a calendar, and an empty one has no event. */
const WITHOUT_EVENTS = [
	...['BEGIN:VTIMEZONE', 'TZID:Etc/UTC', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
	...['TZOFFSETFROM:+0000', 'TZOFFSETTO:+0000', 'END:STANDARD', 'END:VTIMEZONE'],
];

export function calendarText(name: string, events: readonly CalendarEvent[]): string {
	const lines = [
		...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Mentor//Appointments//EN', 'CALSCALE:GREGORIAN'],
		...[`NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`],
		...[`REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`, `X-PUBLISHED-TTL:${REFRESH}`],
		...(events.length > 0 ? events.flatMap(linesOf) : WITHOUT_EVENTS),
		'END:VCALENDAR',
	];
	return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function linesOf({ uid, changed, when, summary }: CalendarEvent): string[] {
	return [
		...['BEGIN:VEVENT', `UID:${escaped(uid)}`, `DTSTAMP:${utc(changed)}`],
		...('day' in when
			? // A whole day ends with the next, and nobody is busy all through it.
				[`DTSTART;VALUE=DATE:${bare(when.day)}`, `DTEND;VALUE=DATE:${bare(addDays(when.day, 1))}`, 'TRANSP:TRANSPARENT']
			: [`DTSTART:${utc(when.from)}`, `DTEND:${utc(addMinutes(when.from, when.minutes))}`]),
		...[`SUMMARY:${escaped(summary)}`, 'CLASS:PRIVATE', 'END:VEVENT'],
	];
}

const utc = (moment: Date) => `${bare(moment.toISOString().slice(0, 19))}Z`;
const bare = (text: string) => text.replace(/[-:]/g, '');

/** Text as a value: controls have no place in one (3.3.11). */
function escaped(text: string): string {
	return text
		.replace(/[\\;,]/g, '\\$&')
		.replace(/\r\n|[\r\n]/g, '\\n')
		.replace(/\p{Cc}/gu, '');
}

/** Goes on in the next line where one is too long, and never within a letter (3.1). */
function folded(line: string): string {
	const encoder = new TextEncoder();
	let text = '';
	let length = 0;
	for (const letter of line) {
		const octets = encoder.encode(letter).length;
		if (length + octets > LONGEST_LINE) {
			text += '\r\n ';
			length = 1;
		}
		text += letter;
		length += octets;
	}
	return text;
}
