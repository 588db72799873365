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
