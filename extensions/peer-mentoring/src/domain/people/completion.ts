/** What the platform fills in for the records of Peer Mentors, whoever writes them and however. */
import type { Terms } from '../contract/terms.ts';
import { fteOf } from './fte.ts';

/** The FTE of an assignment's weekly hours, one at most as it is one person's (2.26, C1.2), and the Contract Package Area of its delivery area (Annex C). */
export function completeAssignment(
	record: Readonly<Record<string, unknown>>,
	{ cpa, terms }: { cpa: number; terms: Terms },
) {
	const hours = { weekly_hours: Number(record.weekly_hours), full_time_hours: terms.fte_weekly_hours };
	return { cpa, fte: Math.min(1, fteOf([hours])) };
}
