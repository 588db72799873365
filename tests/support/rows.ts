/** Looks into a test's database without the platform: what is really stored. */
import { join } from 'node:path';
import knex, { type Knex } from 'knex';
import { environment, type Copy } from './platform.ts';

type Row = Record<string, unknown>;

/** A connection of one's own to the database of a copy, or of a server's environment. */
export function openDatabase({ database, data, name }: Copy): Knex {
	if (database === 'postgres') {
		const env = environment({ database, data, name }, {});
		return knex({ client: 'pg', connection: env.DB_CONNECTION_STRING });
	}
	const filename = join(data, 'database.sqlite');
	return knex({ client: 'sqlite3', connection: { filename }, useNullAsDefault: true });
}

/** Every row of every table. */
export async function everyRow(copy: Copy): Promise<Map<string, Row[]>> {
	const connection = openDatabase(copy);
	try {
		const listed =
			copy.database === 'postgres'
				? (await connection.raw("select tablename as name from pg_tables where schemaname = 'public'")).rows
				: await connection.raw("select name from sqlite_master where type = 'table'");
		const tables = new Map<string, Row[]>();
		for (const { name } of (listed as { name: string }[]).sort((a, b) => (a.name < b.name ? -1 : 1))) {
			tables.set(name, await connection(name).select());
		}
		return tables;
	} finally {
		await connection.destroy();
	}
}
