import { monthOf, type CalendarDay, type CalendarMonth } from '../calendar/calendar-day.ts';
import type { CodeOf } from '../language/code-lists.ts';

export type ClockCode = CodeOf<'clock'>;
export type ClockStatus = CodeOf<'clock_status'>;

/** One thing that is to be done by a day (3.3): a service level of Table A, a deadline of the contract, or a survey. */
export interface Clock<Code extends ClockCode = ClockCode> {
	service_level: Code;
	started_on: CalendarDay;
	due_on: CalendarDay;
	/** The day the thing was done, be it late; `null` while it is not done. */
	met_on: CalendarDay | null;
	status: ClockStatus;
	/** The month whose service level it counts in: that of the due day, but a return counts in the month it reports. */
	month: CalendarMonth;
	/** The shortest session that counted, in minutes, where sessions are what is counted (1.15). */
	session_minutes: number | null;
	/** How many of them had to be held, where sessions are what is counted (2.20). */
	session_count: number | null;
}

/** The days of a clock; the month is given where it is not that of the due day. */
export type ClockDays = Pick<Clock, 'started_on' | 'due_on' | 'met_on'> &
	Partial<Pick<Clock, 'month' | 'session_minutes' | 'session_count'>>;

/** A clock as it stands on a day. */
export function clockFrom<Code extends ClockCode>(
	service_level: Code,
	days: ClockDays,
	today: CalendarDay,
): Clock<Code> {
	return {
		month: monthOf(days.due_on),
		session_minutes: null,
		session_count: null,
		...days,
		service_level,
		status: statusOn(days, today),
	};
}

/**
 * The status of a clock at the end of a day, past or present: what was done later had not been done yet. A clock that
 * had not started by then has none, which is for the caller to see.
 */
export function statusOn({ due_on, met_on }: Pick<Clock, 'due_on' | 'met_on'>, on: CalendarDay): ClockStatus {
	if (met_on !== null && met_on <= on) return met_on <= due_on ? 'met' : 'missed';
	return on > due_on ? 'missed' : 'pending';
}

/** The day on which it is decided whether a clock is met: when the thing is done in time, or else when it is due. */
export function decidedOn({ due_on, met_on }: Pick<Clock, 'due_on' | 'met_on'>): CalendarDay {
	return met_on !== null && met_on < due_on ? met_on : due_on;
}
