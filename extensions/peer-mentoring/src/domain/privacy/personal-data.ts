import type { CodeOf } from '../language/code-lists.ts';

/** A field of one collection that names a row of another. */
export interface Relation {
	collection: string;
	field: string;
	related_collection: string | null;
	/** The list of these rows on the other one, where it has any. */
	meta?: { one_field?: string | null } | null;
}

/** A step down from a person's referral: rows of `collection` belong to the row of `parent` that `field` names. */
export interface Link {
	collection: string;
	field: string;
	parent: string;
	/** The primary key of `collection`: what an Administrator makes in the Studio can call it anything. */
	key: string;
}

/** Where everything about a person begins (2.4). */
export const PERSON = 'referrals';
/** The audit record of an erasure names the person's record, and is the one thing that does not belong to it. */
export const ERASURES = 'erasures';

/**
 * Of these the Data Protection Officer learns that they are there, and not what they say (2.25): who handles a
 * safeguarding concern decides what of it can be told without harm.
 */
export const KNOWN_TO_EXIST: readonly string[] = ['safeguarding_concerns'];

/** The same with what was added below them. */
export function knownToExist(links: readonly Link[]): string[] {
	const known = [...KNOWN_TO_EXIST];
	for (const parent of known) {
		const below = links.filter((link) => link.parent === parent).map(({ collection }) => collection);
		known.push(...below.filter((each) => !known.includes(each)));
	}
	return known;
}

/**
 * Every collection whose rows belong to a person, with the fields that say to whom, found from the relations of the
 * data model: a collection that is added one day belongs as soon as it names one of these.
 */
export function familyOf(relations: readonly Relation[], keyOf: (collection: string) => string = () => 'id'): Link[] {
	const links: Link[] = [];
	const parents = [PERSON];
	for (const parent of parents) {
		for (const { collection, field, related_collection } of relations) {
			if (related_collection !== parent || collection === ERASURES) continue;
			links.push({ collection, field, parent, key: keyOf(collection) });
			if (!parents.includes(collection)) parents.push(collection);
		}
	}
	return links;
}

/** Whether a field is to be treated as personal (5.4). What has no class yet is, until somebody says otherwise. */
export function isPersonal(sensitivity: CodeOf<'sensitivity'> | undefined): boolean {
	return sensitivity !== 'none';
}
