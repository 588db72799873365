import { addDays, type CalendarDay } from '../calendar/calendar-day.ts';
import type { CodeOf } from '../language/code-lists.ts';

/** A concern as far as its next step follows from it. */
export interface ConcernSteps {
	stage: CodeOf<'safeguarding_stage'> | null;
	raised_on: CalendarDay;
	assessed_on: CalendarDay | null;
	referred_on: CalendarDay | null;
	reviewed_on: CalendarDay | null;
}

const ASSESSED_WITHIN = 1;
const LOOKED_AT_AGAIN_WITHIN = 14;

/**
 * The day by which a manager takes the next step (2.25): assesses it by the day after it was raised, weekend or not, and
 * then looks at it again every two weeks until it is closed. The specification asks for a process and gives no days.
 */
export function concernDueOn({
	stage,
	raised_on,
	assessed_on,
	referred_on,
	reviewed_on,
}: ConcernSteps): CalendarDay | null {
	if (stage === 'closed') return null;
	const last = [assessed_on, referred_on, reviewed_on]
		.filter((step) => step !== null)
		.sort()
		.at(-1);
	return last === undefined ? addDays(raised_on, ASSESSED_WITHIN) : addDays(last, LOOKED_AT_AGAIN_WITHIN);
}
