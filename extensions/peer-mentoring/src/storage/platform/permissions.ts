/** What the policies of an account let it read. */
import type { Knex } from 'knex';

/** The rules by which these policies read collections; a rule with nothing in it is for every row. */
export async function readRules(
	knex: Knex,
	policies: readonly string[],
	collections: readonly string[],
): Promise<Map<string, Record<string, unknown>[]>> {
	const rows: { collection: string; permissions: unknown }[] = await knex('directus_permissions')
		.where({ action: 'read' })
		.whereIn('policy', policies)
		.whereIn('collection', collections)
		.select('collection', 'permissions');
	const rules = new Map<string, Record<string, unknown>[]>();
	for (const { collection, permissions } of rows) {
		// SQLite gives JSON as text.
		const rule = typeof permissions === 'string' ? JSON.parse(permissions) : permissions;
		rules.set(collection, [...(rules.get(collection) ?? []), rule ?? {}]);
	}
	return rules;
}

/** Which fields of each collection somebody may read, by all that their roles and their account give; `*` for every one. */
export async function readableFields(
	knex: Knex,
	{ user, roles }: { user: string | null; roles: readonly string[] },
): Promise<Map<string, ReadonlySet<string>>> {
	const rows = await knex('directus_permissions as permission')
		.join('directus_access as access', 'access.policy', 'permission.policy')
		.where('permission.action', 'read')
		.where((theirs) => theirs.whereIn('access.role', roles).orWhere('access.user', user))
		.select('permission.collection', 'permission.fields');
	const found = new Map<string, Set<string>>();
	for (const { collection, fields } of rows) {
		const known = found.get(collection) ?? new Set();
		found.set(collection, known);
		for (const field of String(fields ?? '').split(',')) known.add(field);
	}
	return found;
}
