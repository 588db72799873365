/** Which rule stands behind each obligation, and the test that notices when it is taken out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** One rule, and how to take it out. */
export interface Rule {
	/** From the root of the repository. */
	file: string;
	/** The rule: a text that the file has once. */
	find: string;
	/** What stands there when the rule is out. */
	instead: string;
	/** One of the tests that the obligation's row of the matrix names. */
	test: string;
}

export interface NamedRule extends Rule {
	obligation: string;
}

export type RulesByObligation = Record<string, Rule[]>;

export const readRules = (): RulesByObligation =>
	parse(readFileSync(join(import.meta.dirname, 'rules.yaml'), 'utf8')) ?? {};

/** The control behind each attack, written as the rules are. */
export const readControls = (): RulesByObligation =>
	parse(readFileSync(join(import.meta.dirname, '../security/controls.yaml'), 'utf8'));

export const allRules = (rules: RulesByObligation): NamedRule[] =>
	Object.entries(rules).flatMap(([obligation, each]) => each.map((rule) => ({ obligation, ...rule })));

export const timesIn = (text: string, part: string) => text.split(part).length - 1;

/** A text without its rule. */
export function without(text: string, { obligation, file, find, instead }: NamedRule): string {
	if (timesIn(text, find) !== 1) throw new Error(`${obligation}: ${file} does not have this once: ${find}`);
	return text.replace(find, () => instead);
}

/** The file of a test, from the root of the repository. */
export const fileOf = ({ test }: Rule) => `tests/${test.split(' > ')[0]}`;

/** As a part of a command or a pattern: the characters themselves. */
const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const PLACEHOLDER = /%[sidfjo%#$]|\$[\w.]+/g;

/**
 * What the full name of a test is matched against: it has every part of the name in the matrix, whatever stands where a
 * table's rows differ. A row of a table is named after the title, and stands within it.
 */
export function patternOf({ test }: Rule): string {
	const texts = test
		.split(' > ')
		.slice(1)
		.flatMap((part) => part.split(PLACEHOLDER))
		.filter((text) => text.trim() !== '');
	return `^${texts.map((text) => `(?=[\\s\\S]*${literally(text)})`).join('')}`;
}

/** The pattern of all their tests. */
export const anyOf = (rules: readonly Rule[]) => rules.map((rule) => `(?:${patternOf(rule)})`).join('|');

export const filesOf = (rules: readonly Rule[]) => [...new Set(rules.map(fileOf))];

export const isUnit = ({ test }: Rule) => test.startsWith('unit/');
