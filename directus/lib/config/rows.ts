/** The configuration that a data model does not hold, as rows of Directus's own tables. */
import type { Item } from '../directus.ts';

/** One row that the repository owns: found again by `key`, brought to `data`. */
export interface Row {
	key: Item;
	data: Item;
	/** A file says that the row is to go, whoever made it. */
	retired?: true;
}

export interface Kind {
	/** The Directus collection. */
	collection: string;
	/** The fields that identify a row; stable ids where the table has them. */
	key: readonly string[];
	/** Links to rows of the same push that may not exist yet: written in a second pass. */
	deferred: readonly string[];
	/** Whether a row with this key, found in the database but not in the repository, is ours to remove. */
	owns: (found: Item, wanted: ReadonlyMap<string, Row[]>) => boolean;
}

const never = () => false;

/** A permission of one of our policies that no file grants is drift, and the dangerous kind: it is removed. */
const ofOurPolicy: Kind['owns'] = (found, wanted) =>
	(wanted.get('directus_policies') ?? []).some((row) => row.key.id === found.policy);

/** In the order in which they depend on one another. */
export const KINDS: readonly Kind[] = [
	{ collection: 'directus_settings', key: [], deferred: [], owns: never },
	{ collection: 'directus_translations', key: ['key', 'language'], deferred: [], owns: never },
	{ collection: 'directus_roles', key: ['id'], deferred: [], owns: never },
	{ collection: 'directus_policies', key: ['id'], deferred: [], owns: never },
	{ collection: 'directus_access', key: ['role', 'policy'], deferred: [], owns: never },
	{ collection: 'directus_permissions', key: ['policy', 'collection', 'action'], deferred: [], owns: ofOurPolicy },
	{ collection: 'directus_presets', key: ['role', 'collection', 'bookmark'], deferred: [], owns: never },
	{ collection: 'directus_dashboards', key: ['id'], deferred: [], owns: never },
	{ collection: 'directus_panels', key: ['id'], deferred: [], owns: never },
	{ collection: 'mentor_steps', key: ['id'], deferred: [], owns: never },
	{ collection: 'directus_flows', key: ['id'], deferred: ['operation'], owns: never },
	{ collection: 'directus_operations', key: ['id'], deferred: ['resolve', 'reject'], owns: never },
];

export function keyOf(kind: Kind, item: Item): string {
	return JSON.stringify(kind.key.map((field) => item[field] ?? null));
}
