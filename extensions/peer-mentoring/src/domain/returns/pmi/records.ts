import type { CalendarDay, CalendarMonth } from '../../calendar/calendar-day.ts';
import type { JourneyFigures, TimedEvent } from './figures.ts';
import type { JourneyMeasures } from './measures.ts';

/** Why a record is behind a figure: simply counted, or the result of its deadline. */
export type RecordResult = 'counted' | 'on_time' | 'late' | 'not_done' | 'pending';

export interface MeasureRecord {
	/** The day that decides; `null` where the thing is not done. */
	on: CalendarDay | null;
	result: RecordResult;
}

/**
 * What one journey is to one measure, or `undefined` where it has no part in it: the records behind a figure are those
 * for which there is an answer. `late` includes what cannot be on time because the day it counts from is missing.
 */
export function measureRecord(
	key: keyof JourneyMeasures,
	figures: JourneyFigures,
	month: CalendarMonth,
): MeasureRecord | undefined {
	const inMonth = (on: CalendarDay | null) => counted(on?.startsWith(month) ? on : null);
	switch (key) {
		case 'referrals_total':
			return counted(figures.referred_on);
		case 'referrals_new':
			return inMonth(figures.referred_on);
		case 'starts_total':
			return counted(figures.started_on);
		case 'length_on_provision':
			return counted(figures.length_from === undefined ? figures.started_on : figures.length_from);
		case 'starts_new':
			return inMonth(figures.started_on);
		case 'completions_total':
			return counted(figures.completed_on);
		case 'initial_meetings':
			return counted(figures.initial_meeting.on);
		case 'initial_meetings_on_time':
			return judged(figures.initial_meeting);
		case 'diagnostic_interviews':
			return counted(figures.diagnostic_interview.on);
		case 'diagnostic_interviews_on_time':
			return judged(figures.diagnostic_interview);
		case 'action_plans':
			return counted(figures.smart_action_plan.on);
		case 'action_plans_on_time':
			return judged(figures.smart_action_plan);
		case 'four_sessions':
			return counted(figures.four_sessions.on);
		case 'four_sessions_on_time':
			return judged(figures.four_sessions);
		case 'eight_sessions':
			return counted(figures.eight_sessions_on);
	}
}

function counted(on: CalendarDay | null): MeasureRecord | undefined {
	return on === null ? undefined : { on, result: 'counted' };
}

function judged({ on, on_time, determined_on, pending }: TimedEvent): MeasureRecord | undefined {
	if (pending) return { on, result: 'pending' };
	if (on !== null) return { on, result: on_time ? 'on_time' : 'late' };
	return determined_on === null ? undefined : { on, result: 'not_done' };
}
