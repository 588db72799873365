/** What is asked of every way out, by everybody. */
import { pathsOf, type Places, type Route } from './routes.ts';
import type { Canaries, CanaryField } from './tokens.ts';

export interface Probe {
	method: string;
	path: string;
	body?: unknown;
	/** Asked beside it, of somebody who is not there: both are answered alike by whoever may not see the field. */
	like?: string;
}

/** A relation of the running server: a record names another one. */
export interface Relation {
	collection: string;
	field: string;
	related_collection: string | null;
	meta: { one_field: string | null } | null;
}

const NOBODY = 'cnryzzq000000000000';
const WAYS = ['', '?fields=*.*&limit=20', '?limit=-1&export=json', '?export=csv&limit=50', '?export=xml&limit=20', '?export=yaml&limit=20', '?meta=*&limit=1']; // prettier-ignore

/** The routes of records, of which more is asked than of others. */
const ITEMS = '/items/:collection';

export function* probesOf(
	routes: readonly Route[],
	places: Places,
	canaries: Canaries,
	relations: readonly Relation[],
): Generator<Probe> {
	for (const route of routes) {
		if (!['GET', 'SEARCH', 'ALL'].includes(route.method) || route.path === '/') continue;
		for (const path of pathsOf(route, places)) {
			if (route.method === 'SEARCH') yield { method: 'SEARCH', path, body: { query: { limit: 50, fields: ['*.*'] } } };
			else if (route.path === ITEMS) for (const way of WAYS) yield { method: 'GET', path: path + way };
			else yield { method: 'GET', path };
		}
	}
	yield* ofRecords(places, canaries);
	for (const field of canaries.fields) yield* ofField(field, canaries);
	for (const relation of relations) yield* ofRelation(relation, canaries);
	yield* ofOurOwn(places);
}

function* ofRecords({ collections, keysOf }: Places, { fields }: Canaries): Generator<Probe> {
	for (const collection of collections) {
		const path = `${routeOf(collection)}`;
		for (const id of keysOf(collection)) yield { method: 'GET', path: `${path}/${id}?fields=*.*` };
		if (path.startsWith('/items')) yield* inGraphql(collection, fields.filter((each) => each.collection === collection), keysOf(collection)); // prettier-ignore
		yield { method: 'POST', path: `/utils/export/${collection}`, body: { query: { limit: 10 }, format: 'json', file: { folder: null } } }; // prettier-ignore
	}
}

function* inGraphql(collection: string, fields: readonly CanaryField[], keys: readonly string[]): Generator<Probe> {
	const ask = (query: string): Probe => ({ method: 'POST', path: '/graphql', body: { query } });
	const names = fields.filter(({ json }) => !json).map(({ field }) => field);
	const wanted = ['id', ...names].join(' ');
	yield ask(`{ ${collection}(limit: 50) { ${wanted} } }`);
	yield ask(`{ ${collection}_aggregated { count { id } } }`);
	for (const id of keys.slice(0, 2)) yield ask(`{ ${collection}_by_id(id: "${id}") { ${wanted} } }`);
	for (const name of names) {
		yield ask(`{ x: ${collection}(limit: 5, sort: ["${name}"]) { y: ${name} } }`);
		yield ask(`{ ${collection}_aggregated(groupBy: ["${name}"]) { group count { id } } }`);
	}
}

function* ofField(each: CanaryField, canaries: Canaries): Generator<Probe> {
	const { collection, field, json } = each;
	const path = routeOf(collection);
	const get = (query: string, like?: string): Probe => ({
		method: 'GET',
		path: `${path}?${query}`,
		...(like && { like: `${path}?${like}` }),
	});
	yield get(`fields=${field}&limit=-1`);
	yield get(`alias[x]=${field}&fields=x&limit=20`);
	yield get(`sort=-${field}&limit=5`);
	yield get(`groupBy[]=${field}&aggregate[count]=id&limit=20`);
	for (const summary of ['min', 'max', 'countDistinct']) yield get(`aggregate[${summary}]=${field}`);
	if (json) return;
	for (const token of canaries.tokensOf(each)) {
		yield get(`filter[${field}][_eq]=${token}&fields=id`, `filter[${field}][_eq]=${NOBODY}&fields=id`);
		yield get(
			`filter[${field}][_contains]=${token.slice(2, 16)}&aggregate[count]=id`,
			`filter[${field}][_contains]=${NOBODY.slice(2, 16)}&aggregate[count]=id`,
		);
		yield get(`search=${token}&fields=id`, `search=${NOBODY}&fields=id`);
	}
}

function* ofRelation({ collection, field, related_collection, meta }: Relation, canaries: Canaries): Generator<Probe> {
	if (!related_collection) return;
	const steps: [string, string, string][] = [[collection, field, related_collection]];
	if (meta?.one_field) steps.push([related_collection, meta.one_field, collection]);
	for (const [from, by, to] of steps) {
		const path = routeOf(from);
		yield { method: 'GET', path: `${path}?fields=${by}.*&limit=50` };
		yield { method: 'GET', path: `${path}?fields=${by}.*.*&limit=20` };
		for (const each of canaries.fields.filter((other) => other.collection === to && !other.json)) {
			yield { method: 'GET', path: `${path}?fields=${by}.${each.field}&limit=50` };
			yield { method: 'GET', path: `${path}?sort=${by}.${each.field}&limit=2` };
			const [token = NOBODY] = canaries.tokensOf(each);
			yield {
				method: 'GET',
				path: `${path}?filter[${by}][${each.field}][_eq]=${token}&fields=id`,
				like: `${path}?filter[${by}][${each.field}][_eq]=${NOBODY}&fields=id`,
			};
		}
	}
}

/** Questions that our own endpoints ask for, beside their paths. */
function* ofOurOwn({ contracts }: Places): Generator<Probe> {
	const period = 'from=2023-01&to=2025-12';
	for (const count of ['referrals', 'starts', 'completions', 'sessions', 'dropouts']) {
		for (const by of ['', '&by=cpa', '&by=contract', '&by=peer_mentor', '&by=month']) {
			yield { method: 'GET', path: `/figures?count=${count}&${period}${by}` };
			yield { method: 'GET', path: `/figures/records?count=${count}&${period}${by}` };
		}
	}
	for (const contract of contracts) {
		yield { method: 'GET', path: `/service-levels/clocks?contract=${contract}` };
		yield { method: 'POST', path: `/mentee-tracker/${contract}/2024-03.xlsx`, body: { password: 'quiet otter violin plum' } }; // prettier-ignore
	}
}

/** Directus answers for its own collections elsewhere. */
const routeOf = (collection: string) =>
	collection.startsWith('directus_') ? `/${collection.slice('directus_'.length)}` : `/items/${collection}`;
