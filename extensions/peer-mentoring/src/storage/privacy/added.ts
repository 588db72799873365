/** What an Administrator has added about people in the Studio, and nothing of ours looks after (2.25, 3.6, 5.3). */
import type { Link } from '../../domain/privacy/personal-data.ts';
import { familyIn, type Overview } from './personal-data.ts';
import lookedAfter from './looked-after.json' with { type: 'json' };

const COLLECTIONS: ReadonlySet<string> = new Set(lookedAfter.collections);
const LINKS: ReadonlySet<string> = new Set(lookedAfter.links);
const LISTS: ReadonlySet<string> = new Set(lookedAfter.lists);

/** Whether a collection is none of those that the platform came with: whatever is not named there is held by its relations. */
export function isAdded(collection: string): boolean {
	return !COLLECTIONS.has(collection) && !collection.startsWith('directus_');
}

/** The steps up to a person that were added, in collections of ours too. */
export function addedLinks(overview: Overview): Link[] {
	return familyIn(overview).filter(({ collection, field }) => !LINKS.has(`${collection}.${field}`));
}

/** The added collections that hold something about people. */
export function addedFamily(overview: Overview): string[] {
	return [...new Set(addedLinks(overview).map(({ collection }) => collection))].filter(isAdded);
}

/**
 * The lists of people's records on records that are not about people, which were added: a filter through one would tell
 * of everybody's, as Directus asks there for no row rule.
 */
export function addedLists(overview: Overview): Map<string, string[]> {
	const family = new Set(familyIn(overview).flatMap(({ collection, parent }) => [collection, parent]));
	const lists = new Map<string, string[]>();
	for (const { collection, related_collection: on, meta } of overview.relations) {
		const field = meta?.one_field;
		if (!field || !on || family.has(on) || !family.has(collection) || LISTS.has(`${on}.${field}`)) continue;
		lists.set(on, [...(lists.get(on) ?? []), field]);
	}
	return lists;
}
