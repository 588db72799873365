import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { dictionaryEntries } from '../../../directus/lib/dictionary/entries.ts';
import { paragraphsIn } from '../../../directus/lib/dictionary/markdown.ts';
import { root } from '../../../directus/lib/environment.ts';
import { MODEL_PATH } from '../../../directus/lib/model/model-file.ts';
import { traceabilityPage } from '../../traceability/page.ts';
import {
	fieldsOf,
	PAGE_PATH,
	paragraphsOf,
	readMatrix,
	readObligations,
	readParagraphs,
	STATUSES,
} from '../../traceability/read.ts';
import { testNames } from '../../traceability/titles.ts';

interface Entry {
	type: string;
	name: string;
}

const text = readFileSync(MODEL_PATH, 'utf8');
const model = parse(text) as { fields: { collection: string; field: string; paragraph?: string }[] };
const extension = JSON.parse(readFileSync(join(root, 'extensions/peer-mentoring/package.json'), 'utf8'));
const entries = (extension['directus:extension'].entries as Entry[]).map(({ type, name }) => `${type} ${name}`);

const obligations = readObligations();
const matrix = readMatrix();
const paragraphs = readParagraphs();
const rows = Object.entries(matrix.obligations);
const cited = new Set(obligations.flatMap(paragraphsOf));
const carried = new Set(model.fields.flatMap(({ paragraph }) => paragraphsIn(paragraph)));

const namesOf = new Map<string, Set<string>>();
function isThere(test: string): boolean {
	const [, file, name] = /^(\S+\.test\.ts) > (.+)$/.exec(test) ?? [];
	const path = join(root, 'tests', file ?? '');
	if (file === undefined || name === undefined || !existsSync(path)) return false;
	if (!namesOf.has(file)) namesOf.set(file, testNames(readFileSync(path, 'utf8')));
	return namesOf.get(file)?.has(name) ?? false;
}

/** What is named and not there, each with the row that names it. */
const missing = (named: (row: (typeof rows)[number][1]) => string[], there: (each: string) => boolean) =>
	rows.flatMap(([id, row]) =>
		named(row)
			.filter((each) => !there(each))
			.map((each) => `${id}: ${each}`),
	);

describe('the list of obligations', () => {
	it('has the 82 obligations, each once', () => {
		expect(obligations).toHaveLength(82);
		expect(new Set(obligations.map(({ id }) => id)).size).toBe(82);
	});

	it('cites paragraphs that the specification has', () => {
		expect([...cited].filter((each) => !paragraphs.has(each))).toEqual([]);
	});
});

describe('the matrix', () => {
	it('has a row for every obligation, in order, and for nothing else', () => {
		expect(rows.map(([id]) => id)).toEqual(obligations.map(({ id }) => id));
	});

	it('says of each what stands, and of what is not built what is missing', () => {
		expect(
			missing(
				({ status }) => [status],
				(each) => STATUSES.some((status) => status === each),
			),
		).toEqual([]);
		const wanting = rows.filter(([, row]) => (row.status === 'built') === Boolean(row.missing?.trim()));
		expect(wanting.map(([id]) => id)).toEqual([]);
	});

	it('names for what is built what carries it and a test that proves it', () => {
		const bare = rows.filter(([, row]) => {
			const carriers = fieldsOf(row).length + (row.software?.length ?? 0);
			return row.status === 'built' && (carriers === 0 || !row.proved_by?.length);
		});
		expect(bare.map(([id]) => id)).toEqual([]);
	});

	it('names fields that the data model has', () => {
		const fields = new Set(model.fields.map(({ collection, field }) => `${collection}.${field}`));
		expect(missing(fieldsOf, (each) => fields.has(each))).toEqual([]);
	});

	it('names files and entries of the extension that are there', () => {
		const there = (each: string) => (each.includes('/') ? existsSync(join(root, each)) : entries.includes(each));
		expect(missing(({ software = [] }) => software, there)).toEqual([]);
	});

	it('names tests that are there, by their titles', () => {
		expect(missing(({ proved_by = [] }) => proved_by, isThere)).toEqual([]);
	});
});

describe('paragraphs', () => {
	it('of a field are those of an obligation or of the specification', () => {
		const unknown = model.fields.flatMap(({ collection, field, paragraph }) =>
			paragraphsIn(paragraph)
				.filter((each) => !cited.has(each) && !paragraphs.has(each))
				.map((each) => `${collection}.${field}: ${each}`),
		);
		expect(unknown).toEqual([]);
	});

	it('of an obligation are carried by a field, or there is a reason why not', () => {
		const reasons = Object.keys(matrix.paragraphs_without_a_field);
		expect([...cited].filter((each) => !carried.has(each)).sort()).toEqual(reasons.sort());
	});
});

describe('the page', () => {
	it('is what the matrix says', () => {
		const names = new Map(dictionaryEntries(text).map(({ collection, name }) => [collection, name.en]));
		const page = traceabilityPage(obligations, matrix, (collection) => names.get(collection) ?? collection);
		if (process.env.UPDATE_TRACEABILITY) writeFileSync(PAGE_PATH, page);
		expect(readFileSync(PAGE_PATH, 'utf8') === page).toBe(true);
	});
});

describe('the names of tests', () => {
	const names = testNames(`
		const ROWS = [['a row', 1]];
		describe('group', () => {
			it('one', () => {});
			it.each([['first', 1], ['second', 2]])('each of %s', () => {});
			test.each<Row>(ROWS)('named %s', () => {});
			it.skip('left out', () => {});
			it.runIf(true)('on some machines', () => {});
			expect('not a title');
		});
		describe.skip('all left out', () => it('within', () => {}));
	`);

	it.each([
		'group',
		'one',
		'group > one',
		'each of %s',
		'group > each of %s > second',
		'named %s > a row',
		'on some machines',
	])('%s is one', (name) => expect(names).toContain(name));

	it.each(['two', 'one > group', 'left out', 'within', 'not a title', 'each of %s > third', 'second', 'a row'])(
		'%s is none',
		(name) => expect(names).not.toContain(name),
	);
});
