/** Which of several rows of a kind is the one that the measures and the clocks mean. */
import { dayOf } from '../database/day-columns.ts';

type Row = Record<string, unknown>;

/** The first meeting that was held; while none was, the last one offered (pmi_measures 8). */
export function decidingMeeting(meetings: Row[]): Row | undefined {
	const held = meetings.filter((meeting) => meeting.outcome !== 'did_not_attend');
	return held.length > 0 ? firstBy(held, 'held_on') : inOrder(meetings, 'held_on').at(-1);
}

/** The first plan agreed with evidence; while there is none, the first agreed. */
export function decidingPlan(plans: Row[]): Row | undefined {
	const complete = plans.filter((plan) => plan.evidence && plan.agreed_on);
	return firstBy(complete.length > 0 ? complete : plans, 'agreed_on');
}

/** The row with the earliest day in a column. */
export function firstBy(rows: Row[], column: string): Row | undefined {
	return inOrder(rows, column)[0];
}

/** By day, rows without one last; rows of the same day by key, so that the answer never depends on the database. */
function inOrder(rows: Row[], column: string): Row[] {
	const key = (row: Row) => `${dayOf(row[column]) ?? '9999'} ${String(row.id)}`;
	return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
