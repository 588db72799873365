/** Looks into a test's database without the platform: what is really stored. */
import { join } from 'node:path';
import knex, { type Knex } from 'knex';

export type Row = Record<string, unknown>;

/** A connection to a platform's database of one's own. @param env of its commands */
export function openDatabase(env: NodeJS.ProcessEnv): Knex {
	if (env.DB_CLIENT === 'pg') return knex({ client: 'pg', connection: env.DB_CONNECTION_STRING });
	const filename = join(String(env.DATA_DIR), 'database.sqlite');
	return knex({ client: 'sqlite3', connection: { filename }, useNullAsDefault: true });
}

/** Every row of every table. */
export async function everyRow(env: NodeJS.ProcessEnv): Promise<Map<string, Row[]>> {
	const connection = openDatabase(env);
	try {
		const listed =
			env.DB_CLIENT === 'pg'
				? (await connection.raw("select tablename as name from pg_tables where schemaname = 'public'")).rows
				: await connection.raw("select name from sqlite_master where type = 'table'");
		const tables = new Map<string, Row[]>();
		for (const { name } of listed as { name: string }[]) tables.set(name, await connection(name).select());
		return new Map([...tables].sort(([a], [b]) => (a < b ? -1 : 1)));
	} finally {
		await connection.destroy();
	}
}

/** As {@link everyRow}, each row as text, in an order of its own. */
export async function everyTable(env: NodeJS.ProcessEnv): Promise<Map<string, string[]>> {
	const tables = await everyRow(env);
	return new Map([...tables].map(([name, rows]) => [name, rows.map((row) => JSON.stringify(row)).sort()]));
}
