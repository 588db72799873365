import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const pages = globSync(['*.md', 'docs/**/*.md', 'directus/*.md'], { cwd: root }).sort();
const read = (page: string) => readFileSync(join(root, page), 'utf8');

/** Paths from the root of the repository that a page names as code: with a folder of ours in front, and no placeholder. */
const named = (text: string) =>
	[...text.matchAll(/`((?:extensions|directus|tests|flows|seed|docs)\/[^`<>*{} ]*)`/g)].map(
		([, path]) => path as string,
	);

const linked = (text: string) =>
	[...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path]) => path as string).filter((path) => !path.startsWith('http'));

describe.each(pages)('%s', (page) => {
	it('names files and folders that are there', () => {
		expect(named(read(page)).filter((path) => !existsSync(join(root, path)))).toEqual([]);
	});

	it('links to pages that are there', () => {
		expect(linked(read(page)).filter((path) => !existsSync(join(root, dirname(page), path)))).toEqual([]);
	});
});

describe('the ten paragraphs of the architecture page', () => {
	const rows = [...read('docs/architecture.md').matchAll(/^\| ([^|]+?) +\| `([a-z-]+\/[a-z/-]+\.ts)` +\|$/gm)];

	it('are ten', () => {
		expect(rows).toHaveLength(10);
	});

	it.each(rows.map(([, paragraph, file]) => [paragraph as string, file as string]))(
		'%s is in %s',
		(paragraph, file) => {
			const text = readFileSync(join(root, 'extensions/peer-mentoring/src/domain', file), 'utf8');
			const cited = paragraph
				.split(':')[0]
				?.split(/,| to /)[0]
				?.trim() as string;
			expect(text).toContain(cited);
		},
	);
});
