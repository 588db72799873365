/** A Peer Mentor's appointments for the calendar of their phone, which others may see too (2.7, 5.1). */
import { addDays, type CalendarDay } from '../../calendar/calendar-day.ts';
import { calendarText, type CalendarEvent } from '../../calendar/icalendar.ts';
import { momentInLondon } from '../../calendar/london.ts';
import { inLanguage, type Language } from '../../language/text.ts';
import type { Words } from '../../language/words.ts';
import { APPOINTMENT_MINUTES } from './order.ts';

/** An appointment as it is on record: its day, its time where one was agreed, and nothing of how long it takes. */
export interface FeedAppointment {
	uid: string;
	kind: 'appointment' | 'initial_meeting';
	name: string;
	on: CalendarDay;
	/** By the clock on the wall. */
	at: string | null;
	changed: Date;
}

const DAYS_BACK = 30;

/** What a mentor's calendar shows from on. */
export function feedBegins(today: CalendarDay): CalendarDay {
	return addDays(today, -DAYS_BACK);
}

const NAME: Words = { en: 'Appointments', cy: 'Apwyntiadau' };
const KIND: Readonly<Record<FeedAppointment['kind'], Words>> = {
	appointment: { en: 'Appointment', cy: 'Apwyntiad' },
	initial_meeting: { en: 'Initial meeting', cy: 'Cyfarfod cychwynnol' },
};

export function calendarFeed(appointments: readonly FeedAppointment[], language: Language): string {
	const inOrder = [...appointments].sort((a, b) => a.on.localeCompare(b.on) || (a.at ?? '').localeCompare(b.at ?? ''));
	return calendarText(
		inLanguage(NAME, language),
		inOrder.map((appointment) => eventOf(appointment, language)),
	);
}

function eventOf({ uid, kind, name, on, at, changed }: FeedAppointment, language: Language): CalendarEvent {
	const when = at === null ? { day: on } : { from: momentInLondon(on, at), minutes: APPOINTMENT_MINUTES };
	return { uid, changed, when, summary: `${initialsOf(name)}: ${inLanguage(KIND[kind], language)}` };
}

/** `GE` for Gwen Evans: whoever looks over a shoulder reads no name. */
export function initialsOf(name: string): string {
	const words = name.normalize('NFC').split(/\s+/);
	return words.map((word) => /\p{L}/u.exec(word)?.[0].toUpperCase() ?? '').join('') || '–';
}
