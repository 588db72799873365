import type { CalendarDay } from '../calendar/calendar-day.ts';
import { addDays } from '../calendar/calendar-day.ts';
import type { CodeOf } from '../language/code-lists.ts';
import type { ContractCalendar } from './milestones.ts';
import { monthsAfter } from '../calendar/months-after.ts';
import { deadline, type Holidays } from '../calendar/working-days.ts';

export interface PlannedMeeting {
	kind: CodeOf<'meeting_kind'>;
	planned_on: CalendarDay;
}

/**
 * The meetings with the Buyer: start-up, then weekly in the Implementation Period, then monthly to the end of the
 * contract (3.1). One that would fall on a weekend or bank holiday is planned for the next Working Day, and left out
 * where the contract is over by then.
 */
export function plannedMeetings(contract: ContractCalendar, holidays: Holidays): PlannedMeeting[] {
	const { start_date: start, implementation_end_date: implemented, end_date: end } = contract;
	const on = (day: CalendarDay) => deadline(addDays(day, -1), 1, holidays);
	const meetings: PlannedMeeting[] = [{ kind: 'start_up', planned_on: on(start) }];
	for (let day = addDays(start, 7); day <= implemented; day = addDays(day, 7)) {
		meetings.push({ kind: 'weekly', planned_on: on(day) });
	}
	if (end === null) return meetings;
	for (let count = 1, day = monthsAfter(implemented, 1); day <= end; count++, day = monthsAfter(implemented, count)) {
		meetings.push({ kind: 'monthly', planned_on: on(day) });
	}
	return meetings.filter(({ planned_on }) => planned_on <= end);
}
