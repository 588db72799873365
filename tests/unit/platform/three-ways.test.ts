import { describe, expect, it } from 'vitest';
import { chosenBy } from '../../../directus/lib/three-ways/asked.ts';
import { nameOfConflict, reconcile, type Choice, type Entry } from '../../../directus/lib/three-ways/entries.ts';
import { alike, merge, withValue } from '../../../directus/lib/three-ways/merge.ts';

const words = (en: string, cy?: string) => [
	{ language: 'en-GB', translation: en },
	...(cy ? [{ language: 'cy-GB', translation: cy }] : []),
];

describe('a value, of what was pushed, what the Studio has and what the files want', () => {
	it.each<[string, [unknown, unknown, unknown], unknown, 'kept' | 'conflict' | undefined]>([
		['nobody changed', [1, 1, 1], 1, undefined],
		['the files changed', [1, 1, 2], 2, undefined],
		['the Studio changed', [1, 2, 1], 2, 'kept'],
		['both changed to the same', [1, 2, 2], 2, undefined],
		['both changed', [1, 2, 3], 2, 'conflict'],
		['the Studio emptied', [1, null, 1], null, 'kept'],
		['was empty one way and is another', [null, {}, []], [], undefined],
		['the files took away', [1, 1, undefined], undefined, undefined],
		['the Studio took away', [1, undefined, 1], undefined, 'kept'],
		['the Studio took away and the files changed', [1, undefined, 2], undefined, 'conflict'],
		['lists are one value', [[1], [1, 2], [1, 3]], [1, 2], 'conflict'],
		[
			'parts of an object each by itself',
			[
				{ a: 1, b: 1 },
				{ a: 2, b: 1 },
				{ a: 1, b: 2 },
			],
			{ a: 2, b: 2 },
			'kept',
		],
		['a part that the Studio added', [{ a: 1 }, { a: 1, b: 1 }, { a: 2 }], { a: 2, b: 1 }, 'kept'],
		['a part that the files took away', [{ a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1 }], { a: 2 }, 'kept'],
		[
			'labels each language by itself',
			[words('A', 'B'), words('Ours', 'B'), words('A', 'Theirs')],
			words('Ours', 'Theirs'),
			'kept',
		],
		['a language that the files add', [words('A'), words('Ours'), words('A', 'B')], words('Ours', 'B'), 'kept'],
	])('%s', (_, [before, studio, files], value, told) => {
		const merged = merge(before, studio, files);
		expect(merged.value).toEqual(value);
		expect([merged.kept.length > 0, merged.conflicts.length > 0]).toEqual([told === 'kept', told === 'conflict']);
	});

	it('names what the Studio alone has changed, as deep as it goes', () => {
		const same = { a: { b: 1, c: 1 }, d: [1] };
		expect(merge(same, { a: { b: 2, c: 1 }, d: [2] }, same).kept).toEqual([['a', 'b'], ['d']]);
	});

	it('names where it is in conflict, and remembers what was pushed there before', () => {
		const merged = merge({ a: { b: 1 }, c: 1 }, { a: { b: 2 }, c: 1 }, { a: { b: 3 }, c: 2 });
		expect(merged.conflicts).toEqual([{ path: ['a', 'b'], studio: 2, files: 3 }]);
		expect(merged.value).toEqual({ a: { b: 2 }, c: 2 });
		expect(merged.pushed).toEqual({ a: { b: 1 }, c: 2 });
	});
});

describe('a value at a path', () => {
	it.each<[unknown, string[], unknown, unknown]>([
		[{ a: { b: 1 }, c: 1 }, ['a', 'b'], 2, { a: { b: 2 }, c: 1 }],
		[{}, ['a', 'b'], 2, { a: { b: 2 } }],
		[{ a: 1, b: 1 }, ['a'], undefined, { b: 1 }],
		[words('A', 'B'), ['cy-GB', 'translation'], 'C', words('A', 'C')],
		[1, [], 2, 2],
	])('of %j at %j becomes %j', (whole, path, value, expected) => {
		expect(withValue(whole, path, value)).toEqual(expected);
	});
});

describe('values that ask for the same', () => {
	it.each([
		[null, {}, true],
		[undefined, [], true],
		[0, null, false],
		['', null, false],
		[{ a: 1 }, { a: 1 }, true],
		[{ a: 1 }, { a: 2 }, false],
	])('%j and %j: %s', (one, other, same) => expect(alike(one, other)).toBe(same));
});

describe('entries', () => {
	const entry = (files: Entry['files'], studio: Entry['studio']): Entry => ({
		id: 'x',
		label: 'roles x',
		files,
		studio,
	});
	const settled = (each: Entry, before?: unknown, choice?: Choice) =>
		reconcile([each], new Map(before === undefined ? [] : [['x', before]]), () => choice);

	it.each<[string, Entry, unknown, Choice | undefined, unknown, unknown]>([
		['is made where nothing was pushed', entry({ a: 1 }, undefined), undefined, undefined, { a: 1 }, { a: 1 }],
		['is the files’ where nothing was pushed', entry({ a: 1 }, { a: 2 }), undefined, undefined, { a: 1 }, { a: 1 }],
		['stays away that the Studio took away', entry({ a: 1 }, undefined), { a: 1 }, undefined, undefined, { a: 1 }],
		['comes back where the files are chosen', entry({ a: 1 }, undefined), { a: 1 }, 'files', { a: 1 }, { a: 1 }],
		['goes that the files have no more', entry(undefined, { a: 1 }), { a: 1 }, undefined, undefined, undefined],
		['stays where the Studio changed it', entry(undefined, { a: 2 }), { a: 1 }, undefined, { a: 2 }, { a: 1 }],
		['goes where the files are chosen', entry(undefined, { a: 2 }), { a: 1 }, 'files', undefined, undefined],
		['in conflict is the Studio’s', entry({ a: 3 }, { a: 2 }), { a: 1 }, undefined, { a: 2 }, { a: 1 }],
		['in conflict, the Studio chosen', entry({ a: 3 }, { a: 2 }), { a: 1 }, 'studio', { a: 2 }, { a: 3 }],
		['in conflict, the files chosen', entry({ a: 3 }, { a: 2 }), { a: 1 }, 'files', { a: 3 }, { a: 3 }],
	])('%s', (_, each, before, choice, value, pushed) => {
		const { values, pushed: remembered } = settled(each, before, choice);
		expect([values.get('x'), remembered.get('x')]).toEqual([value, pushed]);
	});

	it('are named in a conflict by label and path', () => {
		const [conflict] = settled(entry({ a: 3 }, { a: 2 }), { a: 1 }).conflicts;
		expect(nameOfConflict(conflict!)).toBe('roles x: a');
		expect(nameOfConflict({ label: 'roles x', path: [] })).toBe('roles x');
	});
});

describe('the choice of a command', () => {
	it.each<[string[], Choice | undefined, Choice | undefined]>([
		[[], undefined, undefined],
		[['--take', 'files'], 'files', 'files'],
		[['--take', 'studio', 'one'], 'studio', undefined],
	])('%j', (args, one, other) => expect([chosenBy(args)('one'), chosenBy(args)('other')]).toEqual([one, other]));

	it.each([[['--take']], [['--take', 'mine']], [['files']]])('%j is none', (args) => {
		expect(() => chosenBy(args)).toThrow('--take studio or --take files');
	});
});
