/** The forms of collections as Directus keeps them, with everything that a form shows. */
import type { Knex } from 'knex';
import type { Condition } from '../../domain/platform/conditions.ts';
import type { FieldChoice, Translation } from './data-model.ts';

export interface StoredField {
	collection: string;
	field: string;
	interface: string | null;
	special: readonly string[];
	options: Record<string, unknown> & { choices?: readonly FieldChoice[] };
	conditions: readonly (Condition & { readonly?: boolean | null })[];
	required: boolean;
	readonly: boolean;
	hidden: boolean;
	sort: number | null;
	group: string | null;
	note: string | null;
	translations: readonly Translation[];
}

/** Every field of these collections. */
export async function readForms(knex: Knex, collections: readonly string[]): Promise<StoredField[]> {
	const rows = await knex('directus_fields').whereIn('collection', collections).select('*');
	return rows.map((row) => ({
		collection: row.collection,
		field: row.field,
		interface: row.interface,
		special: String(row.special ?? '')
			.split(',')
			.filter(Boolean),
		options: parsed(row.options) ?? {},
		conditions: parsed(row.conditions) ?? [],
		required: Boolean(row.required),
		readonly: Boolean(row.readonly),
		hidden: Boolean(row.hidden),
		sort: row.sort === null ? null : Number(row.sort),
		group: row.group,
		note: row.note,
		translations: parsed(row.translations) ?? [],
	}));
}

/** SQLite gives JSON as text. */
function parsed<Content>(value: unknown): Content | undefined {
	if (value === null || value === undefined || value === '') return undefined;
	return (typeof value === 'string' ? JSON.parse(value) : value) as Content;
}

/** For each field that leads to another record: the collection that it leads to. */
export async function readLinks(knex: Knex, collections: readonly string[]): Promise<Map<string, string>> {
	const rows = await knex('directus_relations')
		.whereIn('many_collection', collections)
		.whereNotNull('one_collection')
		.select('many_collection', 'many_field', 'one_collection');
	return new Map(
		rows.map(({ many_collection, many_field, one_collection }) => [`${many_collection}.${many_field}`, one_collection]),
	);
}

export type Action = 'create' | 'update' | 'read';

/** What somebody may write and read: the fields, by `collection action`; `*` is every field. */
export async function readGrants(
	knex: Knex,
	user: string,
	collections: readonly string[],
): Promise<Map<string, ReadonlySet<string>>> {
	const account = await knex('directus_users').where({ id: user }).first('role');
	const policies = knex('directus_access')
		.where({ user })
		.orWhere({ role: account?.role ?? null })
		.select('policy');
	const rows = await knex('directus_permissions')
		.whereIn('policy', policies)
		.whereIn('collection', collections)
		.select('collection', 'action', 'fields');
	const grants = new Map<string, Set<string>>();
	for (const { collection, action, fields } of rows) {
		const key = `${collection} ${action}`;
		// Directus keeps such lists as text with commas.
		const names = String(fields ?? '').split(',');
		grants.set(key, new Set([...(grants.get(key) ?? []), ...names.filter(Boolean)]));
	}
	return grants;
}
