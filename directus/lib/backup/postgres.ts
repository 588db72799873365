/**
 * A PostgreSQL database as entries of a backup, read in one transaction that sees one moment, and written in one. It needs
 * nothing but the connection: `pg_dump` is not on every machine, and refuses a server that is newer than itself.
 */
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { asStored } from '../../../extensions/peer-mentoring/src/storage/platform/sealed-fields/field-key.ts';
import type { Knex } from '../directus.ts';
import { ownTables } from '../unfinished.ts';
import { textEntry, type Entry } from './entries.ts';
import type { TableCount } from './manifest.ts';

interface Column {
	name: string;
	type: string;
	required: boolean;
	preset: string | null;
	special: boolean;
}

interface Sequence {
	name: string;
	type: string;
	options: string;
	owner: { table: string; column: string } | null;
	value: string;
	called: boolean;
}

/** What makes the tables again, in the order in which it is done. */
interface Schema {
	sequences: Sequence[];
	tables: { name: string; columns: Column[] }[];
	constraints: { table: string; name: string; definition: string }[];
	indexes: string[];
}

export const SCHEMA = 'schema.json';
export const ROWS = 'rows/';

const PAGE = 100;
const MOST_AT_ONCE = 4 * 1024 * 1024;

/** Reads as at one moment whatever others write meanwhile, and gives every value as the same text everywhere. */
export function atOneMoment<Result>(knex: Knex, work: (transaction: Knex) => Promise<Result>): Promise<Result> {
	return knex.transaction(
		async (transaction) => {
			await sameTexts(transaction);
			return work(transaction);
		},
		{ isolationLevel: 'repeatable read', readOnly: true },
	);
}

export async function sameTexts(transaction: Knex): Promise<void> {
	await transaction.raw("set local time zone 'UTC'");
	await transaction.raw('set local datestyle = iso');
	await transaction.raw('set local extra_float_digits = 1');
}

export async function* postgresEntries(transaction: Knex): AsyncGenerator<Entry> {
	const schema = await readSchema(transaction);
	yield textEntry(SCHEMA, JSON.stringify(schema));
	for (const { name } of schema.tables) yield { name: ROWS + name, content: rowsOf(transaction, name) };
}

export async function countRows(transaction: Knex, tables: readonly string[]): Promise<Record<string, TableCount>> {
	const counts: Record<string, TableCount> = {};
	for (const name of tables) {
		const { rows } = await transaction.raw(
			'select count(*)::text as rows, coalesce(sum(hashtextextended(t::text, 0)), 0)::text as sum from ?? as t',
			[name],
		);
		counts[name] = { rows: Number(rows[0].rows), sum: rows[0].sum };
	}
	return counts;
}

/** Each row on a line, as the database's own JSON: no value passes through a type of ours. */
async function* rowsOf(transaction: Knex, table: string): AsyncGenerator<Buffer> {
	await transaction.raw('declare backup_rows no scroll cursor for select row_to_json(t)::text as row from ?? as t', [
		table,
	]);
	for (;;) {
		const { rows } = (await asStored(transaction.raw(`fetch ${PAGE} from backup_rows`))) as { rows: { row: string }[] };
		// A row may itself have line feeds: as a JSON text it has none.
		for (const { row } of rows) yield Buffer.from(`${JSON.stringify(row)}\n`);
		if (rows.length < PAGE) break;
	}
	await transaction.raw('close backup_rows');
}

/** Makes the tables of a backup in an empty database. @param rowsIn the rows of a table, as they were read */
export async function writeTables(
	transaction: Knex,
	schema: Schema,
	rowsIn: (table: string) => Readable,
): Promise<void> {
	await sameTexts(transaction);
	for (const { name, type, options } of schema.sequences) {
		await transaction.raw(`create sequence ?? as ${type} ${options}`, [name]);
	}
	for (const { name, columns } of schema.tables) {
		const lines = columns.map(({ type, required, preset }) =>
			['??', type, preset === null ? '' : `default ${escaped(preset)}`, required ? 'not null' : ''].join(' '),
		);
		await transaction.raw(`create table ?? (${lines.join(', ')})`, [name, ...columns.map((column) => column.name)]);
		await insertRows(transaction, name, rowsIn(name));
	}
	for (const { table, name, definition } of schema.constraints) {
		await transaction.raw(`alter table ?? add constraint ?? ${escaped(definition)}`, [table, name]);
	}
	for (const index of schema.indexes) await transaction.raw(escaped(index));
	for (const { name, owner, value, called } of schema.sequences) {
		if (owner) await transaction.raw('alter sequence ?? owned by ??.??', [name, owner.table, owner.column]);
		await transaction.raw('select setval(quote_ident(?)::regclass, ?::bigint, ?::boolean)', [name, value, called]);
	}
	await transaction.raw('analyze');
}

