import { addDays, type CalendarDay } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { WELSH_SPEAKER, type DemoMentor } from './mentors.ts';
import type { Random } from './random.ts';

/** What decides who holds a person. */
interface Held {
	contract: string;
	welsh: boolean;
	from: CalendarDay;
	to: CalendarDay;
}

const NEW_FOR_DAYS = 5;

/**
 * The Peer Mentor who holds somebody: one who was in post the whole time, so that a person whose mentor has left is
 * held by another; the Welsh speaker, as a rule, for those who want Welsh. Some of the newest have nobody yet.
 */
export function allocate(
	random: Random,
	mentors: readonly DemoMentor[],
	held: Held,
	today: CalendarDay,
): string | null {
	const drawn = random.next();
	if (held.from > addDays(today, -NEW_FOR_DAYS) && random.chance(0.4)) return null;
	const latestPosts = new Map(mentors.map((each) => [each.email, each]));
	const inPost = [...latestPosts.values()].filter(
		(each) => each.contract === held.contract && coversWhole(mentors, each.email, held),
	);
	if (held.welsh && drawn < 0.8 && inPost.some((each) => each.email === WELSH_SPEAKER)) return WELSH_SPEAKER;
	const hours = inPost.reduce((sum, each) => sum + each.weekly_hours, 0);
	let left = drawn * hours;
	return inPost.find((each) => (left -= each.weekly_hours) < 0)?.email ?? null;
}

/** Whether a mentor's posts, which follow on each other, cover all the days. */
function coversWhole(mentors: readonly DemoMentor[], email: string, { from, to }: Held): boolean {
	const posts = mentors.filter((each) => each.email === email);
	return posts.some((post) => post.from <= from) && posts.some((post) => post.to === null || post.to >= to);
}
