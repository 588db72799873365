/** To whom a Mentee may be handed over (2.6, 2.25, 2.26). */
import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { FteAssignment } from './fte.ts';
import type { Problem } from './messages.ts';

/** A wish of either side not to work with the other (2.25). */
export interface Wish {
	since_on: CalendarDay;
	/** The day from which it no longer holds; `null` while it does. */
	until_on: CalendarDay | null;
}

export interface HandOverFacts {
	/** The hours of whoever is to take over. */
	assignments: readonly Pick<FteAssignment, 'cpa' | 'from' | 'to'>[];
	/** What stands between the two. */
	wishes: readonly Wish[];
	cpa: number;
	on: CalendarDay;
	/** Since when the present Peer Mentor, or nobody, has held the Mentee. */
	held_since: CalendarDay | null;
}

/** What is wrong with a hand-over. */
export function handOverProblems({ assignments, wishes, cpa, on, held_since }: HandOverFacts): Problem[] {
	const problems: Problem[] = [];
	if (held_since !== null && on < held_since) {
		problems.push({ field: 'from_on', code: 'hand_over_too_early', params: { earliest: held_since } });
	}
	if (!assignments.some((each) => each.cpa === cpa && isOn(each, on))) {
		problems.push({ field: 'peer_mentor', code: 'mentor_not_in_post', params: { cpa, day: on } });
	}
	// The reason is the managers' alone; that there is one is all that is said.
	if (wishes.some(({ since_on, until_on }) => on >= since_on && (until_on === null || on < until_on))) {
		problems.push({ field: 'peer_mentor', code: 'not_to_work_together' });
	}
	return problems;
}

const isOn = ({ from, to }: Pick<FteAssignment, 'from' | 'to'>, on: CalendarDay) =>
	from <= on && (to === null || on <= to);
