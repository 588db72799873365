import type { CalendarDay } from '../calendar/calendar-day.ts';
import { addDays, daysBetween } from '../calendar/calendar-day.ts';
import type { CountableSession } from '../journey/journey.ts';
import { fteShare } from './fte.ts';
import { monthsAfter } from '../calendar/months-after.ts';

/** Hours a week from a day to a day; `null` while it goes on. */
export interface Hours {
	weekly_hours: number;
	full_time_hours?: number;
	from: CalendarDay;
	to: CalendarDay | null;
}

/** The twelve months that end with a day: the first of them. */
export function twelveMonthsTo(day: CalendarDay): CalendarDay {
	return addDays(monthsAfter(day, -12), 1);
}

/** Whether a Mentee was met within some days: a session was attended, of whatever kind and length (2.11, SF2). */
export function metWithin(sessions: readonly CountableSession[], from: CalendarDay, to: CalendarDay): boolean {
	return sessions.some(({ attendance, held_on }) => attendance === 'attended' && held_on >= from && held_on <= to);
}

/**
 * Mentees for each FTE over a span of days (2.11, SF2): distinct Mentees with a session by the average FTE in post, one
 * decimal; `null` where nobody was in post.
 */
export function menteesPerFte(
	mentees: number,
	hours: readonly Hours[],
	from: CalendarDay,
	to: CalendarDay,
): number | null {
	const worked = hours.reduce((sum, each) => {
		const first = each.from > from ? each.from : from;
		const last = each.to === null || each.to > to ? to : each.to;
		return sum + fteShare(each) * Math.max(0, daysIn(first, last));
	}, 0);
	const fte = worked / daysIn(from, to);
	return fte === 0 ? null : Math.round((mentees / fte) * 10) / 10;
}

function daysIn(from: CalendarDay, to: CalendarDay): number {
	return daysBetween(from, to) + 1;
}
