/**
 * The triggers on SQLite. They name the trail's own tables alone: SQLite reads every trigger whenever a table is renamed,
 * which is how Directus changes a column, and would fail on one that names a table that is not there for the moment.
 */
import type { Knex } from 'knex';
import { CHAIN, CLOSED, KEPT, OPEN, TRAIL, UNSEALED, type TrailTable } from './tables.ts';

const PREFIX = 'platform_trail_';
const LAWFUL = `exists (select 1 from ${OPEN})`;
const NOTE = `(select note from ${OPEN} limit 1)`;

export async function sqliteTriggers(knex: Knex): Promise<void> {
	const wanted = new Map<string, string>();
	for (const table of TRAIL) {
		const columns = Object.keys(await knex(table.name).columnInfo());
		for (const [name, sql] of triggersOf(table, columns)) wanted.set(PREFIX + name, sql);
	}
	for (const [verb, name] of [['update', 'chain_update'], ['delete', 'chain_delete']] as const) {
		wanted.set(PREFIX + name, `before ${verb} on "${CHAIN}" begin ${refuse(CHAIN)} end`);
	} // prettier-ignore
	const there = new Map((await present(knex)).map(({ name, sql }) => [name, sql]));
	for (const [name, body] of wanted) {
		const sql = `CREATE TRIGGER "${name}" ${body}`;
		if (there.get(name) === sql) continue;
		await knex.transaction(async (transaction) => {
			await transaction.raw(escaped(`drop trigger if exists "${name}"`));
			await transaction.raw(escaped(sql));
		});
	}
}

export async function removeSqliteTriggers(knex: Knex): Promise<void> {
	for (const { name } of await present(knex)) await knex.raw('drop trigger ??', [name]);
}

/** The triggers that should be there and are not, or say something else. */
export async function missingOnSqlite(knex: Knex): Promise<string[]> {
	const there = new Set((await present(knex)).map(({ name }) => name));
	return TRAIL.filter(({ name }) => !['update', 'delete', 'noted'].every((kind) => there.has(`${PREFIX}${name}_${kind}`))).map(
		({ name }) => name,
	); // prettier-ignore
}

function* triggersOf(table: TrailTable, columns: readonly string[]): Generator<[name: string, sql: string]> {
	const { name, once = [], tie, about } = table;
	const said = columns.filter((column) => column !== tie);
	const changed = said.map((column) =>
		once.includes(column)
			? `(OLD."${column}" is not null and OLD."${column}" is not NEW."${column}")`
			: `OLD."${column}" is not NEW."${column}"`,
	);
	const rewritten = said.map((column) => `OLD."${column}" is not NEW."${column}"`).join(' or ');
	const note = (of: 'OLD' | 'NEW', what: string, text: string) =>
		`insert into ${UNSEALED} (source, item, what, note) values ('${name}', ${of}."id", '${what}', ${text});`;
	yield [
		`${name}_update`,
		`before update on "${name}" when not ${LAWFUL} and (${changed.join(' or ')}) begin ${refuse(name)} end`,
	];
	if (tie) {
		yield [
			`${name}_tie`,
			`before update on "${name}" when not ${LAWFUL} and OLD."${tie}" is not null and OLD."${tie}" is not NEW."${tie}" begin select raise(ignore); end`,
		];
	}
	const stays = about ? `select raise(ignore) from ${CLOSED} where collection = OLD."${about}"; ` : '';
	yield [`${name}_delete`, `before delete on "${name}" when not ${LAWFUL} begin ${stays}${refuse(name)} end`];
	yield [`${name}_noted`, `after insert on "${name}" begin ${note('NEW', 'row', 'null')} end`];
	yield [
		`${name}_changed`,
		`after update on "${name}" when ${rewritten} begin ${note('NEW', 'changed', `coalesce(${NOTE}, 'completed')`)} end`,
	];
	yield [`${name}_deleted`, `after delete on "${name}" begin ${note('OLD', 'deleted', NOTE)} end`];
}

function refuse(name: string): string {
	return `select raise(abort, '${KEPT} ${name}');`;
}

async function present(knex: Knex): Promise<{ name: string; sql: string }[]> {
	return knex('sqlite_master').where({ type: 'trigger' }).whereLike('name', `${PREFIX}%`).select('name', 'sql');
}

/** A question mark is one, and no place for a value. */
function escaped(sql: string): string {
	return sql.replaceAll('?', '\\?');
}
