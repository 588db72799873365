/** What may be done to the values of a code list, and when they can be chosen. */
import type { Code } from './code-lists.ts';
import { isOffered } from './lists.ts';
import type messages from './messages.json';
import type { ProblemOf } from './problem.ts';

type Problem = ProblemOf<keyof typeof messages>;

const FORM = /^(?!\d+$)[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u;

/** A value as the rules look at it. */
export type CodeFacts = Pick<Code, 'value' | 'code' | 'en' | 'from' | 'until'> & {
	/** Whether rules depend on it. */
	ruled: boolean;
};

/** The other values of its list. */
type Others = readonly Pick<Code, 'value' | 'code'>[];

/** A new value: only of a list that rules leave open, and unlike the others. */
export function newCodeProblems(code: CodeFacts, others: Others, open: boolean): Problem[] {
	if (!open) return [{ field: 'list', code: 'list_closed' }];
	const { value } = code;
	const form: Problem[] = FORM.test(value) && !value.includes('__') ? [] : [{ field: 'value', code: 'value_form' }];
	const taken: Problem[] = others.some((other) => same(other.value, value))
		? [{ field: 'value', code: 'value_taken', params: { value } }]
		: [];
	return [...form, ...taken, ...wordProblems(code, others)];
}

/** A changed value: what is stored stays, and what rules depend on stays in use. */
export function changedCodeProblems(before: CodeFacts, after: CodeFacts, others: Others): Problem[] {
	const problems = wordProblems(after, others);
	if (after.value !== before.value) problems.push({ field: 'value', code: 'value_fixed' });
	for (const [field, day] of [
		['in_use_from', after.from],
		['in_use_until', after.until],
	] as const) {
		if (before.ruled && day) problems.push({ field, code: 'ruled_value_stays', params: { value: before.value } });
	}
	return problems;
}

/**
 * A value that goes: only one that no record has and no rule depends on.
 * @param count how many records have it
 */
export function deletedCodeProblems({ value, ruled }: Pick<CodeFacts, 'value' | 'ruled'>, count: number): Problem[] {
	if (ruled) return [{ field: 'value', code: 'ruled_value_stays', params: { value } }];
	return count > 0 ? [{ field: 'value', code: 'value_in_use', params: { value, count } }] : [];
}

/** A value chosen on a day on which it cannot be; what a record has already it keeps. */
export function chosenProblems(field: string, chosen: Code, on: string): Problem[] {
	if (isOffered(chosen, on)) return [];
	const { en, cy, from, until } = chosen;
	const label = { label: '', en, cy };
	if (until && until < on) return [{ field, code: 'value_ended', params: { ...label, until } }];
	return [{ field, code: 'value_to_come', params: { ...label, from: from ?? '' } }];
}

function wordProblems({ value, code, en, from, until }: CodeFacts, others: Others): Problem[] {
	const problems: Problem[] = [];
	if (en.trim() === '') problems.push({ field: 'english', code: 'words_missing' });
	const taken = others.find((other) => same(other.code, code));
	if (taken && taken.value !== value)
		problems.push({ field: 'code', code: 'code_taken', params: { value: taken.value } });
	if (from && until && until < from)
		problems.push({ field: 'in_use_until', code: 'until_before_from', params: { from } });
	return problems;
}

function same(one: string, other: string): boolean {
	return one.toLowerCase() === other.toLowerCase();
}
