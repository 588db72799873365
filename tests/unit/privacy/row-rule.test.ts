import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { MODEL_PATH } from '../../../directus/lib/model/model-file.ts';
import { familyOf, type Relation } from '../../../extensions/peer-mentoring/src/domain/privacy/personal-data.ts';
import { rowRule, type RowRule } from '../../../extensions/peer-mentoring/src/domain/privacy/row-rule.ts';
import lookedAfter from '../../../extensions/peer-mentoring/src/storage/privacy/looked-after.json' with { type: 'json' };

const OWN = { mentor_user: { _eq: '$CURRENT_USER' } };
const IN_USE = { supplier: { _eq: '$S' }, restricted: { _eq: false } };
const LINKS = [
	['notes', 'mentee', 'mentees'],
	['replies', 'note', 'notes'],
	['pairs', 'one', 'mentees'],
	['pairs', 'other', 'mentees'],
	['pairs', 'before', 'pairs'],
	['sessions', 'also', 'mentees'],
	['round', 'round', 'round'],
].map(([collection = '', field = '', parent = '']) => ({ collection, field, parent, key: 'id' }));

const ruleOf = (collection: string, read: Record<string, RowRule[]>) =>
	rowRule(collection, {
		links: LINKS,
		isAdded: (name) => name !== 'sessions',
		readBy: (name) => read[name] ?? [],
	});

/** What a rule says of a row, whose records above it stand in their fields. */
function says(rule: unknown, row: Record<string, unknown>): boolean {
	return Object.entries(rule as object).every(([name, of]) => {
		if (name === '_and') return (of as object[]).every((each) => says(each, row));
		if (name === '_or') return (of as object[]).some((each) => says(each, row));
		const value = row[name] ?? null;
		if ('_null' in of) return value === null;
		if ('_nnull' in of) return value !== null;
		if ('_eq' in of) return value === of._eq;
		return says(of, (value ?? {}) as Record<string, unknown>);
	});
}

describe('a row is for whoever reads each record above it (2.25, 3.6, 5.3)', () => {
	const mine = { mentor_user: '$CURRENT_USER', supplier: '$S', restricted: false };
	const theirs = { mentor_user: 'another', supplier: 'T', restricted: false };
	const withdrawn = { ...mine, restricted: true };

	it.each<[string, string, Record<string, RowRule[]>, Record<string, unknown>, boolean]>([
		['of one’s own Mentee', 'notes', { mentees: [OWN] }, { mentee: mine }, true],
		['of another’s', 'notes', { mentees: [OWN] }, { mentee: theirs }, false],
		['of nobody', 'notes', { mentees: [OWN] }, {}, false],
		['of nobody, read without a rule', 'notes', { mentees: [{}] }, {}, false],
		['of anybody, read without a rule', 'notes', { mentees: [{}] }, { mentee: theirs }, true],
		['where a rule has two parts', 'notes', { mentees: [IN_USE] }, { mentee: mine }, true],
		['of whoever has withdrawn', 'notes', { mentees: [IN_USE] }, { mentee: withdrawn }, false],
		[
			'for the second of two reasons',
			'notes',
			{ mentees: [OWN, IN_USE] },
			{ mentee: { ...mine, mentor_user: 'x' } },
			true,
		],
		['by those who read no Mentee', 'notes', {}, { mentee: mine }, false],
		['a step further down', 'replies', { mentees: [OWN], notes: [{}] }, { note: { mentee: mine } }, true],
		[
			'of another’s, a step further down',
			'replies',
			{ mentees: [OWN], notes: [{}] },
			{ note: { mentee: theirs } },
			false,
		],
		['by those who read the step above not', 'replies', { mentees: [OWN] }, { note: { mentee: mine } }, false],
		['that names two of one’s own', 'pairs', { mentees: [OWN] }, { one: mine, other: mine }, true],
		['that names another’s too', 'pairs', { mentees: [OWN] }, { one: mine, other: theirs }, false],
		['that names one of two', 'pairs', { mentees: [OWN] }, { other: mine }, true],
		['that hangs on one of its own kind', 'pairs', { mentees: [OWN] }, { one: mine, before: { one: theirs } }, true],
		['of ours with a field added, left empty', 'sessions', { mentees: [OWN] }, {}, true],
		['of ours with a field added, for another’s', 'sessions', { mentees: [OWN] }, { also: theirs }, false],
	])('a row %s', (_, collection, read, row, readable) => {
		expect(says(ruleOf(collection, read), row)).toBe(readable);
	});

	it('and nothing follows where no step leads to a person', () => {
		expect(ruleOf('moods', {})).toBeUndefined();
		expect(ruleOf('round', {})).toBeUndefined();
	});
});

describe('what code of ours looks after', () => {
	const model = parse(readFileSync(MODEL_PATH, 'utf8')) as {
		collections: { collection: string }[];
		relations: Relation[];
	};

	it('is there: what is not named is held by its relations', () => {
		const collections = model.collections.map(({ collection }) => collection);
		expect(collections).toEqual(expect.arrayContaining(lookedAfter.collections));
		const links = familyOf(model.relations).map(({ collection, field }) => `${collection}.${field}`);
		expect(links).toEqual(expect.arrayContaining(lookedAfter.links));
		const lists = model.relations.map(({ related_collection, meta }) => `${related_collection}.${meta?.one_field}`);
		expect(lists).toEqual(expect.arrayContaining(lookedAfter.lists));
	});
});
