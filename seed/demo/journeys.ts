import {
	addDays,
	earliest,
	type CalendarDay,
} from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { CaseloadRecord } from '../../extensions/peer-mentoring/src/import/caseload.ts';
import { workingDaysAfter } from './calendar.ts';
import type { Random } from './random.ts';
import { demoSessions, missedAfter, type DemoSession } from './sessions.ts';

/** The days and outcomes of one journey, from the referral to its end. */
export type DemoJourney = Pick<
	CaseloadRecord,
	| 'initial_meeting_on'
	| 'initial_meeting_outcome'
	| 'start_on'
	| 'diagnostic_interview_on'
	| 'action_plan_agreed_on'
	| 'action_plan_evidence'
	| 'baseline_survey_on'
	| 'consent_given_on'
	| 'consent_withdrawn_on'
	| 'ended_on'
	| 'end_reason'
> & { sessions: DemoSession[] };

export const NOTHING_YET: DemoJourney = {
	initial_meeting_on: null,
	initial_meeting_outcome: null,
	start_on: null,
	diagnostic_interview_on: null,
	action_plan_agreed_on: null,
	action_plan_evidence: null,
	baseline_survey_on: null,
	consent_given_on: null,
	consent_withdrawn_on: null,
	ended_on: null,
	end_reason: null,
	sessions: [],
};

/** In hundredths of all referrals; of those who agree, nearly all start, so that 58 do, as the evaluation found. */
const OUTCOMES = [
	['start', 60.5],
	['declined', 14],
	['not_eligible', 6],
	['not_suitable', 2],
	['did_not_attend', 2.5],
	['no_contact', 15],
] as const;
const AGREED_BUT_NEVER_CAME = 0.04;

/** In hundredths of those who start; with those still on today, a third complete and 41 of 100 disengage. */
const ENDINGS = [
	['completed', 36],
	['dropout', 45],
	['left', 19],
] as const;

const REASONS_TO_LEAVE = [
	['started_work', 25],
	['entered_treatment', 20],
	['moved_away', 15],
	['chose_to_leave', 20],
	['health', 10],
	['in_custody', 10],
] as const;

const EVIDENCE = [
	['electronic', 60],
	['wet', 30],
	['other', 6],
	[null, 4],
] as const;

/** What the terms of a call-off make of a journey. */
export interface Pace {
	/** Working Days within which nearly everybody is met. */
	meeting: number;
	/** Sessions after which somebody completes, at the least. */
	sessions: number;
}

export const USUAL_PACE: Pace = { meeting: 10, sessions: 8 };

/** What becomes of a referral, as if the whole of it were known. */
export function demoJourney(
	random: Random,
	received: CalendarDay,
	dwp_customer: boolean,
	pace: Pace = USUAL_PACE,
): DemoJourney {
	const outcome = random.weighted<(typeof OUTCOMES)[number][0]>(OUTCOMES);
	if (outcome === 'no_contact') {
		const end_reason = random.pick(['chose_to_leave', 'chose_to_leave', 'moved_away', 'in_custody']);
		return { ...NOTHING_YET, ended_on: addDays(received, random.between(30, 60)), end_reason };
	}
	const initial_meeting_on = soonOrLate(random, received, 0.97, pace.meeting);
	const met = { ...NOTHING_YET, initial_meeting_on, initial_meeting_outcome: outcome };
	if (outcome !== 'start') return met;
	if (random.chance(AGREED_BUT_NEVER_CAME)) {
		return { ...met, ended_on: addDays(initial_meeting_on, random.between(20, 40)), end_reason: 'chose_to_leave' };
	}
	const support = demoSupport(random, soonOrLate(random, initial_meeting_on, 0.97), pace);
	return { ...met, ...support, ...consent(random, dwp_customer, initial_meeting_on, support) };
}

type Support = Omit<DemoJourney, 'initial_meeting_on' | 'initial_meeting_outcome' | `consent_${string}`>;

