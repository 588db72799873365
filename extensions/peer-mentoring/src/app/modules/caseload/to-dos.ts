import { addDays, weekday, type CalendarDay } from '../../../domain/calendar-day.ts';
import type { ClockServiceLevel } from '../../../domain/clocks.ts';

/** One thing to do about one person. What has no due day stands by itself, after what has one. */
export interface ToDo {
	what: ClockServiceLevel;
	/** Whom it is about. */
	name: string;
	referral: string;
	mentee: string | null;
	due_on: CalendarDay | null;
}

export type When = 'overdue' | 'today' | 'this_week' | 'any_time';

export interface ToDoGroup {
	when: When;
	toDos: ToDo[];
}

const ORDER: readonly When[] = ['overdue', 'today', 'this_week', 'any_time'];

/** The last day of the week that a day is in: Sunday. */
export function endOfWeek(day: CalendarDay): CalendarDay {
	return addDays(day, (7 - weekday(day)) % 7);
}

/** What to do now, the most urgent first; what is due after this week can wait, and is left out. */
export function groupToDos(toDos: readonly ToDo[], today: CalendarDay): ToDoGroup[] {
	const sorted = [...toDos].sort(
		(a, b) => (a.due_on ?? '').localeCompare(b.due_on ?? '') || a.name.localeCompare(b.name),
	);
	return ORDER.map((when) => ({
		when,
		toDos: sorted.filter((toDo) => whenOf(toDo.due_on, today) === when),
	})).filter(({ toDos: found }) => found.length > 0);
}

function whenOf(due: CalendarDay | null, today: CalendarDay): When | undefined {
	if (due === null) return 'any_time';
	if (due < today) return 'overdue';
	if (due === today) return 'today';
	return due <= endOfWeek(today) ? 'this_week' : undefined;
}

/** The page of the Studio that answers something to do: our own screens, or the record where there is no Mentee yet. */
export function pageOf({ what, mentee, referral }: ToDo): string {
	if (what === 'initial_meeting') return `/caseload/answer/initial_meeting/${referral}`;
	if (mentee === null) return `/content/referrals/${referral}`;
	return what === 'four_sessions' ? sessionPage(mentee) : `/caseload/answer/${what}/${mentee}`;
}

/** *Record a session*, with the Mentee chosen. */
export function sessionPage(mentee: string): string {
	return `/caseload/session?mentee=${mentee}`;
}
