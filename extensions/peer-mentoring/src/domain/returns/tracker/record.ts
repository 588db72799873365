import type { CalendarDay } from '../../calendar/calendar-day.ts';
import type { Terms } from '../../contract/terms.ts';
import type { CodeOf, Lists } from '../../language/code-lists.ts';
import type { CustomerFacts } from '../../journey/customer.ts';
import type { Journey, Session } from '../../journey/journey.ts';

/** One dated change of the treatment status (3.5). */
export interface TreatmentChange {
	status: CodeOf<'treatment_status'>;
	since_on: CalendarDay;
}

/** What a Diagnostic Interview found to stand in the way (2.27, 3.5). */
export interface Interview {
	held_on: CalendarDay | null;
	/** `null` where nobody recorded whether there are any. */
	barriers: readonly CodeOf<'barrier'>[] | null;
	health_needs: readonly CodeOf<'health_need'>[];
	housing: CodeOf<'housing'> | null;
	other_barriers: readonly CodeOf<'other_barrier'>[];
	barrier_detail: string | null;
}

/** A service, programme, course or job that the Mentee took up (2.13, 3.5). */
export interface Engagement {
	kind: CodeOf<'support_kind'>;
	referred_on: CalendarDay | null;
	entered_on: CalendarDay | null;
	ended_on: CalendarDay | null;
	programme: CodeOf<'employment_programme'> | null;
	training_type: CodeOf<'training_type'> | null;
	volunteering_type: CodeOf<'volunteering_type'> | null;
	education_type: CodeOf<'education_type'> | null;
	sector: CodeOf<'sector'> | null;
	treatment_result: CodeOf<'treatment_exit'> | null;
	reason_left: string | null;
}

/** What of a journey is in the tracker. */
type TrackedJourney = Pick<
	Journey,
	| 'route'
	| 'start_on'
	| 'diagnostic_interview_on'
	| 'action_plan_agreed_on'
	| 'action_plan_evidence'
	| 'ended_on'
	| 'end_reason'
>;

/** What the Mentee Tracker needs to know of one Mentee (3.5): no name, no reference, no contact detail. */
export interface TrackerRecord extends TrackedJourney, CustomerFacts {
	nino: string | null;
	substances: readonly CodeOf<'substance'>[];
	employment_status: CodeOf<'employment_status'> | null;
	unemployment_length: CodeOf<'unemployment_length'> | null;
	benefits_at_start: readonly CodeOf<'benefit'>[];
	benefits: readonly CodeOf<'benefit'>[];
	disclosure: CodeOf<'disclosure'> | null;
	disclosed_on: CalendarDay | null;
	/** In the order they were recorded. */
	treatment_changes: readonly TreatmentChange[];
	interviews: readonly Interview[];
	sessions: readonly Session[];
	engagements: readonly Engagement[];
}

/** The moment at which a tracker shows its Mentees. */
export interface TrackerMoment {
	/** The last day of the month: what happened later is not in the tracker. */
	cutOff: CalendarDay;
	/** How long a session must last to count (1.15). */
	terms: Terms;
	/** The code lists with values of an Administrator's own; as the platform comes with them where left out. */
	lists?: Lists;
}

/** A day as `YYYY-MM-DD`, a count, a text, or nothing. */
export type TrackerValue = string | number | null;

/** Reads one column of the tracker. */
export type TrackerReader = (record: TrackerRecord, moment: TrackerMoment) => TrackerValue;
