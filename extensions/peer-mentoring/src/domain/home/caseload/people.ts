import type { CalendarDay } from '../../calendar/calendar-day.ts';
import type { CodeOf } from '../../language/code-lists.ts';
import type { Due, Outstanding, ToDo } from './to-dos.ts';

/** Somebody referred, who may not be a Mentee yet, as a row of the caseload needs them. */
export interface Person {
	id: string;
	name: string;
	stage: CodeOf<'journey_stage'>;
	next_due_on: CalendarDay | null;
}

export interface Mentee extends Person {
	sessions_counted: number;
	last_seen: CalendarDay | null;
	/** Whether one more digital session would pass the share that may be digital (2.20). */
	digital_limit_reached: boolean;
	contract: string | null;
	/** Where they were met last, if it was at a place of the list. */
	last_place: string | null;
}

/** A place in which sessions are held, and whether the Buyer has approved it (2.26). */
export interface Place {
	id: string;
	name: string;
	approved_on: CalendarDay | null;
	contract: { id: string };
}

/** Of whom something is left to do without a due day. */
export type Unfinished = Pick<Mentee, 'id' | 'name'> & {
	outstanding: readonly Outstanding[] | null;
	ended_on: CalendarDay | null;
	referral: { id: string };
};

/** A Mentee as the server gives one: of the sessions, the last one attended. */
export type StoredMentee = Omit<Mentee, 'last_seen' | 'last_place' | 'contract'> & {
	contract: { id: string } | null;
	sessions: { held_on: CalendarDay; place: { id: string } | null }[];
};

/** A clock that runs, or ran out with nothing done. */
export interface OpenClock {
	service_level: Due;
	due_on: CalendarDay;
	mentee: { id: string } | null;
	referral: { id: string; name: string };
}

export function menteeOf({ sessions: [last], contract, ...mentee }: StoredMentee): Mentee {
	const seen = { last_seen: last?.held_on ?? null, last_place: last?.place?.id ?? null };
	return { ...mentee, ...seen, contract: contract?.id ?? null };
}

export function toDoOf({ service_level, due_on, mentee, referral }: OpenClock): ToDo {
	return { what: service_level, due_on, mentee: mentee?.id ?? null, referral: referral.id, name: referral.name };
}

export function toDosOf({ id, name, referral, outstanding, ended_on }: Unfinished): ToDo[] {
	const person = { name, mentee: id, referral: referral.id, left: ended_on !== null };
	return (outstanding ?? []).map((what) => ({ ...person, what, due_on: null }));
}

/** Whoever was seen last comes first: that is most likely who was seen today. New people follow by name. */
export function lastSeenFirst(mentees: readonly Mentee[]): Mentee[] {
	return [...mentees].sort(
		(a, b) => (b.last_seen ?? '').localeCompare(a.last_seen ?? '') || a.name.localeCompare(b.name),
	);
}
