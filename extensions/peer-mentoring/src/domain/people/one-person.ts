import type { CalendarDay } from '../calendar/calendar-day.ts';
import { addDays } from '../calendar/calendar-day.ts';
import { changeDays, fteOn, inForce, weeklyHoursOn, type FteAssignment } from './fte.ts';

/** The most hours a week that one person is contracted for, over all their assignments (2.26, C1.2). */
export const MOST_WEEKLY_HOURS = 48;

/**
 * The first day on which the assignments of one person come to more than they may, and how many hours that is.
 * @param assignments of one Peer Mentor, of whatever contract and area
 */
export function firstOverworked(
	assignments: readonly FteAssignment[],
): { from: CalendarDay; hours: number } | undefined {
	for (const from of changeDays(assignments)) {
		const hours = weeklyHoursOn(assignments, from);
		if (hours > MOST_WEEKLY_HOURS) return { from, hours };
	}
	return undefined;
}

/**
 * Assignments with the hours that count: a Peer Mentor is one person, so on no day more than one FTE (2.26, C1.2).
 * Whoever is contracted for more has each assignment counted in proportion, for as long as that lasts.
 * @param assignments all of each Peer Mentor, of whatever contract and area
 */
export function asOnePersonEach<Assignment extends FteAssignment>(assignments: readonly Assignment[]): Assignment[] {
	return [...Map.groupBy(assignments, ({ mentor }) => mentor).values()].flatMap((own) => {
		const days = changeDays(own);
		if (days.every((day) => fteOn(own, day) <= 1)) return own;
		return own.flatMap((assignment) => piecesOf(assignment, own, days));
	});
}

/** An assignment cut where its hours begin to count differently. */
function piecesOf<Assignment extends FteAssignment>(
	assignment: Assignment,
	own: readonly Assignment[],
	days: readonly CalendarDay[],
): Assignment[] {
	const pieces: Assignment[] = [];
	for (const from of days.filter((day) => inForce(assignment, day))) {
		const share = Math.min(1, 1 / fteOn(own, from));
		const weekly_hours = assignment.weekly_hours * share;
		const previous = pieces.at(-1);
		if (previous?.weekly_hours === weekly_hours) continue;
		if (previous) previous.to = addDays(from, -1);
		pieces.push({ ...assignment, weekly_hours, from });
	}
	return pieces;
}
