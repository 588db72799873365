/** What the server answers the mentors' app of a caseload and of a person; both ends read it from here. */
import type { CalendarDay } from '../../calendar/calendar-day.ts';
import type { CodeOf } from '../../language/code-lists.ts';
import type { Appointment } from './order.ts';
import type { ToDo } from './to-dos.ts';

/** A row of My caseload: somebody referred, who may be a Mentee by now. */
export interface PersonRow {
	/** Of the Mentee, or else of the referral: by it the person's page is found. */
	id: string;
	name: string;
	referral: string;
	mentee: string | null;
	stage: CodeOf<'journey_stage'>;
	/** As people read it. */
	stage_text: string;
	next_due_on: CalendarDay | null;
	/** Of a Mentee. */
	sessions_counted: number | null;
	last_seen: CalendarDay | null;
	has_left: boolean;
}

export interface CaseloadAnswer {
	today: CalendarDay;
	people: PersonRow[];
	to_dos: ToDo[];
	appointments: Appointment[];
}

/** Something that happened, or is arranged. */
export interface Happening {
	on: CalendarDay;
	at?: string;
	what: string;
	/** What is said of it, in the order in which it matters. */
	facts: string[];
	/** What the mentor wrote. */
	note?: string;
	is_ahead?: true;
}

/** The newest SMART Action Plan of somebody, and what they have said of it by a link. */
export interface PlanAnswer {
	id: string;
	agreed_on: CalendarDay | null;
	/** Until when a link waits for an answer. */
	open_until: CalendarDay | null;
	/** The change that was asked for last, unless the plan was agreed to since. */
	asked_change: { on: CalendarDay; text: string } | null;
}

export interface PersonAnswer extends Omit<PersonRow, 'has_left'> {
	today: CalendarDay;
	reference: string;
	phone: string | null;
	email: string | null;
	next_appointment: Appointment | null;
	/** `null` until there is one. */
	plan: PlanAnswer | null;
	to_dos: ToDo[];
	/** Everything else on record, as people read it. */
	details: { label: string; value: string }[];
	timeline: Happening[];
}
