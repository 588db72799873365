import { lastDay, type CalendarDay, type CalendarMonth } from '../calendar/calendar-day.ts';
import type { ClockCode, ClockStatus } from './clock.ts';
import type { CodeOf } from '../language/code-lists.ts';
import { percentOf } from '../numbers/arithmetic.ts';

/** The eight rows of Table A (3.3). */
export type ServiceLevel = CodeOf<'service_level'>;

/** How many clocks of a service level, or days of one, are met, missed and not decided yet. */
export interface Tally {
	met: number;
	missed: number;
	pending: number;
}

/** The service level that a clock counts towards; `undefined` for a deadline that Table A does not have. */
export function serviceLevelOf(clock: ClockCode): ServiceLevel | undefined {
	switch (clock) {
		case 'four_sessions':
		case 'eight_sessions':
			return 'interventions';
		case 'pmi':
		case 'mentee_tracker':
		case 'initial_meeting':
		case 'diagnostic_interview':
		case 'smart_action_plan':
		case 'baseline_survey':
			return clock;
		default:
			return undefined;
	}
}

/**
 * The result of a month (3.3, Table A). Where every one must be met, the first one missed decides; where the Order Form
 * asks for a share, the month is judged once it is over and nothing runs any more. `undefined` where nothing fell due.
 * @param percent the share that must be met, in percent
 */
export function resultOf(
	{ met, missed, pending }: Tally,
	percent: number,
	month: CalendarMonth,
	today: CalendarDay,
): ClockStatus | undefined {
	const judged = met + missed;
	if (judged + pending === 0) return undefined;
	if (missed > 0 && percent >= 100) return 'missed';
	if (pending > 0 || lastDay(month) >= today) return 'pending';
	return met * 100 >= judged * percent ? 'met' : 'missed';
}

/** The share met of what has been decided, in percent with one decimal; `null` where nothing has. */
export function shareMet({ met, missed }: Tally): number | null {
	return percentOf(met, met + missed);
}
