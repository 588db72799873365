import { createRequire } from 'node:module';
import type { Knex } from 'knex';
import { isSqlite } from './day-columns.ts';

const require = createRequire(import.meta.url);

/**
 * A connection for work that takes long. Of SQLite the platform has one, and whoever asks anything while it is in a
 * transaction waits for its end: such work gets one of its own, beside which everybody goes on reading.
 */
export async function withOwnConnection<Result>(knex: Knex, work: (own: Knex) => Promise<Result>): Promise<Result> {
	if (!isSqlite(knex)) return work(knex);
	// Only here: what drives the other databases is not part of the bundle.
	const { knex: open } = require('knex') as { knex: (config: Knex.Config) => Knex };
	// With what encrypts fields, where the platform's own connection has it.
	const { connection, postProcessResponse, sealedFields, sealedRow } = knex.client.config as Record<string, unknown>;
	const alike = { connection, postProcessResponse, sealedFields, sealedRow, useNullAsDefault: true };
	const own = open({ client: 'sqlite3', ...alike, pool: { min: 1, max: 1, afterCreate } } as Knex.Config);
	try {
		return await work(own);
	} finally {
		await own.destroy();
	}
}

interface Sqlite {
	exec: (sql: string, done: (error: Error | null) => void) => void;
}

function afterCreate(connection: Sqlite, done: (error: Error | null, connection: Sqlite) => void): void {
	// As the platform's own connection has them.
	const settings = 'pragma foreign_keys = on; pragma busy_timeout = 60000; pragma secure_delete = on';
	connection.exec(settings, (error) => done(error, connection));
}
