import type { CalendarDay } from './calendar-day.ts';
import type { CodeOf } from './code-lists.ts';
import type { Journey, Session } from './journey.ts';
import type { Holidays } from './working-days.ts';
import { deadline } from './working-days.ts';

/** Working Days that Table A allows from the clock's starting day. The Baseline Survey is due on that day itself. */
export const WORKING_DAYS_ALLOWED = {
	initial_meeting: 10,
	diagnostic_interview: 10,
	smart_action_plan: 10,
	four_sessions: 30,
	baseline_survey: 0,
} as const;

export type ClockServiceLevel = keyof typeof WORKING_DAYS_ALLOWED;

export interface Clock {
	service_level: ClockServiceLevel;
	started_on: CalendarDay;
	due_on: CalendarDay;
	/** The day the thing was done, be it late; `null` while it is not done. */
	met_on: CalendarDay | null;
	status: CodeOf<'clock_status'>;
}

export interface ClockContext {
	holidays: Holidays;
	today: CalendarDay;
	/** Shortest session that counts, in minutes (1.15: one hour). */
	minimum_session_minutes: number;
}

/**
 * The service-level clocks of one journey (3.3, Table A), always worked out anew from the records. A clock exists once
 * its starting day is known. After an initial meeting that did not lead to a start only the first clock is left; an
 * early end or a withdrawn consent stops none, because Table A makes no exception for them.
 */
export function clocksOf(journey: Journey, context: ClockContext): Clock[] {
	const heldOn = initialMeetingHeldOn(journey);
	const clocks = [clockOf('initial_meeting', journey.received_on, heldOn, context)];
	if (!saidNoToStart(journey)) {
		const fourth = countedSessions(journey.sessions, context.minimum_session_minutes)[3]?.held_on ?? null;
		clocks.push(
			clockOf('diagnostic_interview', agreedToStart(journey) ? heldOn : null, journey.diagnostic_interview_on, context),
			clockOf('smart_action_plan', journey.diagnostic_interview_on, planCompletedOn(journey), context),
			clockOf('four_sessions', journey.start_on, fourth, context),
			clockOf('baseline_survey', journey.start_on, journey.baseline_survey_on, context),
		);
	}
	return clocks.filter((clock) => clock !== undefined);
}

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

/** The earliest due day of what is not done yet, overdue or not. */
export function nextDue(clocks: readonly Clock[]): CalendarDay | undefined {
	return clocks
		.filter((clock) => clock.met_on === null)
		.map((clock) => clock.due_on)
		.sort()[0];
}

/**
 * The sessions that count towards four and eight, in order of their dates: attended, one to one and not shorter than
 * the minimum; one whose length was not recorded counts (1.15, 2.20).
 */
export function countedSessions(sessions: readonly Session[], minimumMinutes: number): Session[] {
	return sessions
		.filter(
			(session) =>
				session.attendance === 'attended' &&
				session.one_to_one &&
				(session.minutes === null || session.minutes >= minimumMinutes),
		)
		.sort((a, b) => (a.held_on < b.held_on ? -1 : a.held_on > b.held_on ? 1 : 0));
}

/** The day of the initial meeting, if the person came. */
export function initialMeetingHeldOn(journey: Journey): CalendarDay | null {
	return journey.initial_meeting_outcome === 'did_not_attend' ? null : journey.initial_meeting_on;
}

/** Whether the initial meeting led to taking part (Table A); a start proves it where the outcome was not recorded. */
export function agreedToStart(journey: Journey): boolean {
	if (journey.initial_meeting_outcome !== null) return journey.initial_meeting_outcome === 'start';
	return journey.start_on !== null || journey.diagnostic_interview_on !== null;
}

/** The day the SMART Action Plan was agreed, if the Mentee's agreement is evidenced as Table A asks. */
export function planCompletedOn(journey: Journey): CalendarDay | null {
	return journey.action_plan_evidence === null ? null : journey.action_plan_agreed_on;
}

/** Whether a held initial meeting ended without a start. */
export function saidNoToStart({ initial_meeting_outcome: outcome }: Journey): boolean {
	return outcome === 'declined' || outcome === 'not_eligible' || outcome === 'not_suitable';
}

function clockOf(
	service_level: ClockServiceLevel,
	started_on: CalendarDay | null,
	met_on: CalendarDay | null,
	{ holidays, today }: ClockContext,
): Clock | undefined {
	if (started_on === null) return undefined;
	const due_on = deadline(started_on, WORKING_DAYS_ALLOWED[service_level], holidays);
	return { service_level, started_on, due_on, met_on, status: statusOf(due_on, met_on, today) };
}

function statusOf(due_on: CalendarDay, met_on: CalendarDay | null, today: CalendarDay): Clock['status'] {
	if (met_on !== null) return met_on <= due_on ? 'met' : 'missed';
	return today > due_on ? 'missed' : 'pending';
}
