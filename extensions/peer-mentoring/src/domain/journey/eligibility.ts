import type { Problem } from './messages.ts';
import { isBlank, isYes, type PlainRecord } from './record-rules.ts';

const answersYes = (value: unknown) => value === 'yes';
const POSITIONS: readonly unknown[] = ['claims_benefits', 'unemployed_without_benefits'];

/** Each criterion, with whether an answer meets it (2.1, 2.2). */
const CRITERIA: Readonly<Record<string, (answer: unknown) => boolean>> = {
	dependency_is_a_barrier: isYes,
	aged_18_or_over: answersYes,
	lives_in_area: answersYes,
	benefit_position: (answer) => POSITIONS.includes(answer),
};

/** Whether the Supplier is satisfied on record: each criterion met, who decided, and on what assurance (2.1 to 2.3). */
export function isEligibilityComplete(meeting: PlainRecord): boolean {
	return (
		Object.entries(CRITERIA).every(([field, isMet]) => isMet(meeting[field])) &&
		!isBlank(meeting.assurance) &&
		!isBlank(meeting.decided_by)
	);
}

/**
 * Nobody starts whose eligibility was not decided (2.1 to 2.3): beside each answer that is missing. An answer that rules
 * the person out is refused for what it says. A meeting that came with a file may be completed answer by answer.
 */
export function eligibilityProblems(before: PlainRecord | undefined, after: PlainRecord): Problem[] {
	if (after.outcome !== 'start' || isEligibilityComplete(after)) return [];
	if (before?.outcome === 'start' && !isEligibilityComplete(before)) return [];
	const problems: Problem[] = Object.keys(CRITERIA)
		.filter((field) => isBlank(after[field]) || after[field] === 'not_known')
		.map((field) => ({ field, code: 'eligibility_unanswered' }));
	if (isBlank(after.assurance)) problems.push({ field: 'assurance', code: 'assurance_missing' });
	if (isBlank(after.decided_by)) problems.push({ field: 'outcome', code: 'decider_missing' });
	return problems;
}
