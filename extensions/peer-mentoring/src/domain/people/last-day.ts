/** What a Peer Mentor's last day leaves behind (2.6, 2.26). */
import { addDays, type CalendarDay } from '../calendar/calendar-day.ts';
import type { CodeOf } from '../language/code-lists.ts';
import { coverage, type CpaFte, type FteAssignment } from './fte.ts';

type Post = Pick<FteAssignment, 'cpa' | 'from' | 'to'>;

/** The last day in post, where every post has one; `null` while one goes on, and without any. */
export function lastDayOf(posts: readonly Post[]): CalendarDay | null {
	if (posts.length === 0 || posts.some(({ to }) => to === null)) return null;
	return posts
		.map(({ to }) => to as CalendarDay)
		.sort()
		.at(-1) as CalendarDay;
}

/**
 * FTE missing to the minimum on the day after somebody's last, over the areas in which they had a post on it; `null` where
 * no last day lies ahead.
 * @param everybody the assignments of all Peer Mentors in those areas, theirs too
 */
export function gapAfter(
	posts: readonly Post[],
	{ everybody, cpas, today }: { everybody: readonly FteAssignment[]; cpas: readonly CpaFte[]; today: CalendarDay },
): number | null {
	const last = lastDayOf(posts);
	if (last === null || last < today) return null;
	const left = posts.filter(({ to }) => to === last).map(({ cpa }) => cpa);
	const next = addDays(last, 1);
	const areas = cpas.filter(({ cpa }) => left.includes(cpa));
	return coverage(everybody, areas, next, next).reduce((sum, { gap }) => sum + gap, 0);
}

/** What a manager has to see to because of somebody's last day: their Mentees (2.6), and whoever comes after them (2.26). */
export function lastDayOutstanding({
	leaves_on,
	mentees_now,
	fte_gap_after,
}: {
	leaves_on: CalendarDay | null;
	mentees_now: number;
	fte_gap_after: number | null;
}): CodeOf<'mentor_outstanding'>[] {
	return [
		...(leaves_on !== null && mentees_now > 0 ? (['mentees_to_hand_over'] as const) : []),
		...((fte_gap_after ?? 0) > 0 ? (['fte_gap_ahead'] as const) : []),
	];
}
