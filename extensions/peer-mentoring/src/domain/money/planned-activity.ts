import { monthOf, type CalendarDay, type CalendarMonth } from '../calendar/calendar-day.ts';
import type { CodeOf } from '../language/code-lists.ts';

/** A milestone of the Implementation Period: what is planned for the month in which it is due (2.29). */
export interface PlannedActivity {
	milestone: CodeOf<'milestone'>;
	due_on: CalendarDay | null;
	/** The day on which it was completed; `null` while it is not. */
	met_on: CalendarDay | null;
}

/** What the Cost Register says of a month beside its costs. */
export interface MonthSaid {
	/** The day on which the Buyer said what is deferred, if anything, and what can be claimed (4.4). */
	advised_on: CalendarDay | null;
	deferred_pence: number;
	/** The day on which all planned activity of the month was completed. */
	activity_completed_on: CalendarDay | null;
}

/** What belongs to the Implementation Period of 2.29; the Baseline Survey and the end of support do not. */
const OF_THE_PERIOD: readonly CodeOf<'milestone'>[] = [
	'start_up_meeting',
	'implementation_plan',
	'implementation_period',
	'support_starts',
];

/**
 * The planned activity that keeps a month's Implementation Costs from being claimed (4.3, 4.7): what was due in the
 * month and is not completed; in the last month of the Implementation Period all of it, which is its final acceptance.
 * None where the month is recorded as completed, or the Buyer has said what can be claimed all the same.
 */
export function activityMissing(
	month: CalendarMonth,
	{ activities, last }: { activities: readonly PlannedActivity[]; last: CalendarMonth },
	said: MonthSaid | undefined,
	today: CalendarDay,
): CodeOf<'milestone'>[] {
	const by = (day: CalendarDay | null | undefined) => day !== null && day !== undefined && day <= today;
	if (said && (said.deferred_pence > 0 || by(said.advised_on) || by(said.activity_completed_on))) return [];
	const missing = activities
		.filter(({ due_on }) => month === last || (due_on !== null && monthOf(due_on) === month))
		.filter(({ met_on }) => !by(met_on))
		.map(({ milestone }) => milestone);
	return OF_THE_PERIOD.filter((milestone) => missing.includes(milestone));
}