function demoSupport(random: Random, start_on: CalendarDay, pace: Pace): Support {
	const { sessions, ended_on, end_reason } = demoEnding(random, start_on, pace);
	const diagnostic_interview_on = random.chance(0.97) ? start_on : addDays(start_on, 7);
	const agreed = random.chance(0.95) ? soonOrLate(random, diagnostic_interview_on, 0.97) : null;
	const planned = agreed !== null && agreed <= ended_on;
	return {
		start_on,
		sessions,
		ended_on,
		end_reason,
		diagnostic_interview_on: earliest(diagnostic_interview_on, ended_on) ?? start_on,
		action_plan_agreed_on: planned ? agreed : null,
		action_plan_evidence: planned ? random.weighted<Support['action_plan_evidence']>(EVIDENCE) : null,
		baseline_survey_on: random.weighted([
			[start_on, 93],
			[earliest(addDays(start_on, 7), ended_on) ?? null, 4],
			[null, 3],
		]),
	};
}

/** The sessions and how they end: a Dropout Date is the last session attended and five weeks (Annex E). */
function demoEnding(random: Random, start_on: CalendarDay, pace: Pace) {
	const ending = random.weighted<(typeof ENDINGS)[number][0]>(ENDINGS);
	const sessions = demoSessions(random, start_on, sessionsUntil(random, ending, pace.sessions));
	const last = sessions.at(-1)?.held_on ?? start_on;
	if (ending === 'completed') return { sessions, ended_on: last, end_reason: ending };
	if (ending === 'dropout') {
		return { sessions: [...sessions, ...missedAfter(random, last)], ended_on: addDays(last, 35), end_reason: ending };
	}
	const end_reason = random.weighted<(typeof REASONS_TO_LEAVE)[number][0]>(REASONS_TO_LEAVE);
	return { sessions, ended_on: addDays(last, random.between(3, 20)), end_reason };
}

/** A few benefit from a shorter period of support and complete with fewer sessions than are meant (2.26). */
function sessionsUntil(random: Random, ending: (typeof ENDINGS)[number][0], meant: number): number {
	if (ending === 'completed')
		return random.chance(0.08) ? random.between(meant - 3, meant - 1) : random.between(meant, meant + 5);
	return ending === 'dropout' ? random.between(3, 8) : random.between(3, 9);
}

/** Consent of somebody who is not a DWP customer (2.26); some withdraw it and go on with the Trial. */
function consent(random: Random, dwp_customer: boolean, met: CalendarDay, { start_on, ended_on }: Support) {
	if (dwp_customer || start_on === null) return {};
	const withdrawn = earliest(addDays(start_on, random.between(7, 50)), ended_on) ?? null;
	return { consent_given_on: met, consent_withdrawn_on: random.chance(0.12) ? withdrawn : null };
}

/** Within so many Working Days for the given share, later for the rest. */
function soonOrLate(random: Random, from: CalendarDay, soon: number, within = 10): CalendarDay {
	return workingDaysAfter(
		from,
		random.chance(soon) ? random.between(2, within) : random.between(within + 1, 2 * within),
	);
}

/** What of a journey is known on a day: whatever comes later has not happened yet. */
export function asKnownOn(today: CalendarDay, journey: DemoJourney): DemoJourney {
	const known = (on: CalendarDay | null): CalendarDay | null => (on !== null && on <= today ? on : null);
	const initial_meeting_on = known(journey.initial_meeting_on);
	const action_plan_agreed_on = known(journey.action_plan_agreed_on);
	const ended_on = known(journey.ended_on);
	return {
		initial_meeting_on,
		initial_meeting_outcome: initial_meeting_on && journey.initial_meeting_outcome,
		start_on: known(journey.start_on),
		diagnostic_interview_on: known(journey.diagnostic_interview_on),
		action_plan_agreed_on,
		action_plan_evidence: action_plan_agreed_on && journey.action_plan_evidence,
		baseline_survey_on: known(journey.baseline_survey_on),
		consent_given_on: known(journey.consent_given_on),
		consent_withdrawn_on: known(journey.consent_withdrawn_on),
		ended_on,
		end_reason: ended_on && journey.end_reason,
		sessions: journey.sessions.filter((session) => session.held_on <= today),
	};
}
