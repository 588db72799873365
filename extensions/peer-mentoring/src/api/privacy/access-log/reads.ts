import type { RegisterFunctions, SchemaOverview } from '@directus/types';
import type { Knex } from 'knex';
import { isPersonalField } from '../../../storage/privacy/personal-data.ts';
import { isMaking, noteRead } from '../../shared/read-log.ts';
import { withKeys, type Added, type Query } from './asked-keys.ts';
import { readModelOf } from './model.ts';
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
		if (await showsValues(knex, model.isLogged(collection), collection, query)) {
			await noteRead(collection, rows.map(() => undefined), knex); // prettier-ignore
		}
		return;
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

/** Whether a summary shows something that somebody has said, as the groups by first name do. A count shows nobody. */
async function showsValues(knex: Knex, logged: boolean, collection: string, query: Query): Promise<boolean> {
	if (!logged) return false;
	const { min = [], max = [] } = query.aggregate ?? {};
	const named = [...(query.group ?? []), ...min, ...max].map((field) => /\(([^)]+)\)/.exec(field)?.[1] ?? field);
	for (const field of named) if (await isPersonalField(knex, collection, field)) return true;
	return false;
}
