/** What rules depend on is known to the lists: nobody deletes it or takes it out of use. */
import { describe, expect, it, test } from 'vitest';
import { readModel } from '../../../directus/lib/model/model-file.ts';
import { benefitContradictions } from '../../../extensions/peer-mentoring/src/domain/journey/benefits.ts';
import { RECORD_RULES } from '../../../extensions/peer-mentoring/src/domain/journey/record-rules.ts';
import { codeLists } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import { isRuled } from '../../../extensions/peer-mentoring/src/domain/language/open-lists.ts';

const model = readModel();
const LIST = 'code-list:';

/** The list that a field offers, by the file of the model. */
function listOf(collection: string, field: string): string | undefined {
	const found = model.fields.find((each) => each.collection === collection && each.field === field);
	const choices: unknown = (found?.meta?.options as { choices?: unknown } | null | undefined)?.choices;
	return typeof choices === 'string' ? choices.slice(LIST.length) : undefined;
}

/** Every value that a condition of a form compares a field with. */
function comparedIn(collection: string, rule: unknown): [list: string, value: string][] {
	if (typeof rule !== 'object' || rule === null) return [];
	return Object.entries(rule).flatMap(([name, inner]): [string, string][] => {
		const list = listOf(collection, name);
		if (list === undefined) return comparedIn(collection, inner);
		const values = Object.values(inner as object).flat();
		return values.filter((value) => typeof value === 'string').map((value) => [list, value]);
	});
}

const needed = Object.values(RECORD_RULES).flatMap((rules) =>
	(rules.needed ?? []).map(({ when }) => [when.list, when.is] as [string, string]),
);
const compared = model.fields.flatMap(({ collection, meta }) =>
	((meta?.conditions ?? []) as { rule?: unknown }[]).flatMap(({ rule }) => comparedIn(collection, rule)),
);
const distinct = (pairs: [string, string][]) => [...new Map(pairs.map((pair) => [pair.join(), pair])).values()];

describe('a value stays', () => {
	test.each(distinct(needed))('of %s: a rule asks whether an answer is %s', (list, value) => {
		expect(isRuled(list, value)).toBe(true);
	});

	test.each(distinct(compared))('of %s: a form asks whether an answer is %s', (list, value) => {
		expect(isRuled(list, value)).toBe(true);
	});

	it('of benefit, where claiming it makes somebody a DWP customer', () => {
		const listed = codeLists.benefit.filter(
			({ value }) =>
				benefitContradictions({ dwp_customer: 'no', benefits: [value], benefit_position: null }).length > 0,
		);
		expect(listed.length).toBeGreaterThan(0);
		expect(listed.filter(({ value }) => !isRuled('benefit', value))).toEqual([]);
	});

	it('as there are such questions', () => {
		expect([needed.length > 20, compared.length > 20]).toEqual([true, true]);
	});
});
