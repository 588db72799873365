/** Who held a Mentee, where, and from when to when (2.6, 3.6). */
import type { CalendarDay } from '../calendar/calendar-day.ts';

export interface Held {
	id: string;
	/** `null` while nobody holds the Mentee. */
	peer_mentor: string | null;
	cpa: number;
	/** The key of the Delivery Area, where one is on record. */
	delivery_area?: string | null;
	from_on: CalendarDay;
	/** The day on which another took over; `null` of whoever holds the Mentee now. */
	until_on: CalendarDay | null;
}

/** Who holds a Mentee now, and where. */
export type Holder = Pick<Held, 'peer_mentor' | 'cpa'>;

/**
 * The history as it has to be: one after the other without a gap, none ending before it began, the present holder last.
 * The first begins with the first date of the record, also where it was written years later. What began after its
 * successor did is left without a day.
 * @param held in the order in which they began
 * @param holder as the Mentee's record says; one who is not among them takes over today
 * @param first the first date of the record; `null` where it has none, so that what has begun stays as it began
 * @param id of the allocation that is added, where one is
 */
export function settledHistory(
	held: readonly Held[],
	holder: Holder,
	{ first, today, id }: { first: CalendarDay | null; today: CalendarDay; id: string },
): Held[] {
	const holds = held.findLast(
		({ until_on, peer_mentor, cpa }) => until_on === null && peer_mentor === holder.peer_mentor && cpa === holder.cpa,
	);
	const last = holds ?? { ...holder, id, from_on: held.length > 0 ? today : (first ?? today), until_on: null };
	const others = held.filter((each) => each !== holds);
	const order = [...others.map((each) => ({ ...each, from_on: earlier(each.from_on, last.from_on) })), last];
	// Of the first day nothing depends on today: or else it would move with every night.
	const second = order[1]?.from_on;
	const begins = order.map((each, index) => {
		const began = first ?? each.from_on;
		return index === 0 ? { ...each, from_on: second === undefined ? began : earlier(began, second) } : each;
	});
	return begins.map((each, index) => ({ ...each, until_on: begins[index + 1]?.from_on ?? null }));
}

/** What has changed of a history, and what is new in it. */
export function historyChanges(before: readonly Held[], after: readonly Held[]): { changed: Held[]; added: Held[] } {
	const there = new Map(before.map((each) => [each.id, each]));
	const changed = after.filter((each) => {
		const was = there.get(each.id);
		return was !== undefined && (was.from_on !== each.from_on || was.until_on !== each.until_on);
	});
	return { changed, added: after.filter(({ id }) => !there.has(id)) };
}

const earlier = (a: CalendarDay, b: CalendarDay) => (a < b ? a : b);
