import type { RegisterFunctions, SchemaOverview } from '@directus/types';
import type { Knex } from 'knex';
import { isPersonalField } from '../../../storage/privacy/personal-data.ts';
import { isMaking, noteRead } from '../../shared/read-log.ts';
import { withKeys, type Added, type Query } from './asked-keys.ts';
import { readModelOf, type ReadModel } from './model.ts';
import { permissionReader } from './permitted.ts';
import { noteRows, without } from './read-rows.ts';

/** What reads of Directus's own may hold rows of people in: by a relation, or as copies of them. */
const SCOPES = ['items', 'activity', 'comments', 'files', 'notifications', 'revisions', 'roles', 'users'];

/** Every read that Directus does for somebody passes here: lists, single records, nested ones, GraphQL and exports. */
export function logReads(filter: RegisterFunctions['filter']): void {
	const added = new WeakMap<object, Added>();
	const permitsOf = permissionReader();
	for (const scope of SCOPES) {
		filter<Query>(`${scope}.query`, async (query, { collection }, { accountability, schema, database }) => {
			if (!accountability || !schema) return query;
			const permits = await permitsOf(database as unknown as Knex, accountability);
			const asked = withKeys(readModelOf(schema), collection, query, permits);
			if (asked.added.length > 0) added.set(asked.query, asked.added);
			return asked.query;
		});
		filter<unknown[]>(`${scope}.read`, async (rows, { query, collection }, { accountability, schema, database }) => {
			if (!accountability || !schema) return rows;
			await noteAll(database as unknown as Knex, schema, collection, rows, query as Query);
			without(rows, added.get(query) ?? []);
			return rows;
		});
	}
}

async function noteAll(
	knex: Knex,
	schema: SchemaOverview,
	collection: string,
	rows: readonly unknown[],
	query: Query,
): Promise<void> {
	const model = readModelOf(schema);
	if (query.group || query.aggregate) {
		for (const [of, keys] of await shownBySummary(knex, model, collection, rows, query)) await noteRead(of, keys, knex);
		return;
	}
	// How many there are is told beside no rows at all.
	if (query.limit === 0 && model.isLogged(collection) && (await asksAboutSomebody(knex, model, collection, query))) {
		await noteRead(collection, [undefined], knex);
	}
	const found = new Map<string, unknown[]>();
	const made = isMaking(collection) ? new Set(rows) : undefined;
	noteRows(model, collection, rows, query, (of, key, row) => {
		if (made?.has(row)) return;
		const keys = found.get(of);
		if (keys) keys.push(key);
		else found.set(of, [key]);
	});
	for (const [of, keys] of found) await noteRead(of, keys, knex);
}

/**
 * The rows that a summary tells of: by their keys where it is grouped by these, without where it is grouped by what
 * somebody has said, or asks who has said something. How many there are of a kind shows nobody.
 */
async function shownBySummary(
	knex: Knex,
	model: ReadModel,
	collection: string,
	rows: readonly unknown[],
	query: Query,
): Promise<[string, unknown[]][]> {
	if (!model.isLogged(collection)) return [];
	const groups = query.group ?? [];
	const primary = model.primary(collection);
	const valuesOf = (field: string) => rows.map((row) => (row as Record<string, unknown>)[field]);
	if (groups.includes(primary)) return [[collection, valuesOf(primary)]];
	const persons = groups.flatMap((field): [string, unknown[]][] => {
		const target = model.target(collection, field);
		return target !== undefined && model.isLogged(target) ? [[target, valuesOf(field)]] : [];
	});
	if (persons.length > 0) return persons;
	const { min = [], max = [] } = query.aggregate ?? {};
	const named = [...groups, ...min, ...max].map((field) => /\(([^)]+)\)/.exec(field)?.[1] ?? field);
	if (await asksAboutSomebody(knex, model, collection, query, named)) return [[collection, rows.map(() => undefined)]];
	return [];
}

/**
 * Whether a query compares with the key of somebody or, letter by letter, with what they have said, or shows that.
 * @param named fields whose values it shows
 */
async function asksAboutSomebody(
	knex: Knex,
	model: ReadModel,
	collection: string,
	{ search, filter }: Query,
	named: readonly string[] = [],
): Promise<boolean> {
	if (search) return true;
	const isKey = (field: string) =>
		field === model.primary(collection) || model.isLogged(model.target(collection, field) ?? '');
	if (namesIn(filter, (operator) => BY_KEY.includes(operator)).some(isKey)) return true;
	for (const field of [...named, ...namesIn(filter, (operator) => BY_LETTERS.test(operator))]) {
		if (await isPersonalField(knex, collection, field)) return true;
	}
	return false;
}

/** Comparisons with what somebody has written, letter by letter if need be. */
const BY_LETTERS = /^_n?i?(?:contains|starts_with|ends_with|like|regex)$/;
/** Comparisons with the key of somebody. */
const BY_KEY = ['_eq', '_in'];

/** The fields of its own that a filter compares like this; `_and` and its like stand for nothing. */
function namesIn(filter: unknown, isSo: (operator: string) => boolean): string[] {
	if (Array.isArray(filter)) return filter.flatMap((each) => namesIn(each, isSo));
	if (typeof filter !== 'object' || filter === null) return [];
	return Object.entries(filter).flatMap(([name, value]) => {
		if (name.startsWith('_')) return namesIn(value, isSo);
		return Object.keys((value as object | null) ?? {}).some(isSo) ? [name] : [];
	});
}
