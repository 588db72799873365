/** What the platform fills in for the records of Peer Mentors, whoever writes them and however. */
import { fteOf } from './fte.ts';

/** The FTE of an assignment's weekly hours (2.26), and the Contract Package Area of its delivery area (Annex C). */
export function completeAssignment(record: Readonly<Record<string, unknown>>, { cpa }: { cpa: number }) {
	return { cpa, fte: fteOf(Number(record.weekly_hours)) };
}
