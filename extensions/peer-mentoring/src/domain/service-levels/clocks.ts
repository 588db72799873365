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
import { surveysAfter } from '../journey/survey-schedule.ts';
import type { Holidays } from '../calendar/working-days.ts';
import { deadline } from '../calendar/working-days.ts';

/** Working Days that Table A allows from the clock's starting day. The Baseline Survey is due on that day itself. */
export const WORKING_DAYS_ALLOWED = {
	initial_meeting: 10,
	diagnostic_interview: 10,
	smart_action_plan: 10,
	four_sessions: 30,
	baseline_survey: 0,
} as const;

export type ClockServiceLevel = keyof typeof WORKING_DAYS_ALLOWED;
/** Every clock of a person, those of support that runs or is over included. */
export type JourneyClock = ClockServiceLevel | 'eight_sessions' | 'survey_six_months' | 'survey_twelve_months';

export interface ClockContext {
	holidays: Holidays;
	today: CalendarDay;
	/** Shortest session that counts, in minutes (1.15: one hour). */
	minimum_session_minutes: number;
	/** The terms of those clocks of the journey that count in a month whose return has been submitted. */
	reported?: ReadonlyMap<ClockCode, ReportedTerms>;
}

/** What a submitted return has fixed of a clock: a change of holidays or of a reading moves it no more (3.4). */
export type ReportedTerms = Pick<Clock, 'started_on' | 'due_on' | 'session_minutes'>;

/**
 * The service-level clocks of one journey (3.3, Table A), always worked out anew from the records. A clock exists once
 * its starting day is known. After an initial meeting that did not lead to a start only the first clock is left; an
 * early end or a withdrawn consent stops none, because Table A makes no exception for them.
 */
export function clocksOf(journey: Journey, context: ClockContext): Clock<ClockServiceLevel>[] {
	const heldOn = initialMeetingHeldOn(journey);
	const clocks = [clockOf('initial_meeting', journey.received_on, heldOn, context)];
	if (!saidNoToStart(journey)) {
		const minutes = minutesCounted('four_sessions', context);
		clocks.push(
			clockOf('diagnostic_interview', agreedToStart(journey) ? heldOn : null, journey.diagnostic_interview_on, context),
			clockOf('smart_action_plan', journey.diagnostic_interview_on, planCompletedOn(journey), context),
			clockOf('four_sessions', journey.start_on, countedSessionOn(journey, 4, minutes), context, minutes),
			clockOf('baseline_survey', journey.start_on, journey.baseline_survey_on, context),
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
		const session_minutes = minutesCounted('eight_sessions', context);
		const met_on = countedSessionOn(journey, 8, session_minutes);
		clocks.push(
			clockFrom('eight_sessions', { started_on: start_on, due_on: ended_on, met_on, session_minutes }, today),
		);
	}
	if (baseline !== null) {
		const due = surveysAfter(baseline);
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
	{ holidays, today, reported }: ClockContext,
	session_minutes: number | null = null,
): Clock<ClockServiceLevel> | undefined {
	if (started_on === null) return undefined;
	const fixed = reported?.get(service_level);
	const due_on =
		fixed?.started_on === started_on
			? fixed.due_on
			: deadline(started_on, WORKING_DAYS_ALLOWED[service_level], holidays);
	return clockFrom(service_level, { started_on, due_on, met_on, session_minutes }, today);
}

/** The day of the session with which so many count. */
function countedSessionOn({ sessions }: Journey, count: number, minutes: number): CalendarDay | null {
	return countedSessions(sessions, minutes)[count - 1]?.held_on ?? null;
}

/** The shortest session that counts towards a clock: what the return said, or what the contract says now. */
function minutesCounted(level: ClockCode, { reported, minimum_session_minutes }: ClockContext): number {
	return reported?.get(level)?.session_minutes ?? minimum_session_minutes;
}
