/** The triggers on PostgreSQL: two functions for all tables, which compare rows whatever columns they have. */
import type { Knex } from 'knex';
import { CHAIN, CLOSED, KEPT, SETTING, TRAIL, UNSEALED, type TrailTable } from './tables.ts';

const KEEP = 'platform_trail_keep';
const NOTE = 'platform_trail_note';

/** What a transaction has announced; empty where it has announced nothing. */
const LAWFUL = `coalesce(current_setting('${SETTING}', true), '')`;

/** Arguments of the trigger: the columns set once, the tie, the column that names a collection. */
const KEEP_BODY = `
declare
	once text[] := string_to_array(tg_argv[0], ',');
	tie text := tg_argv[1];
	about text := tg_argv[2];
	before jsonb;
	after jsonb;
	name text;
begin
	if tg_op = 'TRUNCATE' then
		raise exception '${KEPT} %', tg_table_name using errcode = '42501';
	end if;
	if tg_table_name <> '${CHAIN}' and ${LAWFUL} <> '' then
		if tg_op = 'DELETE' then return old; end if;
		return new;
	end if;
	before := to_jsonb(old);
	if tg_op = 'DELETE' then
		if about <> '' and exists (select from ${CLOSED} where collection = before ->> about) then return null; end if;
		raise exception '${KEPT} %', tg_table_name using errcode = '42501';
	end if;
	after := to_jsonb(new);
	foreach name in array once loop
		if before -> name = 'null' then before := before - name; after := after - name; end if;
	end loop;
	if (before - tie) is distinct from (after - tie) then
		raise exception '${KEPT} %', tg_table_name using errcode = '42501';
	end if;
	if tie <> '' and before -> tie <> 'null' and before -> tie is distinct from after -> tie then return null; end if;
	return new;
end`;

const NOTE_BODY = `
begin
	if tg_op = 'INSERT' then
		insert into ${UNSEALED} (source, item, what) values (tg_table_name, new.id::text, 'row');
	elsif tg_op = 'DELETE' then
		insert into ${UNSEALED} (source, item, what, note) values (tg_table_name, old.id::text, 'deleted', nullif(${LAWFUL}, ''));
	elsif (to_jsonb(old) - tg_argv[0]) is distinct from (to_jsonb(new) - tg_argv[0]) then
		insert into ${UNSEALED} (source, item, what, note)
		values (tg_table_name, new.id::text, 'changed', coalesce(nullif(${LAWFUL}, ''), 'completed'));
	end if;
	return null;
end`;

export async function postgresTriggers(knex: Knex): Promise<void> {
	for (const [name, body] of [[KEEP, KEEP_BODY], [NOTE, NOTE_BODY]] as const) {
		await knex.raw(escaped(`create or replace function ${name}() returns trigger language plpgsql as $trail$${body}$trail$`));
	} // prettier-ignore
	const missing = new Set(await missingOnPostgres(knex));
	for (const table of [...TRAIL, { name: CHAIN }]) {
		if (!missing.has(table.name)) continue;
		await knex.transaction(async (transaction) => {
			for (const [name, rest] of triggersOf(table)) {
				await transaction.raw('drop trigger if exists ?? on ??', [name, table.name]);
				await transaction.raw(escaped(`create trigger ${name} ${rest}`));
			}
		});
	}
}

export async function removePostgresTriggers(knex: Knex): Promise<void> {
	for (const table of [...TRAIL, { name: CHAIN }]) {
		if (!(await knex.schema.hasTable(table.name))) continue;
		for (const [name] of triggersOf(table)) await knex.raw('drop trigger if exists ?? on ??', [name, table.name]);
	}
}

/** The tables that a trigger is missing from, or is switched off on. */
export async function missingOnPostgres(knex: Knex): Promise<string[]> {
	const { rows } = await knex.raw(`
		select c.relname as table, t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
		where c.relnamespace = current_schema()::regnamespace and not t.tgisinternal and t.tgenabled in ('O', 'A')`);
	const there = new Set((rows as { table: string; name: string }[]).map(({ table, name }) => `${table} ${name}`));
	return [...TRAIL, { name: CHAIN }]
		.filter((table) => triggersOf(table).some(([name]) => !there.has(`${table.name} ${name}`)))
		.map(({ name }) => name);
}

function triggersOf(table: TrailTable): [name: string, rest: string][] {
	const { name, once = [], tie = '', about = '' } = table;
	const keep = `execute function ${KEEP}('${once.join(',')}', '${tie}', '${about}')`;
	const triggers: [string, string][] = [
		['platform_trail_kept', `before update or delete on "${name}" for each row ${keep}`],
		['platform_trail_kept_whole', `before truncate on "${name}" for each statement ${keep}`],
	];
	if (name === CHAIN) return triggers;
	const noted = `after insert or update or delete on "${name}" for each row execute function ${NOTE}('${tie}')`;
	return [...triggers, ['platform_trail_noted', noted]];
}

/** A question mark in a definition is one, and no place for a value. */
function escaped(sql: string): string {
	return sql.replaceAll('?', '\\?');
}
