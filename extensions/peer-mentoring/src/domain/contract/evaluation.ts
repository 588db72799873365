import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { CodeOf } from '../language/code-lists.ts';
import { monthsAfter } from '../calendar/months-after.ts';

/** One interview or focus group of the Evaluation. */
export interface Participation {
	kind: CodeOf<'evaluation_kind'>;
	held_on: CalendarDay;
	/** Length in minutes; `null` where it was not recorded, which counts. */
	minutes: number | null;
}

const INTERVIEW_MINUTES = 60;
const INTERVIEWS_OF_A_MENTOR = 2;
const INTERVIEWS_OF_THE_SUPPLIER = 1;
const MONTHS_BETWEEN_FOCUS_GROUPS = 3;

/** The interviews of one hour that were held, and how many are still missing to the least number (1.28). */
export function interviewsOf(
	party: CodeOf<'evaluation_party'>,
	taken: readonly Participation[],
): { held: number; missing: number } {
	const least = party === 'peer_mentor' ? INTERVIEWS_OF_A_MENTOR : INTERVIEWS_OF_THE_SUPPLIER;
	const held = taken.filter(
		({ kind, minutes }) => kind === 'interview' && (minutes === null || minutes >= INTERVIEW_MINUTES),
	).length;
	return { held, missing: Math.max(0, least - held) };
}

/** A focus group is held every two to three months (1.28): when the next one is due at the latest. */
export function nextFocusGroupDueOn(taken: readonly Participation[], since: CalendarDay): CalendarDay {
	const held = taken.filter(({ kind }) => kind === 'focus_group').map(({ held_on }) => held_on);
	return monthsAfter(held.sort().at(-1) ?? since, MONTHS_BETWEEN_FOCUS_GROUPS);
}
