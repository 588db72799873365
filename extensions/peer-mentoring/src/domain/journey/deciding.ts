/** Which of several records of a kind is the one that the measures, the clocks and the tracker mean. */
import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { CodeOf } from '../language/code-lists.ts';

export interface Dated {
	id: string;
	held_on: CalendarDay | null;
}

export interface Meeting extends Dated {
	outcome: CodeOf<'initial_meeting_outcome'> | null;
}

export interface Interview extends Dated {
	/** Complete, or come with a file: one that is typed and unfinished does not count. */
	counted: boolean;
}

export interface Plan {
	id: string;
	agreed_on: CalendarDay | null;
	evidence: CodeOf<'plan_evidence'> | null;
}

/** Whether the person came to an initial meeting; one whose outcome is not recorded was held (Annex B, pmi_measures 8). */
export function isHeld({ outcome }: Pick<Meeting, 'outcome'>): boolean {
	return outcome !== 'did_not_attend';
}

/** Whether a SMART Action Plan is agreed: on a day, with the evidence of the Mentee's agreement (Table A, 1.13). */
export function isAgreed({ agreed_on, evidence }: Pick<Plan, 'agreed_on' | 'evidence'>): boolean {
	return agreed_on !== null && evidence !== null;
}

/** The first initial meeting that was held; while none was, the last one offered (pmi_measures 8). */
export function decidingMeeting<Row extends Meeting>(meetings: readonly Row[]): Row | undefined {
	const held = meetings.filter(isHeld);
	return held.length > 0 ? firstOf(held, ({ held_on }) => held_on) : inOrder(meetings, ({ held_on }) => held_on).at(-1);
}

/** The first Diagnostic Interview that counts; while none does, the first that was begun (pmi_measures 10). */
export function decidingInterview<Row extends Interview>(interviews: readonly Row[]): Row | undefined {
	const counted = interviews.filter((interview) => interview.counted);
	return firstOf(counted.length > 0 ? counted : interviews, ({ held_on }) => held_on);
}

/** The first plan agreed with evidence; while there is none, the first agreed (pmi_measures 12). */
export function decidingPlan<Row extends Plan>(plans: readonly Row[]): Row | undefined {
	const complete = plans.filter(isAgreed);
	return firstOf(complete.length > 0 ? complete : plans, ({ agreed_on }) => agreed_on);
}

/** The record with the earliest day; those without one come last. */
export function firstOf<Row extends { id: string }>(
	rows: readonly Row[],
	dayOf: (row: Row) => CalendarDay | null,
): Row | undefined {
	return rows.length > 1 ? inOrder(rows, dayOf)[0] : rows[0];
}

/** By day, records without one last; those of the same day by key, so that the answer never depends on the database. */
function inOrder<Row extends { id: string }>(rows: readonly Row[], dayOf: (row: Row) => CalendarDay | null): Row[] {
	const key = (row: Row) => `${dayOf(row) ?? '9999'} ${row.id}`;
	return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
