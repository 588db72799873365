/** What proves that something of a contract was done: without it, it does not count as done (2.25, 2.29, 3.1, 3.8, 3.14). */
import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { CodeList } from '../language/code-lists.ts';
import { isBlank, type PlainRecord } from './record-rule.ts';
import type { Problem as ContractProblem } from '../contract/messages.ts';
import type { Problem as JourneyProblem } from './messages.ts';

interface Evidence {
	/** Where the evidence stands. */
	field: string;
	/** What it proves: that a day has come, or one of the answers that somebody gave. Left out, the record by itself. */
	of?: { day: string } | { field: string; is: readonly string[]; list: CodeList };
	/** Whether it comes later than what it proves: it is asked for as a thing to do, and nothing is refused. */
	later?: true;
}

const given = (field: string, day: string): Evidence => ({ field, of: { day } });
const answered = (field: string, list: CodeList, ...is: string[]): Evidence => ({
	field,
	of: { field: 'status', is, list },
});

export const EVIDENCE: Readonly<Record<string, readonly Evidence[]>> = {
	// 2.29: each milestone has its product.
	milestones: [given('evidence', 'met_on')],
	// 3.12, 3.14, 5.2: what was answered, or where the answer is.
	information_requests: [given('answer', 'answered_on')],
	// 2.25, 2.29: a plan is a document; an approval is somebody's, on a day.
	implementation_plans: [
		answered('document', 'plan_status', 'submitted', 'approved'),
		answered('approved_by', 'plan_status', 'approved'),
	],
	exit_plans: [
		answered('document', 'plan_status', 'submitted', 'approved'),
		answered('approved_on', 'plan_status', 'approved'),
		answered('approved_by', 'plan_status', 'approved'),
	],
	// 2.25, 5.6
	marketing_products: [answered('approved_by', 'approval_status', 'approved')],
	// 2.29, 3.1: output note and action points, or the minutes.
	meetings: [{ ...given('notes', 'held_on'), later: true }],
	// 2.31, 3.8: the register itself; its file is added to the entry.
	ipr_log_entries: [{ field: 'document', later: true }],
	cost_register_entries: [{ field: 'document', later: true }],
};

/** What a record says was done and does not prove; nothing of a record that says nothing was. */
export function evidenceMissing(collection: string, record: PlainRecord): string[] {
	return (EVIDENCE[collection] ?? []).filter((each) => lacks(each, record)).map(({ field }) => field);
}

/** What is refused where it is typed: said to be done, and not proved. */
export function evidenceProblems(collection: string, record: PlainRecord): (ContractProblem | JourneyProblem)[] {
	return (EVIDENCE[collection] ?? [])
		.filter((each) => !each.later && lacks(each, record))
		.map(({ field, of }) =>
			of && 'is' in of
				? { field, code: 'required_when', params: { list: of.list, because: String(record[of.field]) } }
				: { field, code: 'evidence_missing' },
		);
}

/** The day on which something was done, once that is proved; `null` until then (2.29, 3.14, 5.2). */
export function provenOn(collection: string, record: PlainRecord, day: CalendarDay | null): CalendarDay | null {
	return evidenceMissing(collection, record).length > 0 ? null : day;
}

function lacks({ field, of }: Evidence, record: PlainRecord): boolean {
	const isSaid = !of || ('day' in of ? !isBlank(record[of.day]) : of.is.includes(String(record[of.field])));
	return isSaid && isBlank(record[field]);
}
