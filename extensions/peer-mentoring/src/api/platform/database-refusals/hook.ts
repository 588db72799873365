import { defineHook } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { isSqlite } from '../../../storage/database/day-columns.ts';
import { explained, type Failed } from './explain.ts';

type Write = (this: Failed['service'], what: never, ...rest: never[]) => Promise<unknown>;
type Writes = Record<'createOne' | 'updateMany' | 'deleteMany', Write>;

/**
 * What only the database can refuse (a record that others name, a record named that is not there, a value that must not
 * be there twice) is refused in words, as a rule refuses. Directus answers a deletion with the SQL and a 500, and names
 * no field on SQLite. A filter would come before the permissions and before other filters, and would look each time;
 * this looks when the database has refused.
 */
export default defineHook((_register, { services, database }) => {
	const { prototype } = services.ItemsService as unknown as { prototype: Writes };
	for (const action of ['createOne', 'updateMany', 'deleteMany'] as const) {
		const write = prototype[action];
		prototype[action] = async function (this: Failed['service'], ...given: never[]) {
			try {
				return await write.apply(this, given as unknown as Parameters<Write>);
			} catch (error) {
				// After an error, PostgreSQL answers nothing more in the same transaction; SQLite has one connection only.
				const knex = isSqlite(this.knex) ? this.knex : (database as unknown as Knex);
				throw await explained(error, { action, given, service: this, knex });
			}
		};
	}
});
