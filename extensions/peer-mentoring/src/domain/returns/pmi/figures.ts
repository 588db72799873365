import type { CalendarDay } from '../../calendar/calendar-day.ts';
import { addDays, daysBetween, earliest, lastDay } from '../../calendar/calendar-day.ts';
import type { Clock } from '../../service-levels/clock.ts';
import type { ClockServiceLevel } from '../../service-levels/clocks.ts';
import { clocksOf } from '../../service-levels/clocks.ts';
import { agreedToStart, countedSessions, initialMeetingHeldOn, planCompletedOn } from '../../journey/progress.ts';
import type { ReportedJourney, Route } from '../../journey/journey.ts';
import { areasOf, journeyAsAt, referredOn } from './as-at.ts';
import type { PmiContext } from './context.ts';

/** One timed event of a journey at the cut-off. */
export interface TimedEvent {
	/** The day it happened; `null` while it has not. */
	on: CalendarDay | null;
	on_time: boolean;
	/** The day its result was certain: the event or the deadline, whichever came first; `null` while neither has. */
	determined_on: CalendarDay | null;
	/** Its time is running. */
	pending: boolean;
}

/** What one journey gives to the measures. Every day is on or before the cut-off. */
export interface JourneyFigures {
	cpa: number;
	route: Route;
	/** `null` where it counts in the area that somebody has moved from. */
	referred_on: CalendarDay | null;
	started_on: CalendarDay | null;
	completed_on: CalendarDay | null;
	counted_sessions: number;
	eight_sessions_on: CalendarDay | null;
	has_left: boolean;
	/** Calendar days from the start to the end or the cut-off; `null` without a start. */
	length: number | null;
	/** The day that length is counted from; left out by returns of an earlier version. */
	length_from?: CalendarDay | null;
	initial_meeting: TimedEvent;
	diagnostic_interview: TimedEvent;
	smart_action_plan: TimedEvent;
	four_sessions: TimedEvent;
}

/**
 * Whether the return may use the record at all: consent not withdrawn and the person not erased by then (2.25), and of
 * the CPA asked for.
 */
export function concerns(journey: ReportedJourney, { knownOn, cpa }: Pick<PmiContext, 'knownOn' | 'cpa'>): boolean {
	const goneOn = earliest(journey.consent_withdrawn_on, journey.erased_on);
	return (goneOn === undefined || goneOn > knownOn) && (cpa == null || areasOf(journey).includes(cpa));
}

/** The figures of one journey at the cut-off, or `undefined` where it is in no measure. */
export function figuresOf(journey: ReportedJourney, context: PmiContext): JourneyFigures | undefined {
	const cutOff = lastDay(context.month);
	const referred_on = referredOn(journey);
	if (referred_on === undefined || referred_on > cutOff || !concerns(journey, context)) return undefined;
	const then = journeyAsAt(journey, cutOff);
	const { terms } = context.contract;
	const counted = countedSessions(then.sessions, terms.minimum_session_minutes).map((session) => session.held_on);
	// The cut-off day counts to its end, so its clocks are read as on the morning after.
	const clocks = clocksOf(then, {
		holidays: context.holidays,
		today: addDays(cutOff, 1),
		terms,
	});
	const timed = (level: ClockServiceLevel, on: CalendarDay | null, determinableWithoutClock = true) =>
		timedEvent(
			on,
			clocks.find((clock) => clock.service_level === level),
			determinableWithoutClock,
		);
	return {
		cpa: then.cpa,
		route: then.route,
		referred_on,
		started_on: then.start_on,
		completed_on: then.end_reason === 'completed' ? then.ended_on : null,
		counted_sessions: counted.length,
		eight_sessions_on: counted[terms.minimum_sessions - 1] ?? null,
		has_left: then.ended_on !== null,
		length: then.start_on === null ? null : daysBetween(then.start_on, then.ended_on ?? cutOff),
		length_from: then.start_on,
		initial_meeting: timed('initial_meeting', initialMeetingHeldOn(then)),
		diagnostic_interview: timed('diagnostic_interview', then.diagnostic_interview_on, agreedToStart(then)),
		// A plan is judged for each Diagnostic Interview held (Table A); without one on record there is none to judge.
		smart_action_plan: timed('smart_action_plan', planCompletedOn(then), false),
		four_sessions: timed('four_sessions', counted[terms.first_sessions - 1] ?? null),
	};
}

/** Without the day it is counted from, an event has no clock: it has happened, and is never on time. */
function timedEvent(on: CalendarDay | null, clock: Clock | undefined, determinableWithoutClock: boolean): TimedEvent {
	if (clock === undefined) {
		return { on, on_time: false, determined_on: determinableWithoutClock ? on : null, pending: false };
	}
	const pending = clock.status === 'pending';
	const determined_on = pending ? null : (earliest(on, clock.due_on) ?? null);
	return { on, on_time: clock.status === 'met', determined_on, pending };
}
