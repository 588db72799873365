/** `npm run screenshots` knows every page there is. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { FOLDERS } from '../../../directus/lib/config/files.ts';
import { PICTURES } from '../../support/screenshots/pages.ts';

const SOURCE = 'extensions/peer-mentoring/src';
const KEY = 'KEY';
const found = {
	...{ mentee: KEY, plan: KEY, reference: KEY, referral: KEY, mentor: KEY, refer: KEY, confirm: KEY },
	about: () => '',
};
const paths = PICTURES.map(({ path }) => path(found).replace(/\?.*/, ''));
const read = (path: string) => readFileSync(path, 'utf8');
const matchesOf = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name as string);

it('each picture has a name of its own', () => {
	const names = PICTURES.map(({ name }) => name);
	expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
	expect(names.filter((name) => !/^[a-z0-9-]+$/.test(name))).toEqual([]);
});

it('every page of the mentors’ app is among them, and every step', () => {
	const app = read(join(SOURCE, 'mentor/app.vue'));
	const pages = matchesOf(app, /place\.page === '([a-z-]*)'/g);
	expect(pages.length).toBeGreaterThan(4);
	const first = paths.filter((path) => path.startsWith('mentor/')).map((path) => path.split('/')[1]);
	expect(pages.filter((page) => !first.includes(page))).toEqual([]);
	const ofPerson = matchesOf(app, /isOfPerson\('([a-z-]+)'\)/g);
	expect(ofPerson.filter((page) => !paths.includes(`mentor/people/${KEY}/${page}`))).toEqual([]);
	const steps = globSync('*.yaml', { cwd: FOLDERS.steps }).map((file) => basename(file, '.yaml'));
	expect(steps.filter((step) => !paths.includes(`mentor/steps/${step}`))).toEqual([]);
});

it('every page that an endpoint sends', () => {
	const adapters = globSync(`${SOURCE}/api/!(shared)/*/**/*.ts`)
		.filter((file) => /\b(?:sendPage|sendPaper|sendShell|noticePage)\(/.test(read(file)))
		.map((file) => file.slice(`${SOURCE}/api/`.length).split('/')[1]);
	expect(new Set(adapters).size).toBeGreaterThan(5);
	const first = paths.map((path) => path.split('/')[0]);
	expect([...new Set(adapters)].filter((adapter) => !first.includes(adapter as string))).toEqual([]);
});

it('every page of the Studio that is ours', () => {
	const modules = globSync(`${SOURCE}/app/*/*/index.ts`).map(read);
	const pages = modules.flatMap((text) => {
		const [id] = matchesOf(text, /defineModule\(\{[\s\S]*?id: '([a-z-]+)'/g);
		if (id === undefined) return [];
		return matchesOf(text, /\bpath: '([^':]*)/g).map((path) => `admin/${id}/${path}`.replace(/\/+$/, ''));
	});
	expect(pages.length).toBeGreaterThan(8);
	expect(pages.filter((page) => !paths.some((path) => path === page || path.startsWith(`${page}/`)))).toEqual([]);
	const dashboards = globSync('*.yaml', { cwd: FOLDERS.dashboards });
	expect(paths.filter((path) => /^admin\/insights\/[0-9a-f-]{36}$/.test(path))).toHaveLength(dashboards.length);
});
