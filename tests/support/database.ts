/** The database behind a test server, for what no interface lets anybody write. */
import { join } from 'node:path';
import knex, { type Knex } from 'knex';
import type { TestServer } from './server.ts';

interface Connection {
	exec: (sql: string, done: () => void) => void;
}

/** A connection beside the server's own; end it with `destroy()`. */
export function databaseOf({ data, env }: TestServer): Knex {
	const url = env.DB_CONNECTION_STRING;
	if (url) return knex({ client: 'pg', connection: url });
	const filename = join(data, 'database.sqlite');
	return knex({
		client: 'sqlite3',
		connection: { filename },
		useNullAsDefault: true,
		// As the server's own connection: what hangs on a deleted row goes with it, and whoever writes is waited for.
		pool: {
			afterCreate: (connection: Connection, done: () => void) =>
				connection.exec('pragma foreign_keys = on; pragma busy_timeout = 60000', done),
		},
	});
}
