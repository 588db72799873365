/** A SQLite database as an entry of a backup: a copy that SQLite itself makes, as at one moment, while others write. */
import createKnex from 'knex';
import type { Knex } from '../directus.ts';
import { ownTables } from '../unfinished.ts';
import type { TableCount } from './manifest.ts';

export const DATABASE = 'database.sqlite';

/** What was deleted is in no copy: it holds the rows alone. */
export async function copyDatabase(knex: Knex, path: string): Promise<void> {
	await knex.raw('vacuum into ?', [path]);
}

/** Opens a file beside the platform's own connection. */
export async function onFile<Result>(filename: string, work: (knex: Knex) => Promise<Result>): Promise<Result> {
	const knex = createKnex({ client: 'sqlite3', connection: { filename }, useNullAsDefault: true });
	try {
		return await work(knex);
	} finally {
		await knex.destroy();
	}
}

export async function countRows(knex: Knex): Promise<Record<string, TableCount>> {
	const counts: Record<string, TableCount> = {};
	for (const name of await ownTables(knex)) {
		const [{ rows }] = (await knex(name).count({ rows: '*' })) as [{ rows: number }];
		counts[name] = { rows: Number(rows) };
	}
	return counts;
}

export async function isSound(knex: Knex): Promise<boolean> {
	const rows = (await knex.raw('pragma integrity_check')) as { integrity_check: string }[];
	return rows[0]?.integrity_check === 'ok';
}
