import { decidingInterview, decidingMeeting, decidingPlan, firstOf } from '../../../domain/journey/deciding.ts';
import type { Dated, Interview, Meeting, Plan } from '../../../domain/journey/deciding.ts';
import { gapsOf, type GapFacts } from '../../../domain/journey/gaps.ts';
import { isInterviewCounted } from '../../../domain/journey/interview.ts';
import type { CountableSession, ReportedJourney, Session } from '../../../domain/journey/journey.ts';
import { consentWithdrawnOn } from '../../../domain/privacy/consent.ts';
import type { CalendarDay } from '../../../domain/calendar/calendar-day.ts';
import { dayOf } from '../../database/day-columns.ts';
import type { PersonRows, Row } from './columns.ts';

/** The one row of a table, where it is there. */
export const only = (rows: PersonRows, table: string): Row | undefined => rows[table]?.[0];

/** A journey as the figures need it, with the key of its referral. */
export type ReadJourney = ReportedJourney & { referral: string };

/** The journey that a person's rows make, with at least the columns of `JOURNEY`: the only place that puts one together. */
export function journeyOf(rows: PersonRows): ReadJourney {
	const referral = only(rows, 'referrals') as Row;
	const mentee = only(rows, 'mentees');
	const { meeting, interview, plan, survey } = decidingIn(rows);
	const flag = (table: string, id: string | undefined, column: string) =>
		flagOf(rows[table]?.find((row) => row.id === id)?.[column]);
	return {
		referral: referral.id as string,
		reference: referral.reference as string,
		cpa: Number(referral.cpa),
		route: referral.route as ReportedJourney['route'],
		received_on: dayOf(referral.received_on),
		initial_meeting_on: meeting?.held_on ?? null,
		initial_meeting_outcome: meeting?.outcome ?? null,
		start_on: dayOf(mentee?.start_on),
		diagnostic_interview_on: interview?.counted ? interview.held_on : null,
		action_plan_agreed_on: plan?.agreed_on ?? null,
		action_plan_evidence: plan?.evidence ?? null,
		baseline_survey_on: survey?.held_on ?? null,
		ended_on: dayOf(mentee?.ended_on),
		end_reason: (mentee?.end_reason ?? null) as ReportedJourney['end_reason'],
		consent_withdrawn_on: consentWithdrawnOn(dayOf(referral.consent_withdrawn_on), dayOf(mentee?.consent_withdrawn_on)),
		erased_on: dayOf(only(rows, 'erasures')?.erased_on),
		sessions: (rows.sessions ?? []).map(countableOf),
		gaps: gapsOf({
			start_on: dayOf(mentee?.start_on),
			eligibility_complete:
				meeting?.outcome === 'start' ? flag('initial_meetings', meeting.id, 'eligibility_complete') : null,
			interview_complete: interview?.counted ? flag('diagnostic_interviews', interview.id, 'complete') : null,
			plan_on_record: plan?.agreed_on ? flag('action_plans', plan.id, 'on_record') : null,
			dwp_customer: (mentee?.dwp_customer ?? null) as GapFacts['dwp_customer'],
			customer_since_on: dayOf(mentee?.customer_since_on),
			consent_given_on: dayOf(mentee?.consent_given_on),
		}),
	};
}

/** SQLite gives 0 and 1; nothing where the platform has not looked yet. */
const flagOf = (value: unknown): boolean | null => (value === null || value === undefined ? null : Boolean(value));

/** The rows that carry the dates of a journey. */
export function decidingIn(rows: PersonRows) {
	return {
		meeting: decidingMeeting((rows.initial_meetings ?? []).map(meetingOf)),
		interview: decidingInterview((rows.diagnostic_interviews ?? []).map(interviewOf)),
		plan: decidingPlan((rows.action_plans ?? []).map(planOf)),
		survey: firstOf((rows.baseline_surveys ?? []).map(datedOf('completed_on')), heldOn),
	};
}

const heldOn = ({ held_on }: Dated) => held_on;

const datedOf =
	(column: string) =>
	(row: Row): Dated => ({ id: row.id as string, held_on: dayOf(row[column]) });

/** A Diagnostic Interview as the rules know it. */
function interviewOf(row: Row): Interview {
	return { id: row.id as string, held_on: dayOf(row.held_on), counted: isInterviewCounted(row) };
}

/** An initial meeting as the rules know it. */
export function meetingOf({ id, held_on, outcome }: Row): Meeting {
	return { id: id as string, held_on: dayOf(held_on), outcome: (outcome ?? null) as Meeting['outcome'] };
}

/** A SMART Action Plan as the rules know it. */
export function planOf({ id, agreed_on, evidence }: Row): Plan {
	return { id: id as string, agreed_on: dayOf(agreed_on), evidence: (evidence || null) as Plan['evidence'] };
}

/** A session as the rules know it. */
export function sessionOf(row: Row): Session {
	return { ...countableOf(row), mode: row.mode as Session['mode'] };
}

/** As much of a session as decides whether it counts. */
function countableOf({ held_on, minutes, attendance, one_to_one }: Row): CountableSession {
	return {
		held_on: dayOf(held_on) as CalendarDay,
		minutes: minutes === null || minutes === undefined ? null : Number(minutes),
		attendance: attendance as Session['attendance'],
		// SQLite gives 0 and 1; a tick that was never set means the ordinary case.
		one_to_one: one_to_one === null || one_to_one === undefined || Boolean(one_to_one),
	};
}
