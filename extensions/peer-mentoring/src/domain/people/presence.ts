import type { CalendarDay } from '../calendar/calendar-day.ts';
import { addDays } from '../calendar/calendar-day.ts';
import { mondayOf } from '../calendar/week.ts';

/** A Peer Mentor's dedicated office, from the first to the last day of the assignment. */
export interface DedicatedOffice {
	mentor: string;
	office: string;
	from: CalendarDay;
	to: CalendarDay | null;
}

export interface OfficeWeek {
	mentor: string;
	office: string;
	week_starts_on: CalendarDay;
	visits: number;
	/** The week is over and there was no visit. */
	gap: boolean;
}

/**
 * Whether each dedicated office was visited in each week (2.22, 2.26: at least once a week). A week in which an assignment
 * begins or ends part-way is there as well, and is asked for a visit where the mentor was assigned on most of its weekdays,
 * be it by one assignment after another: of two who change over in mid-week, one owes the visit. The running week is there,
 * but is no gap before it is over.
 * @param weeks how many weeks back, the running one included
 */
export function officeWeeks(
	offices: readonly DedicatedOffice[],
	visits: readonly { mentor: string; office: string; on: CalendarDay }[],
	weeks: number,
	today: CalendarDay,
): OfficeWeek[] {
	const counts = new Map<string, number>();
	const key = (mentor: string, office: string, week: CalendarDay) => `${mentor} ${office} ${week}`;
	for (const { mentor, office, on } of visits) {
		const week = key(mentor, office, mondayOf(on));
		counts.set(week, (counts.get(week) ?? 0) + 1);
	}
	const isAssigned = (mentor: string, office: string, on: CalendarDay) =>
		offices.some(
			(each) =>
				each.mentor === mentor && each.office === office && each.from <= on && (each.to === null || each.to >= on),
		);
	const running = mondayOf(today);
	const found = new Map<string, OfficeWeek>();
	for (const { mentor, office } of offices) {
		for (let back = 0; back < weeks; back++) {
			const week_starts_on = addDays(running, -7 * back);
			const week = key(mentor, office, week_starts_on);
			const weekdays = [0, 1, 2, 3, 4].map((days) => addDays(week_starts_on, days));
			const assigned = weekdays.filter((on) => isAssigned(mentor, office, on)).length;
			if (found.has(week) || assigned === 0) continue;
			const number = counts.get(week) ?? 0;
			const isOwed = assigned > weekdays.length / 2;
			found.set(week, { mentor, office, week_starts_on, visits: number, gap: back > 0 && isOwed && number === 0 });
		}
	}
	return [...found.values()];
}
