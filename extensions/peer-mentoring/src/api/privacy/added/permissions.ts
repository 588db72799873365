import type { Knex } from 'knex';
import { rowRule, type RowRule } from '../../../domain/privacy/row-rule.ts';
import { readRules } from '../../../storage/platform/permissions.ts';
import { REVISIONS } from '../../../storage/platform/records.ts';
import { addedFamily, addedLinks, addedLists, isAdded } from '../../../storage/privacy/added.ts';
import type { Overview } from '../../../storage/privacy/personal-data.ts';

/** A permission as Directus reads it before it decides. */
export interface Permission {
	policy: string | null;
	collection: string;
	action: string;
	permissions: RowRule | null;
	fields: string[] | null;
}

/** No row has it: keys are never empty. */
const NO_ROW = (overview: Overview, collection: string): RowRule => ({
	[overview.collections[collection]?.primary ?? 'id']: { _null: true },
});

/**
 * Permissions with what the relations add to them: whoever was given an added collection, by a row rule or without one,
 * reaches the rows of those people whom they read anyway.
 * @param policies all that the reader has
 */
export async function heldByRelations(
	knex: Knex,
	overview: Overview,
	given: readonly Permission[],
	policies: readonly string[],
): Promise<Permission[]> {
	const links = addedLinks(overview);
	const lists = addedLists(overview);
	if (links.length === 0 && lists.size === 0) return [...given];
	const parents = [...new Set(links.map(({ parent }) => parent))];
	const rules = await readRules(knex, policies, parents);
	const source = { links, isAdded, readBy: (collection: string) => rules.get(collection) ?? [] };
	const held = new Set(links.map(({ collection }) => collection));
	// What a row said before, and says now, stands there too.
	const unseen = { collection: { _nin: addedFamily(overview) } };
	return given.map((permission) => {
		const { collection, action, fields, permissions } = permission;
		if (collection === REVISIONS) return { ...permission, permissions: both(permissions, unseen) };
		const hidden = action === 'read' ? lists.get(collection) : undefined;
		if (hidden && fields) {
			const named = fields.includes('*') ? Object.keys(overview.collections[collection]?.fields ?? {}) : fields;
			return { ...permission, fields: named.filter((field) => !hidden.includes(field)) };
		}
		if (action === 'create' || !held.has(collection)) return permission;
		const rule = rowRule(collection, source) ?? NO_ROW(overview, collection);
		return { ...permission, permissions: both(permissions, rule) };
	});
}

function both(one: RowRule | null, other: RowRule): RowRule {
	return one && Object.keys(one).length > 0 ? { _and: [one, other] } : other;
}