async function insertRows(transaction: Knex, table: string, content: Readable): Promise<void> {
	let rows: string[] = [];
	let length = 0;
	const insert = async () => {
		if (rows.length === 0) return;
		const values = `[${rows.join(',')}]`;
		await transaction.raw('insert into ?? select (json_populate_recordset(null::??, ?::json)).*', [
			table,
			table,
			values,
		]);
		rows = [];
		length = 0;
	};
	for await (const line of createInterface({ input: content, crlfDelay: Infinity })) {
		const row = JSON.parse(line) as string;
		rows.push(row);
		length += row.length;
		if (length > MOST_AT_ONCE || rows.length === 1000) await insert();
	}
	await insert();
}

/** A question mark in a definition is one, and no place for a value. */
function escaped(sql: string): string {
	return sql.replaceAll('?', '\\?');
}

async function readSchema(transaction: Knex): Promise<Schema> {
	const names = await ownTables(transaction);
	const all = async <Row>(sql: string) => ((await transaction.raw(sql)) as { rows: Row[] }).rows;
	const columns = await all<Column & { table: string }>(`
		select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
			a.attnotnull as required, pg_get_expr(d.adbin, d.adrelid) as preset,
			a.attidentity <> '' or a.attgenerated <> '' as special
		from pg_attribute a join pg_class c on c.oid = a.attrelid
		left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
		where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
		order by c.relname, a.attnum`);
	const odd = columns.find(({ table, special }) => special && names.includes(table));
	if (odd) {
		throw new Error(
			`The column ${odd.table}.${odd.name} fills itself in a way that this command does not know (identity, generated): use pg_dump.`,
		);
	}
	return {
		sequences: await readSequences(transaction),
		tables: names.map((name) => ({ name, columns: columns.filter(({ table }) => table === name) })),
		constraints: await all(`
			select c.relname as table, conname as name, pg_get_constraintdef(k.oid) as definition
			from pg_constraint k join pg_class c on c.oid = k.conrelid
			where c.relnamespace = current_schema()::regnamespace and contype in ('p', 'u', 'c', 'x', 'f')
			order by array_position(array['p', 'u', 'c', 'x', 'f'], contype::text), c.relname, conname`),
		indexes: (
			await all<{ definition: string }>(`
				select pg_get_indexdef(indexrelid) as definition from pg_index i join pg_class c on c.oid = i.indrelid
				where c.relnamespace = current_schema()::regnamespace
				and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
				order by indexrelid::regclass::text`)
		).map(({ definition }) => definition),
	};
}

async function readSequences(transaction: Knex): Promise<Sequence[]> {
	const { rows } = await transaction.raw(`
		select c.relname as name, s.seqtypid::regtype::text as type,
			format('increment %s minvalue %s maxvalue %s start %s cache %s', seqincrement, seqmin, seqmax, seqstart, seqcache)
				|| case when seqcycle then ' cycle' else '' end as options,
			case when t.relname is null then null else json_build_object('table', t.relname, 'column', a.attname) end as owner
		from pg_sequence s join pg_class c on c.oid = s.seqrelid
		left join pg_depend d on d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'a'
		left join pg_class t on t.oid = d.refobjid left join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
		where c.relnamespace = current_schema()::regnamespace order by 1`);
	const sequences = rows as Omit<Sequence, 'value' | 'called'>[];
	const read: Sequence[] = [];
	for (const sequence of sequences) {
		const { rows: at } = await transaction.raw('select last_value::text as value, is_called as called from ??', [
			sequence.name,
		]);
		read.push({ ...sequence, ...at[0] });
	}
	return read;
}
