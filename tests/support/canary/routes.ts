/** Every way out of the running server, as paths with something put into their places. */
import { readFileSync } from 'node:fs';

export interface Route {
	method: string;
	path: string;
}

export interface Places {
	collections: readonly string[];
	contracts: readonly string[];
	references: readonly string[];
	keysOf(collection: string): readonly string[];
}

/** What the server has said of itself when it began to listen (`routes-of-server.mjs`). */
export const routesOf = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Route[];

const MONTHS = ['2023-12', '2024-03'];
/** Values for the places that name neither a record nor a contract. */
const NAMED: Record<string, readonly string[]> = {
	month: MONTHS,
	file: MONTHS,
	kind: ['cost-register', 'ipr-log', 'contract_cost_register', 'ipr_log'],
	key: ['starts', 'referrals'],
	step: ['session', 'start', 'add-referral'],
	filename: ['x'],
	field: ['first_name', 'name'],
	token: ['0000000000000000'],
	chunk: ['index.js'],
	provider: ['default'],
};

/** The paths that a route stands for. A place that is not known takes the key of a record of every collection. */
export function pathsOf({ path }: Route, places: Places): string[] {
	let paths = [''];
	const segments = path.replace(/\(\[[^)]*\)/g, '').split('/');
	for (const [at, segment] of segments.entries()) {
		if (segment === '') continue;
		const [before = '', name, after = ''] = segment.match(/^([^:]*):(\w+)\??(.*)$/)?.slice(1) ?? [segment];
		const values = name ? valuesOf(name, segments[at - 1] ?? '', segments, places) : [''];
		paths = paths.flatMap((begun) => values.map((value) => {
			const chosen = name === 'pk' && at > 1 && segments[at - 1] === ':collection' ? value : value;
			return `${begun}/${before}${chosen}${after}`;
		})); // prettier-ignore
	}
	return paths;
}

function valuesOf(name: string, before: string, segments: readonly string[], places: Places): readonly string[] {
	if (name === 'collection') return places.collections;
	if (name === 'contract') return places.contracts;
	if (name === 'reference') return places.references;
	if (NAMED[name]) return NAMED[name];
	const [, first = ''] = segments;
	const known = [`directus_${before}`, before, first.replaceAll('-', '_'), KEYS_OF[`${first}/${before}`] ?? KEYS_OF[first] ?? '']
		.map((collection) => places.keysOf(collection))
		.find((keys) => keys.length > 0); // prettier-ignore
	return known ?? places.collections.flatMap((collection) => places.keysOf(collection).slice(0, 1));
}

/** Which records the keys of our own endpoints are of, where their names do not say. */
const KEYS_OF: Record<string, string> = {
	mentor: 'mentees',
	caseload: 'import_runs',
	'periodic-returns': 'periodic_returns',
};
