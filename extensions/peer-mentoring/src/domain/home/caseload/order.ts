import { addDays, daysBetween, type CalendarDay } from '../../calendar/calendar-day.ts';
import { groupToDos, type ToDo, type ToDoGroup } from './to-dos.ts';

/** After so long without anything done nobody is being supported any more. */
const HALF_A_YEAR = 182;
const WEEK = 7;

/** Somebody of whom nothing was heard for half a year, and what was left to do for them. */
export interface Ghost {
	name: string;
	referral: string;
	mentee: string | null;
	/** The earliest day that was missed, or the last on which they were seen. */
	since: CalendarDay;
}

/** When somebody was last seen, by their referral. */
export type LastSeen = ReadonlyMap<string, CalendarDay | null>;

export interface Work {
	/** What can still be saved, by when; then what is late, who waits longest first; then what has no due day. */
	groups: ToDoGroup[];
	/** Whoever is left over, the latest first: they may still be reached. */
	ghosts: Ghost[];
}

/** A Peer Mentor's work in the order in which it does most good. */
export function inOrderOfWork(toDos: readonly ToDo[], lastSeen: LastSeen, today: CalendarDay): Work {
	const ghosts = new Map<string, Ghost>();
	for (const toDo of toDos) {
		const since = ghostSince(toDo, lastSeen.get(toDo.referral) ?? null, today);
		const { name, referral, mentee } = toDo;
		const before = ghosts.get(referral)?.since;
		if (since && (!before || since < before)) ghosts.set(referral, { name, referral, mentee, since });
	}
	const groups = groupToDos(
		toDos.filter(({ referral }) => !ghosts.has(referral)),
		today,
		lastDayOfWeekFrom(today),
	);
	const late = groups.filter(({ when }) => when === 'overdue');
	const undated = groups.filter(({ when }) => when === 'any_time');
	const open = groups.filter(({ when }) => when === 'today' || when === 'this_week');
	return {
		groups: [...open, ...late, ...undated],
		ghosts: [...ghosts.values()].sort((a, b) => b.since.localeCompare(a.since) || a.name.localeCompare(b.name)),
	};
}

/** Since when nothing has been done for somebody, where that is half a year: neither what was due, nor a meeting. */
function ghostSince({ due_on: due }: ToDo, seen: CalendarDay | null, today: CalendarDay): CalendarDay | undefined {
	if (due === null || daysBetween(due, today) <= HALF_A_YEAR) return undefined;
	return seen !== null && daysBetween(seen, today) <= HALF_A_YEAR ? undefined : due;
}

/** How long an appointment is taken to be: on record is when it begins. */
export const APPOINTMENT_MINUTES = 60;

/** Something that stands in the diary of a week. */
export interface Appointment {
	on: CalendarDay;
	/** By the clock on the wall, where it is known. */
	at: string | null;
	name: string;
	referral: string;
	mentee: string | null;
	place: string | null;
}

export interface DayOfWeek {
	day: CalendarDay;
	appointments: Appointment[];
	due: ToDo[];
}

/** The next seven days, each with whom one meets and what is due. */
export function weekFrom(
	today: CalendarDay,
	appointments: readonly Appointment[],
	toDos: readonly ToDo[],
): DayOfWeek[] {
	return Array.from({ length: WEEK }, (_, index) => {
		const day = addDays(today, index);
		return {
			day,
			appointments: appointments
				.filter(({ on }) => on === day)
				.sort((a, b) => (a.at ?? '').localeCompare(b.at ?? '') || a.name.localeCompare(b.name)),
			due: toDos.filter(({ due_on: due }) => due === day),
		};
	});
}

/** The last day that {@link weekFrom} shows. */
export function lastDayOfWeekFrom(today: CalendarDay): CalendarDay {
	return addDays(today, WEEK - 1);
}
