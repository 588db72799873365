import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { CodeOf } from '../language/code-lists.ts';
import { isAgreed, isHeld } from './deciding.ts';
import type { CountableSession, Journey } from './journey.ts';

/**
 * How far a person has come (Annex B), the latest stage that the records show: left, not starting, in support (a plan
 * is agreed and a session after the first was attended), planned, started, met and agreed to start, referred. A missed
 * initial meeting, and one whose outcome is not recorded yet, leave the person referred.
 */
export function stageOf(journey: Journey): CodeOf<'journey_stage'> {
	if (journey.ended_on !== null) return 'left';
	if (saidNoToStart(journey)) return 'not_starting';
	const attended = journey.sessions.filter((session) => session.attendance === 'attended').map((each) => each.held_on);
	const started = journey.start_on ?? journey.diagnostic_interview_on ?? [...attended].sort()[0] ?? null;
	if (journey.action_plan_agreed_on !== null) {
		return started !== null && attended.some((held) => held > started) ? 'in_support' : 'planned';
	}
	if (started !== null) return 'started';
	return agreedToStart(journey) ? 'met' : 'referred';
}

/**
 * Whether a session counts: attended, one to one and not shorter than the minimum; one whose length was not recorded
 * counts (1.15, 2.20).
 */
export function isCounted({ attendance, one_to_one, minutes }: CountableSession, minimumMinutes: number): boolean {
	return attendance === 'attended' && one_to_one && (minutes === null || minutes >= minimumMinutes);
}

/** The sessions that count towards four and eight, in order of their dates (2.20). */
export function countedSessions(sessions: readonly CountableSession[], minimumMinutes: number): CountableSession[] {
	return sessions
		.filter((session) => isCounted(session, minimumMinutes))
		.sort((a, b) => (a.held_on < b.held_on ? -1 : a.held_on > b.held_on ? 1 : 0));
}

/** The day of the initial meeting, if the person came. */
export function initialMeetingHeldOn(journey: Journey): CalendarDay | null {
	return isHeld({ outcome: journey.initial_meeting_outcome }) ? journey.initial_meeting_on : null;
}

/** Whether the initial meeting led to taking part (Table A); a start proves it where the outcome was not recorded. */
export function agreedToStart(journey: Journey): boolean {
	if (journey.initial_meeting_outcome !== null) return journey.initial_meeting_outcome === 'start';
	return journey.start_on !== null || journey.diagnostic_interview_on !== null;
}

/** The day the SMART Action Plan was agreed, if the Mentee's agreement is evidenced as Table A asks. */
export function planCompletedOn({
	action_plan_agreed_on: agreed_on,
	action_plan_evidence: evidence,
}: Pick<Journey, 'action_plan_agreed_on' | 'action_plan_evidence'>): CalendarDay | null {
	return isAgreed({ agreed_on, evidence }) ? agreed_on : null;
}

/** Whether a held initial meeting ended without a start. */
export function saidNoToStart({ initial_meeting_outcome: outcome }: Journey): boolean {
	return outcome === 'declined' || outcome === 'not_eligible' || outcome === 'not_suitable';
}
