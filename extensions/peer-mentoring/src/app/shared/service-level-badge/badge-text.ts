import { daysBetween, parseDay, type CalendarDay } from '../../../domain/calendar/calendar-day.ts';
import type { Language } from '../../../domain/language/messages.ts';
import { daysText } from '../date-names.ts';

/** One clock as its badge needs it. */
export interface DueClock {
	due_on: CalendarDay;
	met_on?: CalendarDay;
}

export type Urgency = 'met' | 'met_late' | 'later' | 'soon' | 'late';

const SOON = 2;

/** A clock from the text a display is given: `2024-06-03` while it runs, `2024-06-03/2024-06-01` (due/met) once met. */
export function readClock(value: unknown): DueClock | undefined {
	if (typeof value !== 'string') return undefined;
	const [due, met] = value.split('/').map((text) => parseDay(text.slice(0, 10)));
	if (due === undefined || (value.includes('/') && met === undefined)) return undefined;
	return { due_on: due, met_on: met };
}

/** How much a clock asks for attention; counted in calendar days. */
export function urgencyOf({ due_on, met_on }: DueClock, today: CalendarDay): Urgency {
	if (met_on !== undefined) return met_on > due_on ? 'met_late' : 'met';
	const left = daysBetween(today, due_on);
	if (left < 0) return 'late';
	return left <= SOON ? 'soon' : 'later';
}

/** What the badge of a clock says: `Due in 3 days`, `2 days late`, `Met`. */
export function badgeText(clock: DueClock, today: CalendarDay, language: Language): string {
	const texts = TEXTS[language];
	const urgency = urgencyOf(clock, today);
	if (urgency === 'met' || urgency === 'met_late') return texts[urgency];
	const left = daysBetween(today, clock.due_on);
	if (left === 0) return texts.due_today;
	return left > 0 ? texts.due_in(left) : texts.late_by(-left);
}

const TEXTS = {
	'en-GB': {
		met: 'Met',
		met_late: 'Met late',
		due_today: 'Due today',
		due_in: (days: number) => `Due in ${daysText(days, 'en-GB')}`,
		late_by: (days: number) => `${daysText(days, 'en-GB')} late`,
	},
	'cy-GB': {
		met: 'Wedi’i wneud',
		met_late: 'Wedi’i wneud yn hwyr',
		due_today: 'Heddiw',
		due_in: (days: number) => `Ymhen ${daysText(days, 'cy-GB')}`,
		late_by: (days: number) => `${daysText(days, 'cy-GB')} yn hwyr`,
	},
};
