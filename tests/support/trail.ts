import type { Knex } from 'knex';
import { installTrail, openForMigrations } from '../../extensions/peer-mentoring/src/storage/platform/trail/install.ts';

/** Changes what nobody can change, with the rights of the database: for what happened on a day that is long gone. */
export async function withTrailOpen(knex: Knex, work: (transaction: Knex) => Promise<unknown>): Promise<void> {
	await knex.transaction(async (transaction) => {
		await openForMigrations(transaction);
		await work(transaction);
		await installTrail(transaction);
	});
}
