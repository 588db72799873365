/** The PostgreSQL server of this machine, where there is one; `PG_URL` names another. */
export const postgresUrl = process.env.PG_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** Runs SQL with the client library that Directus uses. */
export async function onPostgres(sql: string, url = postgresUrl): Promise<void> {
	const { default: pg } = await import('pg');
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
	await client.connect();
	try {
		await client.query(sql);
	} finally {
		await client.end();
	}
}

export async function postgresAnswers(): Promise<boolean> {
	return onPostgres('select 1').then(
		() => true,
		() => false,
	);
}

export function urlOf(database: string): string {
	const url = new URL(postgresUrl);
	url.pathname = `/${database}`;
	return url.href;
}

export const dropDatabase = (name: string) => onPostgres(`drop database if exists ${name} with (force)`);

/** @param template the database whose tables and rows it begins with */
export const createDatabase = (name: string, template?: string) =>
	onPostgres(`create database ${name}${template ? ` template ${template}` : ''}`);
