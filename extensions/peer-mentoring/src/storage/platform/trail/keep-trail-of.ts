import type { Knex } from 'knex';
import { CLOSED } from './tables.ts';

/** What is recorded of these collections stays when they are deleted: the database leaves out what Directus deletes then. */
export async function keepTrailOf(transaction: Knex, collections: readonly string[]): Promise<void> {
	const rows = collections.map((collection) => ({ collection }));
	if (rows.length > 0) await transaction(CLOSED).insert(rows).onConflict('collection').ignore();
}
