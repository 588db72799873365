import { monthOf, type CalendarDay, type CalendarMonth } from '../../calendar/calendar-day.ts';
import type { CodeOf } from '../../language/code-lists.ts';
import type { JourneyFigures } from '../pmi/figures.ts';

export type EventKey = CodeOf<'counted_event'>;

/** The events that the measures count in the month of their day (3.8). */
const EVENTS: Record<EventKey, (figures: JourneyFigures) => CalendarDay | null> = {
	referrals: ({ referred_on }) => referred_on,
	starts: ({ started_on }) => started_on,
	completions: ({ completed_on }) => completed_on,
	initial_meetings: ({ initial_meeting }) => initial_meeting.on,
	diagnostic_interviews: ({ diagnostic_interview }) => diagnostic_interview.on,
	action_plans: ({ smart_action_plan }) => smart_action_plan.on,
	four_sessions: ({ four_sessions }) => four_sessions.on,
	eight_sessions: ({ eight_sessions_on }) => eight_sessions_on,
};

const EVENT_KEYS = Object.keys(EVENTS) as EventKey[];

/** How many events of each kind fall into each month, as far as there are any. */
export type MonthlyEvents = Record<CalendarMonth, Partial<Record<EventKey, number>>>;

/** Counts the events of one journey, each in its own month. */
export function countEvents(events: MonthlyEvents, figures: JourneyFigures): void {
	for (const key of EVENT_KEYS) {
		const on = EVENTS[key](figures);
		if (on === null) continue;
		const month = (events[monthOf(on)] ??= {});
		month[key] = (month[key] ?? 0) + 1;
	}
}

/**
 * What has been reported once a return has been submitted again: its month and those before it as it says, later ones as
 * they were reported already.
 */
export function reportedAnew(
	before: MonthlyEvents,
	correction: { month: CalendarMonth; events: MonthlyEvents },
): MonthlyEvents {
	const later = Object.entries(before).filter(([month]) => month > correction.month);
	return { ...correction.events, ...Object.fromEntries(later) };
}

/** A figure of an earlier month that is not what the last return said it was. */
export interface Revision {
	month: CalendarMonth;
	key: EventKey;
	reported: number;
	now: number;
}

/**
 * What has changed in months that have been reported, because something was entered or corrected later: shown once, in
 * the next return, never silently (3.4, 3.8).
 * @param reported the events as they were reported last
 * @param until the newest month that has been
 */
export function revisions(reported: MonthlyEvents, now: MonthlyEvents, until: CalendarMonth): Revision[] {
	const months = [...new Set([...Object.keys(reported), ...Object.keys(now)])].filter((month) => month <= until);
	return months.sort().flatMap((month) =>
		EVENT_KEYS.map((key) => ({
			month: month as CalendarMonth,
			key,
			reported: reported[month as CalendarMonth]?.[key] ?? 0,
			now: now[month as CalendarMonth]?.[key] ?? 0,
		})).filter((each) => each.reported !== each.now),
	);
}
