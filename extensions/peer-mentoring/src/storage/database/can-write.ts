import type { Knex } from 'knex';

/** The table in which the platform notes what it has done with the database itself. */
export const STATE_TABLE = 'platform_state';

/** Whether the database takes a write at this moment: it is asked to note the time, and answers only when it has. */
export async function canWrite(knex: Knex): Promise<boolean> {
	const noted = { id: 'written_at', value: new Date().toISOString() };
	return knex(STATE_TABLE)
		.insert(noted)
		.onConflict('id')
		.merge()
		.then(
			() => true,
			() => false,
		);
}
