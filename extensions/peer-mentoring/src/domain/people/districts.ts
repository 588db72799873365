import { addDays, type CalendarDay } from '../calendar/calendar-day.ts';

/** Where somebody works, from the first to the last day. */
export interface DistrictAssignment {
	/** The District of Annex C. */
	district: string;
	from: CalendarDay;
	/** `null` while it goes on. */
	to: CalendarDay | null;
}

/**
 * How close to the end of one assignment another has to begin to be a move and no new appointment. The specification gives
 * no number; within four weeks somebody carries on.
 */
const CARRIES_ON_WITHIN = 28;

/**
 * The assignments with which a Peer Mentor carries on in another District than the one where they leave off (1.21, C1.4):
 * no Peer Mentor is moved between Districts, be it by one assignment or by an end here and a beginning there. Somebody who
 * works in two Districts side by side, without leaving either, moves nowhere.
 * @param assignments of one Peer Mentor, of whatever contract
 */
export function movesAcrossDistricts<Assignment extends DistrictAssignment>(
	assignments: readonly Assignment[],
): { left: Assignment; begun: Assignment }[] {
	return assignments.flatMap((left) => {
		const { to, from, district } = left;
		if (to === null) return [];
		const stays = assignments.some((each) => each.district === district && begins(each, to) && each !== left);
		if (stays) return [];
		return assignments
			.filter((each) => each.district !== district && each.from > from && begins(each, to))
			.map((begun) => ({ left, begun }));
	});
}

/** Whether an assignment begins about when another ends. */
function begins({ from, to }: DistrictAssignment, ended: CalendarDay): boolean {
	const isAbout = from >= addDays(ended, -CARRIES_ON_WITHIN) && from <= addDays(ended, CARRIES_ON_WITHIN);
	return isAbout && (to === null || to > ended);
}
