import { join } from 'node:path';
import knex from 'knex';

/** Every row of every table of a platform's database, as text, in an order of its own. @param env of its commands */
export async function everyTable(env: NodeJS.ProcessEnv): Promise<Map<string, string[]>> {
	const onPostgres = env.DB_CLIENT === 'pg';
	const connection = onPostgres
		? knex({ client: 'pg', connection: env.DB_CONNECTION_STRING })
		: knex({
				client: 'sqlite3',
				connection: { filename: join(String(env.DATA_DIR), 'database.sqlite') },
				useNullAsDefault: true,
			});
	try {
		const listed = onPostgres
			? (await connection.raw("select tablename as name from pg_tables where schemaname = 'public'")).rows
			: await connection.raw("select name from sqlite_master where type = 'table'");
		const tables = new Map<string, string[]>();
		for (const { name } of listed as { name: string }[]) {
			tables.set(name, (await connection(name)).map((row) => JSON.stringify(row)).sort());
		}
		return new Map([...tables].sort());
	} finally {
		await connection.destroy();
	}
}
