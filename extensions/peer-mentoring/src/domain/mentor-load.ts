import type { CalendarDay } from './calendar-day.ts';
import { addDays, daysBetween } from './calendar-day.ts';
import { fteOf } from './fte.ts';
import { monthsAfter } from './survey-schedule.ts';

/** One FTE supports at least this many Mentees in any twelve months (2.11, SF2). */
export const MENTEES_PER_FTE = 30;

/** Hours a week from a day to a day; `null` while it goes on. */
export interface Hours {
	weekly_hours: number;
	from: CalendarDay;
	to: CalendarDay | null;
}

/** The twelve months that end with a day: the first of them. */
export function twelveMonthsTo(day: CalendarDay): CalendarDay {
	return addDays(monthsAfter(day, -12), 1);
}

/**
 * Mentees for each FTE over a span of days: distinct Mentees with a session by the average FTE in post, one decimal;
 * `null` where nobody was in post.
 */
export function menteesPerFte(
	mentees: number,
	hours: readonly Hours[],
	from: CalendarDay,
	to: CalendarDay,
): number | null {
	const days = daysIn(from, to);
	const fte = fteOf(
		hours.reduce((sum, each) => {
			const first = each.from > from ? each.from : from;
			const last = each.to === null || each.to > to ? to : each.to;
			return sum + each.weekly_hours * Math.max(0, daysIn(first, last));
		}, 0) / days,
	);
	return fte === 0 ? null : Math.round((mentees / fte) * 10) / 10;
}

function daysIn(from: CalendarDay, to: CalendarDay): number {
	return daysBetween(from, to) + 1;
}
