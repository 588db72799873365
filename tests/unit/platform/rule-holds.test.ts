import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFilter, validatePayload } from '@directus/utils';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ruleHolds } from '../../../extensions/peer-mentoring/src/domain/platform/rule-holds.ts';

type Rule = Record<string, unknown>;

/** As Directus judges, which the Studio and the server ask. */
function directusSays(rule: Rule, answers: Rule): boolean {
	return validatePayload(parseFilter(rule as never, null) as never, answers, { requireAll: true }).length === 0;
}

const ANSWERS = [null, '', 'yes', 'no', 'dropout', '8', 7, 8, 9, true, false, '2024-06-03', '2999-01-01', ['a', 'b']];

describe('a rule of a form holds on a phone where Directus says that it holds', () => {
	it.each<[Rule]>([
		[{ a: { _eq: 'yes' } }],
		[{ a: { _eq: 8 } }],
		[{ a: { _eq: '8' } }],
		[{ a: { _eq: true } }],
		[{ a: { _neq: 'yes' } }],
		[{ a: { _neq: 8 } }],
		[{ a: { _in: ['yes', 'dropout'] } }],
		[{ a: { _nin: ['yes', 'dropout'] } }],
		[{ a: { _null: true } }],
		[{ a: { _nnull: true } }],
		[{ a: { _empty: true } }],
		[{ a: { _nempty: true } }],
		[{ a: { _lt: 8 } }],
		[{ a: { _lte: 8 } }],
		[{ a: { _gt: 8 } }],
		[{ a: { _gte: '8' } }],
		[{ _and: [{ a: { _nnull: true } }, { a: { _neq: 'no' } }] }],
		[{ _or: [{ a: { _eq: 'no' } }, { a: { _eq: 'yes' } }] }],
	])('%j', (rule) => {
		for (const a of ANSWERS) expect([a, ruleHolds(rule, { a }, new Date())]).toEqual([a, directusSays(rule, { a })]);
	});

	it('by what a list or a text contains', () => {
		const rule = { a: { _contains: 'universal' } };
		for (const a of [null, [], ['universal_credit'], ['pension'], 'universal', 'none']) {
			expect([a, ruleHolds(rule, { a }, new Date())]).toEqual([a, directusSays(rule, { a })]);
		}
	});

	it('by now', () => {
		const rule = { a: { _lt: '$NOW' } };
		for (const a of ['2024-06-03', '2999-01-01', null]) {
			expect([a, ruleHolds(rule, { a }, new Date())]).toEqual([a, directusSays(rule, { a })]);
		}
	});

	it('for every rule of the data model, whatever is answered', () => {
		const model = parse(readFileSync(join(import.meta.dirname, '../../../schema-snapshot.yaml'), 'utf8'));
		const rules: Rule[] = model.fields.flatMap((field: { meta?: { conditions?: { rule: Rule }[] } }) =>
			(field.meta?.conditions ?? []).map(({ rule }) => rule),
		);
		expect(rules.length).toBeGreaterThan(50);
		for (const rule of rules) {
			const names = [...JSON.stringify(rule).matchAll(/"([a-z]\w*)":\{/g)].map(([, name]) => name as string);
			for (const answer of ANSWERS) {
				const answers = Object.fromEntries(names.map((name) => [name, answer]));
				expect([rule, answer, ruleHolds(rule, answers, new Date())]).toEqual([
					rule,
					answer,
					directusSays(rule, answers),
				]);
			}
		}
	});
});
