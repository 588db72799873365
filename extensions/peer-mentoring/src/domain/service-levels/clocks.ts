import type { CalendarDay } from '../calendar/calendar-day.ts';
import { clockFrom, type Clock, type ClockCode } from './clock.ts';
import type { Journey, SupportedJourney } from '../journey/journey.ts';
import {
	agreedToStart,
	countedSessions,
	initialMeetingHeldOn,
	planCompletedOn,
	saidNoToStart,
} from '../journey/progress.ts';
import type { Terms } from '../contract/terms.ts';
import { surveysAfter } from '../journey/survey-schedule.ts';
import type { Holidays } from '../calendar/working-days.ts';
import { deadline } from '../calendar/working-days.ts';

/** The clocks of Table A that a person has. The Baseline Survey is due on the day of the start itself. */
export type ClockServiceLevel =
	'initial_meeting' | 'diagnostic_interview' | 'smart_action_plan' | 'four_sessions' | 'baseline_survey';
/** Every clock of a person, those of support that runs or is over included. */
export type JourneyClock = ClockServiceLevel | 'eight_sessions' | 'survey_six_months' | 'survey_twelve_months';

export interface ClockContext {
	holidays: Holidays;
	today: CalendarDay;
	terms: Terms;
	/** The terms of those clocks of the journey that count in a month whose return has been submitted. */
	reported?: ReadonlyMap<ClockCode, ReportedTerms>;
}

/** What a submitted return has fixed of a clock: a change of holidays or of a reading moves it no more (3.4). */
export type ReportedTerms = Pick<Clock, 'started_on' | 'due_on' | 'session_minutes' | 'session_count'>;

/**
 * The service-level clocks of one journey (3.3, Table A), always worked out anew from the records. A clock exists once
 * its starting day is known. After an initial meeting that did not lead to a start only the first clock is left; an
 * early end or a withdrawn consent stops none, because Table A makes no exception for them.
 */
export function clocksOf(journey: Journey, context: ClockContext): Clock<ClockServiceLevel>[] {
	const heldOn = initialMeetingHeldOn(journey);
	const { terms } = context;
	const clocks = [clockOf('initial_meeting', journey.received_on, heldOn, terms.initial_meeting_days, context)];
	if (!saidNoToStart(journey)) {
		const first = sessionsAsked('four_sessions', terms.first_sessions, context);
		const fourth = countedSessionOn(journey, first);
		const agreedOn = agreedToStart(journey) ? heldOn : null;
		const { diagnostic_interview_on: interviewedOn } = journey;
		clocks.push(
			clockOf('diagnostic_interview', agreedOn, interviewedOn, terms.diagnostic_interview_days, context),
			clockOf('smart_action_plan', interviewedOn, planCompletedOn(journey), terms.action_plan_days, context),
			clockOf('four_sessions', journey.start_on, fourth, terms.first_sessions_days, context, first),
			clockOf('baseline_survey', journey.start_on, journey.baseline_survey_on, 0, context),
		);
	}
	return clocks.filter((clock) => clock !== undefined);
}

/**
 * The clocks of support that runs or is over. Eight sessions are judged at the end alone, and only of somebody who has
 * completed: not of an early departure, nor where the Mentee benefited from shorter support (2.20, 2.26, Table A). The
 * surveys at six and twelve months follow from the Baseline Survey, whether or not the Mentee is still there (1.26).
 */
export function laterClocksOf(journey: SupportedJourney, context: ClockContext): Clock<JourneyClock>[] {
	const { start_on, ended_on, baseline_survey_on: baseline, surveys_completed_on: completed } = journey;
	const { today } = context;
	const clocks: Clock<JourneyClock>[] = [];
	if (start_on !== null && ended_on !== null && journey.end_reason === 'completed' && !journey.shorter_support) {
		const asked = sessionsAsked('eight_sessions', context.terms.minimum_sessions, context);
		const met_on = countedSessionOn(journey, asked);
		clocks.push(clockFrom('eight_sessions', { started_on: start_on, due_on: ended_on, met_on, ...asked }, today));
	}
	if (baseline !== null) {
		const due = surveysAfter(baseline, context.terms);
		const six = { started_on: baseline, due_on: due.six_months, met_on: completed.six_months };
		const twelve = { started_on: baseline, due_on: due.twelve_months, met_on: completed.twelve_months };
		clocks.push(clockFrom('survey_six_months', six, today), clockFrom('survey_twelve_months', twelve, today));
	}
	return clocks;
}

/** The earliest due day of what is not done yet, overdue or not. */
export function nextDue(clocks: readonly Clock[]): CalendarDay | undefined {
	return clocks
		.filter((clock) => clock.met_on === null)
		.map((clock) => clock.due_on)
		.sort()[0];
}

function clockOf(
	service_level: ClockServiceLevel,
	started_on: CalendarDay | null,
	met_on: CalendarDay | null,
	workingDays: number,
	{ holidays, today, reported }: ClockContext,
	sessions?: SessionsAsked,
): Clock<ClockServiceLevel> | undefined {
	if (started_on === null) return undefined;
	const fixed = reported?.get(service_level);
	const due_on = fixed?.started_on === started_on ? fixed.due_on : deadline(started_on, workingDays, holidays);
	return clockFrom(service_level, { started_on, due_on, met_on, ...sessions }, today);
}

/** How many sessions are asked for, and how long each is at least. */
interface SessionsAsked {
	session_count: number;
	session_minutes: number;
}

/** The day of the session with which as many count as are asked for. */
function countedSessionOn({ sessions }: Journey, asked: SessionsAsked): CalendarDay | null {
	return countedSessions(sessions, asked.session_minutes)[asked.session_count - 1]?.held_on ?? null;
}

/** The sessions that a clock asks for: what the return said, or what the contract says now. */
function sessionsAsked(level: ClockCode, count: number, { reported, terms }: ClockContext): SessionsAsked {
	const fixed = reported?.get(level);
	return {
		session_count: fixed?.session_count ?? count,
		session_minutes: fixed?.session_minutes ?? terms.minimum_session_minutes,
	};
}
