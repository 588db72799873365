/** What the platform fills in for the records of Peer Mentors, whoever writes them and however. */
import { fteOf, WEEKLY_HOURS_OF_ONE_FTE } from './fte.ts';

/** The FTE of an assignment's weekly hours, one at most as it is one person's (2.26, C1.2), and the Contract Package Area of its delivery area (Annex C). */
export function completeAssignment(record: Readonly<Record<string, unknown>>, { cpa }: { cpa: number }) {
	return { cpa, fte: fteOf(Math.min(Number(record.weekly_hours), WEEKLY_HOURS_OF_ONE_FTE)) };
}
