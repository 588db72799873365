/** What the runs of a test say about the rule behind it. */
import type { NamedRule } from './rules.ts';

/** How a named test went: it may be a group, or run for each row of a table. */
export interface Outcome {
	passed: number;
	/** Of those that failed, what each says. */
	failures: readonly string[];
	/** What kept the file from running at all. */
	broken: readonly string[];
}

export const NOTHING_RAN: Outcome = { passed: 0, failures: [], broken: [] };

/** Runs the tests of rules in a copy of the repository. */
export interface Runs {
	/** All of them together, with the rules in their places. */
	all(rules: readonly NamedRule[]): Promise<(rule: NamedRule) => Outcome>;
	/** The test of one rule. @param changed the file that the rule was taken out of */
	one(rule: NamedRule, changed: string): Promise<Outcome>;
	close(): Promise<void>;
}

/** `undefined` where the test passes with the rule and fails without it; otherwise what is wrong, in words. */
export function unnoticed(withRule: Outcome, withoutRule: Outcome): string | undefined {
	if (withRule.broken.length > 0) return `the file of its test does not run: ${withRule.broken[0]}`;
	if (withRule.failures.length > 0) return `its test fails with the rule in its place: ${withRule.failures[0]}`;
	if (withRule.passed === 0) return 'no test of this name ran';
	if (withoutRule.broken.length > 0) return `taking it out breaks the file of its test: ${withoutRule.broken[0]}`;
	const [first] = withoutRule.failures;
	if (first === undefined) return 'its test passes without it';
	return withoutRule.failures.every((failure) => NOT_CODE.test(failure))
		? `it leaves no code behind: ${first}`
		: undefined;
}

/** What a rule that was cut out in the wrong place leaves: it would fail whatever the test asks. */
const NOT_CODE = /^(SyntaxError|ReferenceError)/;

export const nameOf = ({ obligation, file, find }: NamedRule) => `${obligation} ${file}: ${find.trim().split('\n')[0]}`;
