import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { daysOverMaximum, type CpaFte, type FteAssignment } from '../../domain/people/fte.ts';
import type { Located } from '../../import/form-reader.ts';
import type { MentorRecord } from '../../import/mentors.ts';
import type { StoredContract } from '../contract/contracts.ts';
import { firstOverworked, MOST_WEEKLY_HOURS } from '../../domain/people/one-person.ts';
import { readAssignments, readAssignmentsOf, readCpaFte } from '../people/fte.ts';
import type { Loading } from './context.ts';

type Record = Located<MentorRecord>;

/**
 * No Peer Mentor has more hours on any day than one person may, over all contracts and areas (2.26, C1.2).
 * @param mentors the records of a file by the Peer Mentor that they are of
 */
export async function checkHours(loading: Loading, mentors: ReadonlyMap<string, readonly Record[]>): Promise<void> {
	const assignments = await readAssignmentsOf(loading.knex, [...mentors.keys()]);
	for (const [mentor, own] of Map.groupBy(assignments, ({ peer_mentor }) => peer_mentor)) {
		const over = firstOverworked(own);
		const culprit = over && latestInForce(mentors.get(mentor) ?? [], over.from);
		if (!culprit) continue;
		const message = `weekly_hours must keep one person at or below ${MOST_WEEKLY_HOURS} hours a week over all assignments (2.26); from ${over.from} it would be ${over.hours}`;
		loading.fault(culprit.source, 'weekly_hours', 'RULE', message);
	}
}

/** No Contract Package Area has more FTE in post than its maximum on any day (1.22, Annex C). */
export async function checkFteMaximum(
	loading: Loading,
	records: readonly Record[],
	contracts: ReadonlyMap<string, StoredContract>,
): Promise<void> {
	for (const [reference, own] of Map.groupBy(records, (record) => record.contract)) {
		const contract = contracts.get(reference);
		if (!contract || !loading.maySee(contract.supplier)) continue;
		const assignments = await readAssignments(loading.knex, contract.id);
		for (const area of await readCpaFte(loading.knex, contract.cpas)) {
			const inArea = own.filter((record) => record.delivery_area.cpa === area.cpa);
			checkArea(loading, inArea, assignments, area);
		}
	}
}

function checkArea(loading: Loading, records: readonly Record[], assignments: FteAssignment[], area: CpaFte): void {
	for (const { from, fte_in_post, maximum } of daysOverMaximum(assignments, area)) {
		// The row that takes the area over its maximum is the one that began last; none where this file adds nothing.
		const culprit = latestInForce(records, from);
		if (!culprit) continue;
		const message = `weekly_hours must keep CPA ${area.cpa} at or below its maximum of ${maximum} FTE (Annex C); from ${from} it would have ${fte_in_post}`;
		loading.fault(culprit.source, 'weekly_hours', 'RULE', message);
	}
}

function latestInForce(records: readonly Record[], on: CalendarDay): Record | undefined {
	return records
		.filter(({ from, to }) => from <= on && (to === null || to >= on))
		.toSorted((a, b) => (a.from === b.from ? a.source.line - b.source.line : a.from < b.from ? -1 : 1))
		.at(-1);
}
