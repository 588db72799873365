/** What was begun in an empty database and not ended: a first start, or a restore, that was interrupted. */
import { STATE_TABLE } from '../../extensions/peer-mentoring/src/storage/database/can-write.ts';
import { isSqlite } from '../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import type { Knex } from './directus.ts';
import { progress } from './progress.ts';
import { removeStoredFiles } from './stored-files.ts';

const UNFINISHED = 'unfinished';

export type Begun = 'first start' | 'restore';

/**
 * Marks an empty database as one in which a first start has begun; where an earlier one was interrupted, at whatever
 * moment, what it left is taken away and it begins again. The mark is only ever made where there is nothing, so that
 * nothing but what was begun is taken away. A database that is ready, or not ours, is left as it is.
 */
export async function beginFirstStart(knex: Knex): Promise<void> {
	const begun = await readUnfinished(knex);
	if (begun === 'restore') {
		throw new Error('A restore was interrupted here: run `npm run restore` again, which begins it anew.');
	}
	if (begun === 'first start') {
		progress('the first start was interrupted: beginning it again');
		await clearUnfinished(knex);
	}
	if ((await ownTables(knex)).length === 0) await markUnfinished(knex, 'first start');
}

export async function readUnfinished(knex: Knex): Promise<Begun | undefined> {
	if (!(await knex.schema.hasTable(STATE_TABLE))) return undefined;
	return (await knex(STATE_TABLE).where({ id: UNFINISHED }).first('value'))?.value as Begun | undefined;
}

/** Makes the mark; with the table that holds it, or not at all. */
export async function markUnfinished(knex: Knex, begun: Begun): Promise<void> {
	await knex.transaction(async (transaction) => {
		await createStateTable(transaction);
		await transaction(STATE_TABLE).insert({ id: UNFINISHED, value: begun }).onConflict('id').merge();
	});
}

export async function createStateTable(knex: Knex): Promise<void> {
	if (await knex.schema.hasTable(STATE_TABLE)) return;
	await knex.schema.createTable(STATE_TABLE, (table) => {
		table.string('id').primary();
		table.string('value').notNullable();
	});
}

/** Takes the mark away: from now on the database holds what somebody relies on. */
export async function finish(knex: Knex): Promise<void> {
	await knex(STATE_TABLE).where({ id: UNFINISHED }).delete();
}

/** Takes away everything that was begun; the mark goes last, so that this can be interrupted as well. */
export async function clearUnfinished(knex: Knex): Promise<void> {
	const tables = await ownTables(knex);
	if (tables.includes('directus_files')) await removeStoredFiles(await knex('directus_files').select());
	const inOrder = [...tables.filter((name) => name !== STATE_TABLE), ...tables.filter((name) => name === STATE_TABLE)];
	if (isSqlite(knex)) await knex.raw('pragma foreign_keys = off');
	for (const name of inOrder) await knex.raw(`drop table ??${isSqlite(knex) ? '' : ' cascade'}`, [name]);
	if (isSqlite(knex)) await knex.raw('pragma foreign_keys = on');
}

/** The tables that there are, but for those of the database itself and of what was installed into it. */
export async function ownTables(knex: Knex): Promise<string[]> {
	if (isSqlite(knex)) {
		const rows = await knex.raw(
			String.raw`select name from sqlite_master where type = 'table' and name not like 'sqlite\_%' escape '\' order by name`,
		);
		return (rows as { name: string }[]).map(({ name }) => name);
	}
	const { rows } = await knex.raw(
		`select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = current_schema()::regnamespace
		and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e') order by 1`,
	);
	return (rows as { name: string }[]).map(({ name }) => name);
}
