import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { CodeOf } from '../language/code-lists.ts';
import type { Gap } from './gaps.ts';

export type Route = CodeOf<'referral_route'>;

/** One meeting held or missed with a Mentee after the start (2.20). */
export interface Session {
	held_on: CalendarDay;
	/** Length in minutes; `null` where it was not recorded. */
	minutes: number | null;
	mode: CodeOf<'session_mode'>;
	attendance: CodeOf<'attendance'>;
	/** Group sessions do not count towards four or eight (1.15). */
	one_to_one: boolean;
}

/** As much of a session as decides whether and when it counts; whether it was digital does not (1.15, 2.20). */
export type CountableSession = Omit<Session, 'mode'>;

/**
 * What the rules need to know of one referral and all that followed it: one person's way through the Trial (Annex B).
 * Dates are `null` where nothing is recorded. Nothing here identifies the person but the reference.
 */
export interface Journey {
	reference: string;
	/** Contract Package Area, 1 to 9. */
	cpa: number;
	route: Route;
	/** The day the Supplier first held name and contact details; `null` in some old records. */
	received_on: CalendarDay | null;
	/** The first initial meeting that was held (any outcome but `did_not_attend`). */
	initial_meeting_on: CalendarDay | null;
	initial_meeting_outcome: CodeOf<'initial_meeting_outcome'> | null;
	/** The first session (Annex E, Start). */
	start_on: CalendarDay | null;
	diagnostic_interview_on: CalendarDay | null;
	action_plan_agreed_on: CalendarDay | null;
	action_plan_evidence: CodeOf<'plan_evidence'> | null;
	baseline_survey_on: CalendarDay | null;
	ended_on: CalendarDay | null;
	end_reason: CodeOf<'end_reason'> | null;
	consent_withdrawn_on: CalendarDay | null;
	sessions: readonly CountableSession[];
	/** What a form would have asked for and the records lack; left out where nobody has looked. */
	gaps?: readonly Gap[];
}

/** An area and the day from which a Mentee was supported there. */
export interface Stay {
	cpa: number;
	/** The key of the Delivery Area, where one is known. */
	delivery_area?: string | null;
	from: CalendarDay;
}

/** A journey as the month's return takes it up. */
export interface ReportedJourney extends Journey {
	/** The day the person was erased, where they were: what is left of the record is in no figure (2.25). */
	erased_on?: CalendarDay | null;
	/** Where somebody who has moved was supported, in order; left out for everybody else, who counts in one area. */
	stays?: readonly Stay[];
}

/** What else the records of somebody who is or was supported say. */
export interface SupportedJourney extends Journey {
	sessions: readonly Session[];
	/** Whether it is on record why the Mentee benefited from shorter support than eight sessions (2.20, 2.26). */
	shorter_support: boolean;
	/** When the Pre-Post Participant Surveys were completed (1.26). */
	surveys_completed_on: { six_months: CalendarDay | null; twelve_months: CalendarDay | null };
}
