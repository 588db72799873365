import type { CalendarDay } from '../../calendar/calendar-day.ts';
import { earliest } from '../../calendar/calendar-day.ts';
import type { Journey, ReportedJourney } from '../../journey/journey.ts';

/** A journey as it stood at the end of a day: what happened later is not there yet. */
export function journeyAsAt(journey: Journey, cutOff: CalendarDay): Journey {
	const until = (on: CalendarDay | null) => (on !== null && on > cutOff ? null : on);
	const later = (on: CalendarDay | null) => on !== null && on > cutOff;
	return {
		...journey,
		received_on: until(journey.received_on),
		initial_meeting_on: until(journey.initial_meeting_on),
		initial_meeting_outcome: later(journey.initial_meeting_on) ? null : journey.initial_meeting_outcome,
		start_on: until(journey.start_on),
		diagnostic_interview_on: until(journey.diagnostic_interview_on),
		action_plan_agreed_on: until(journey.action_plan_agreed_on),
		action_plan_evidence: later(journey.action_plan_agreed_on) ? null : journey.action_plan_evidence,
		baseline_survey_on: until(journey.baseline_survey_on),
		ended_on: until(journey.ended_on),
		end_reason: later(journey.ended_on) ? null : journey.end_reason,
		sessions: journey.sessions.filter((session) => session.held_on <= cutOff),
	};
}

/** The day a referral counts from: the day it was received or, in an old record without one, its earliest dated event. */
export function referredOn(journey: Journey): CalendarDay | undefined {
	return (
		journey.received_on ??
		earliest(
			journey.initial_meeting_on,
			journey.start_on,
			journey.diagnostic_interview_on,
			journey.action_plan_agreed_on,
			journey.baseline_survey_on,
			journey.ended_on,
			...journey.sessions.map((session) => session.held_on),
		)
	);
}

/** The areas that anything of a journey can count in: one, but for somebody who has moved (2.6). */
export function areasOf({ cpa, stays = [] }: Pick<ReportedJourney, 'cpa' | 'stays'>): number[] {
	return [...new Set(stays.length > 0 ? stays.map((stay) => stay.cpa) : [cpa])];
}
