/** The quarterly sample of SMART Action Plans (1.29, 2.25, 3.11). */
import { earliest, type CalendarDay } from '../../calendar/calendar-day.ts';
import type { CodeOf } from '../../language/code-lists.ts';
import type { Problem } from './messages.ts';
import type { Quarter } from '../../calendar/quarter.ts';
import { drawSample } from '../../numbers/sample.ts';

/** A plan that may be drawn, and how often it was in other draws of its Contract Package Area. */
export interface EligiblePlan {
	id: string;
	drawn_before: number;
}

/** What one draw found and took in one Contract Package Area. */
export interface DrawnArea {
	cpa: number;
	/** FTE in post on the last day of the quarter. */
	fte: number;
	wanted: number;
	eligible: number;
	drawn: number;
}

interface Term {
	start_date: CalendarDay;
	end_date: CalendarDay | null;
}

/** The day on which FTE are counted: the last of the quarter, or of the contract where it ended before (2.25, 3.11). */
export function countedOn(quarter: Quarter, { end_date }: Term): CalendarDay {
	return earliest(quarter.last, end_date) as CalendarDay;
}

/** One plan for each FTE; a part of one counts as one (2.25, 3.11). */
export function plansWanted(fte: number): number {
	return Math.ceil(fte);
}

/**
 * Draws plans at random, so that anybody can repeat it from the seed: no plan again while others of the area were drawn
 * less often (3.11). Of one more, it is the same draw carried on.
 */
export function drawPlans(seed: string, eligible: readonly EligiblePlan[], size: number): string[] {
	const groups = Map.groupBy(eligible, ({ drawn_before }) => drawn_before);
	return [...groups.entries()]
		.sort(([a], [b]) => a - b)
		.flatMap(([, group]) =>
			drawSample(
				seed,
				group.map(({ id }) => id),
				group.length,
			),
		)
		.slice(0, size);
}

/** Why a quarter's plans cannot be drawn for a contract. */
export function drawProblem(quarter: Quarter | undefined, term: Term, today: CalendarDay): Problem | undefined {
	if (!quarter) return { field: 'quarter', code: 'quarter_format' };
	if (quarter.last < term.start_date || (term.end_date !== null && quarter.first > term.end_date)) {
		return { field: 'quarter', code: 'quarter_outside_contract' };
	}
	if (quarter.last >= today) return { field: 'quarter', code: 'quarter_not_over', params: { latest: quarter.last } };
	return undefined;
}

/** Why there is nothing to draw: nobody in post, or no plan. */
export function emptyDrawProblem(areas: readonly DrawnArea[], on: CalendarDay): Problem | undefined {
	if (areas.every(({ wanted }) => wanted === 0))
		return { field: 'quarter', code: 'nobody_in_post', params: { day: on } };
	if (areas.every(({ drawn }) => drawn === 0))
		return { field: 'quarter', code: 'no_plan_to_draw', params: { day: on } };
	return undefined;
}

type Status = CodeOf<'plan_sample_status'>;

/** A sample that somebody still works on; any other stays as it is (3.11). */
export function isOpenSample(status: Status): boolean {
	return status === 'drawn' || status === 'in_review';
}

/** Why a sample cannot be released: every passage is read by a person, as it stands now (3.11). */
export function releaseProblem(passages: readonly string[], read: readonly string[]): Problem | undefined {
	const unread = passages.filter((fingerprint) => !read.includes(fingerprint)).length;
	return unread > 0 ? { field: 'passages_read', code: 'sample_unread', params: { number: unread } } : undefined;
}
