import { addDays, type CalendarDay } from '../calendar/calendar-day.ts';
import type { CodeOf } from '../language/code-lists.ts';

/** A weekday on which a Peer Mentor is at an office, from one day until another. */
export interface AttendancePattern {
	mentor: string;
	office: string;
	weekday: CodeOf<'weekday'>;
	from: CalendarDay;
	/** `null` until somebody ends it. */
	until: CalendarDay | null;
}

const WEEKDAYS: readonly CodeOf<'weekday'>[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

/**
 * How many days of a week a Peer Mentor was to be at an office (2.29), and on how many of those that are over there was no
 * visit (2.22). A day on which the office is closed is not planned.
 * @param own what is planned there for the mentor
 * @param visited the days on which the mentor was there
 */
export function attendanceInWeek(
	monday: CalendarDay,
	own: readonly AttendancePattern[],
	visited: ReadonlySet<CalendarDay>,
	closed: ReadonlySet<CalendarDay>,
	today: CalendarDay,
): { planned: number; missed: number } {
	const planned = WEEKDAYS.map((weekday, index) => ({ weekday, on: addDays(monday, index) })).filter(
		({ weekday, on }) =>
			!closed.has(on) &&
			own.some((each) => each.weekday === weekday && each.from <= on && (each.until === null || each.until >= on)),
	);
	const missed = planned.filter(({ on }) => on < today && !visited.has(on));
	return { planned: planned.length, missed: missed.length };
}

/** Whether two patterns plan one day twice. */
export function planTheSame(one: AttendancePattern, other: AttendancePattern): boolean {
	return (
		one.mentor === other.mentor &&
		one.office === other.office &&
		one.weekday === other.weekday &&
		(one.until === null || other.from <= one.until) &&
		(other.until === null || one.from <= other.until)
	);
}
