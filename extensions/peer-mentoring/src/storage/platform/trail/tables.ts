/** What is never rewritten: who did what, what every record said, who read what, and what was sent (3.4, 5.1). */

export interface TrailTable {
	name: string;
	/** Set once by those who write it: nothing may become something there, and nothing else. */
	once?: readonly string[];
	/** Set once as well, and no part of what the row says: Directus ties a revision to the one that caused it. */
	tie?: string;
	/** Is kept with its own SHA-256 in the row, and not read for the chain: it may have megabytes. */
	bulk?: string;
	/** Names the collection that a row is about; with the collection, Directus would delete these rows. */
	about?: string;
}

export const ACTIVITY = 'directus_activity';

export const TRAIL: readonly TrailTable[] = [
	{ name: 'access_log' },
	{ name: ACTIVITY, about: 'collection' },
	{ name: 'directus_revisions', tie: 'parent', about: 'collection' },
	{ name: 'erasures' },
	{ name: 'kept_files', bulk: 'content' },
	{ name: 'mi_return_versions' },
	{ name: 'return_sendings', once: ['receipt'] },
];

/** The links of the chain, in order. */
export const CHAIN = 'platform_trail_chain';
/** What was written, or lawfully changed, and is not in the chain yet. */
export const UNSEALED = 'platform_trail_unsealed';
/** Holds a row while a transaction of SQLite changes the trail lawfully; nobody else ever sees it. */
export const OPEN = 'platform_trail_open';
/** Collections that were deleted: what is recorded of them stays. */
export const CLOSED = 'platform_trail_closed';
/** How far the copy outside the database has come. */
export const COPIED = 'platform_trail_copied';

export const TRAIL_TABLES = [CHAIN, UNSEALED, OPEN, CLOSED, COPIED];

/** Begins what the database says when it refuses to rewrite the trail. */
export const KEPT = 'TRAIL_KEPT';

/** Whether an error is the database's refusal to rewrite the trail. */
export function isKept(error: unknown): boolean {
	return error instanceof Error && error.message.includes(`${KEPT} `);
}

/** For PostgreSQL: how a transaction announces a lawful change, which nothing but SQL can say. */
export const SETTING = 'platform.trail_change';

export function isTrail(name: unknown): boolean {
	return TRAIL.some((table) => table.name === name);
}
