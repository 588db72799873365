import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../directus/lib/environment.ts';
import { readMatrix, readObligations } from '../../traceability/read.ts';
import { controlsPage } from '../../traceability/controls-page.ts';
import {
	allRules,
	fileOf,
	patternOf,
	readControls,
	readRules,
	timesIn,
	without,
	type NamedRule,
	type Rule,
} from '../../traceability/rules.ts';
import { testNames } from '../../traceability/titles.ts';
import { unnoticed, type Outcome } from '../../traceability/verdict.ts';

const rules = readRules();
const matrix = readMatrix().obligations;
const all = allRules(rules);

describe('the rules behind the obligations', () => {
	it('are named for every obligation, in order', () => {
		expect(Object.keys(rules)).toEqual(readObligations().map(({ id }) => id));
		expect(Object.entries(rules).filter(([, each]) => each.length === 0)).toEqual([]);
	});

	it('stand once in their files, and something else is there when they are out', () => {
		const wrong = all.filter(({ file, find, instead }) => {
			const path = join(root, file);
			return find === instead || !existsSync(path) || timesIn(readFileSync(path, 'utf8'), find) !== 1;
		});
		expect(wrong.map(({ obligation, file, find }) => `${obligation} ${file}: ${find}`)).toEqual([]);
	});

	it('have a test that their row of the matrix names', () => {
		const strange = all.filter(({ obligation, test }) => !matrix[obligation]?.proved_by?.includes(test));
		expect(strange.map(({ obligation, test }) => `${obligation}: ${test}`)).toEqual([]);
	});
});

describe('the controls behind attacks', () => {
	const controls = allRules(readControls());

	it('stand once in their files, and have a test that is there', () => {
		const wrong = controls.filter(({ file, find, instead, test }) => {
			const name = test.slice(test.indexOf(' > ') + 3);
			const names = testNames(readFileSync(join(root, fileOf({ test } as Rule)), 'utf8'));
			return find === instead || timesIn(readFileSync(join(root, file), 'utf8'), find) !== 1 || !names.has(name);
		});
		expect(wrong.map(({ obligation, file, test }) => `${obligation}: ${file}, ${test}`)).toEqual([]);
	});

	it('are listed on their page', () => {
		const path = join(root, 'docs/security/controls.md');
		const page = controlsPage(readControls());
		if (process.env.UPDATE_CONTROLS) writeFileSync(path, page);
		expect(readFileSync(path, 'utf8')).toBe(page);
	});
});

describe('a rule', () => {
	const rule: NamedRule = { obligation: 'X', file: 'a.ts', find: 'a > $1', instead: '$&', test: 'unit/a.test.ts > a' };

	it('is taken out as it stands', () => expect(without('if (a > $1)', rule)).toBe('if ($&)'));

	it.each(['', 'a > $1, a > $1'])('is not taken out of %j', (text) => {
		expect(() => without(text, rule)).toThrow('X: a.ts does not have this once: a > $1');
	});

	it.each([
		['group > each (2.1) > first row', 'group each (2.1) first row', true],
		['group > %s of %i > first', 'group the first of 3', true],
		['group > %s of %i > first', 'group the second of 3', false],
		['one > CPA$cpa: adds up', 'one CPA7: adds up', true],
		['one', 'another', false],
	])('has the test %s: %s', (test, name, is) => {
		expect(new RegExp(patternOf({ ...rule, test: `unit/a.test.ts > ${test}` })).test(name)).toBe(is);
	});
});

describe('a rule is noticed', () => {
	const fine: Outcome = { passed: 2, failures: [], broken: [] };
	const missed: Outcome = { passed: 1, failures: ['AssertionError: expected 1 to be 2'], broken: [] };

	it('when its test fails without it', () => expect(unnoticed(fine, missed)).toBeUndefined());

	it.each<[string, Outcome, Outcome, string]>([
		['its test passes', fine, fine, 'its test passes without it'],
		['its test failed before', missed, missed, 'its test fails with the rule in its place'],
		['there is no such test', { ...fine, passed: 0 }, fine, 'no test of this name ran'],
		['nothing runs any more', fine, { ...fine, broken: ['SyntaxError'] }, 'taking it out breaks the file'],
		['nothing ran before', { ...fine, broken: ['SyntaxError'] }, fine, 'the file of its test does not run'],
		['the code breaks', fine, { ...fine, failures: ['ReferenceError: x'] }, 'it leaves no code behind'],
	])('not when %s', (_, withRule, withoutRule, said) => expect(unnoticed(withRule, withoutRule)).toContain(said));
});
