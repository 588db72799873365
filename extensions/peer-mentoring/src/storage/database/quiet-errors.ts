import type { Knex } from 'knex';

/** What PostgreSQL quotes of a row beside the message. Directus reads it; whoever logs an error copies what can be listed. */
const QUOTING = ['detail', 'where', 'internalQuery'];

/**
 * From now on a statement that fails is told with marks in the place of its values, which would otherwise stand in the
 * log: names, notes, tokens.
 */
export function keepValuesOutOfErrors(knex: Knex): void {
	knex.client.config.compileSqlOnError = false;
	knex.on('query-error', (error: Record<string, unknown>) => {
		for (const name of QUOTING) {
			if (name in error) Object.defineProperty(error, name, { value: error[name], enumerable: false });
		}
	});
}
