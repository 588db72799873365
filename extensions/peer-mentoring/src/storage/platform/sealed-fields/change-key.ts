/** Gives every row that holds an encrypted field another key, a first one, or none: all rows in one transaction. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { isSqlite } from '../../database/day-columns.ts';
import { changeLawfully, fieldKeyOf } from '../trail/change-lawfully.ts';
import { TRAIL_TABLES } from '../trail/tables.ts';
import { cipherOf, SEALED, SEALED_ANYWHERE, SEALED_FIELDS, type Cipher } from './cipher.ts';
import { sealedRow } from './content.ts';
import { FIELD_KEYS, opens, readMark, writeMark } from './field-key.ts';

export interface KeyChange {
	/** The key that it had, and that it is to have; empty for none. */
	before: string;
	after: string;
	/** Every table of the platform. */
	tables: readonly string[];
}

export interface Changed {
	values: number;
	rows: number;
}

const AT_ONCE = 200;
const WITH_TEXT = /char|text|json|clob/i;

/** @param tell is told of each table how many of its rows are done */
export async function changeFieldKey(
	knex: Knex,
	{ before, after, tables }: KeyChange,
	tell: (table: string, done: number) => void,
): Promise<Changed> {
	if (before === after) throw new Error('FIELD_KEY and FIELD_KEY_BEFORE are the same: there is nothing to change.');
	await refuseOtherKey(knex, before);
	await refuseOthers(knex);
	const ciphers = { before: cipherFor(before), after: cipherFor(after) };
	const changed: Changed = { values: 0, rows: 0 };
	const touched: string[] = [];
	await knex.transaction(async (transaction) => {
		const id = randomUUID();
		await changeLawfully(transaction, fieldKeyOf(id), async () => {
			for (const table of tables) {
				if (table === FIELD_KEYS || TRAIL_TABLES.includes(table)) continue;
				if (await changeTable(transaction, table, ciphers, changed, tell)) touched.push(table);
			}
		});
		await writeMark(transaction, ciphers.after, id);
	});
	await forgetOldPages(knex, touched);
	return changed;
}

const cipherFor = (key: string) => (key === '' ? undefined : cipherOf(key));

async function refuseOtherKey(knex: Knex, before: string): Promise<void> {
	const mark = await readMark(knex);
	if (mark === undefined) {
		if (before !== '') throw new Error('Nothing is encrypted yet: leave FIELD_KEY_BEFORE out.');
	} else if (before === '') {
		throw new Error('They are encrypted already: set FIELD_KEY_BEFORE to the key that they are encrypted with.');
	} else if (!opens(cipherOf(before), mark)) {
		throw new Error('FIELD_KEY_BEFORE is not the key that they are encrypted with.');
	}
}

/** An instance that is running would go on writing with the key that it has. SQLite cannot tell; there, the writer waits. */
async function refuseOthers(knex: Knex): Promise<void> {
	if (isSqlite(knex)) return;
	const { rows } = await knex.raw(
		`select count(*)::int as others from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
		and application_name is distinct from ? and backend_type = 'client backend'`,
		['field-key'],
	);
	if (Number(rows[0].others) > 0) {
		throw new Error(`The database has ${rows[0].others} other connections: stop every instance of the platform first.`);
	}
}

interface Ciphers {
	before: Cipher | undefined;
	after: Cipher | undefined;
}

async function changeTable(
	transaction: Knex,
	table: string,
	{ before, after }: Ciphers,
	changed: Changed,
	tell: (table: string, done: number) => void,
): Promise<boolean> {
	const info = await transaction(table).columnInfo();
	const columns = Object.keys(info).filter((name) => WITH_TEXT.test(info[name]?.type ?? ''));
	if (columns.length === 0 || !('id' in info)) return false;
	const found = () =>
		transaction(table).where((any) => {
			for (const column of columns) {
				const text = transaction.raw('cast(?? as text)', [column]);
				if (before) void any.orWhere(text, 'like', `%${SEALED}%`);
				else if (SEALED_FIELDS.has(column)) void any.orWhere(text, '<>', '');
				else for (const name of SEALED_FIELDS) void any.orWhere(text, 'like', `%${name}%`);
			}
		});
	const keys = (await found().orderBy('id').pluck('id')) as (string | number)[];
	let done = 0;
	for (let start = 0; start < keys.length; start += AT_ONCE) {
		const rows = (await transaction(table)
			.whereIn('id', keys.slice(start, start + AT_ONCE))
			.select('id', ...columns)) as Record<string, unknown>[];
		for (const row of rows) {
			const change = changeOf(row, { before, after }, changed);
			if (!change) continue;
			await transaction(table).where({ id: row.id }).update(change);
			changed.rows++;
			done++;
		}
		tell(table, done);
	}
	return done > 0;
}

/** The columns of a row that become something else. */
function changeOf(row: Record<string, unknown>, { before, after }: Ciphers, changed: Changed) {
	const counting: Cipher | undefined = after && {
		...after,
		seal: (value) => {
			changed.values++;
			return after.seal(value);
		},
	};
	const readable = before ? openedRow(row, before, () => after ?? changed.values++) : row;
	const next = counting ? sealedRow(readable, counting) : readable;
	const differing = Object.entries(next).filter(([column, value]) => value !== row[column]);
	// PostgreSQL takes JSON as a text.
	const stored = differing.map(([column, value]) => [
		column,
		typeof value === 'object' ? JSON.stringify(value) : value,
	]);
	return stored.length > 0 ? (Object.fromEntries(stored) as Record<string, unknown>) : undefined;
}

/** @throws where one of them does not open: nothing is changed then */
function openedRow(row: Record<string, unknown>, cipher: Cipher, count: () => void): Record<string, unknown> {
	const open = (text: string) =>
		text.replace(SEALED_ANYWHERE, (sealed) => {
			const value = cipher.open(sealed);
			if (value === undefined)
				throw new Error(`One value does not open with FIELD_KEY_BEFORE (record ${String(row.id)}).`);
			count();
			return value;
		});
	return Object.fromEntries(
		Object.entries(row).map(([column, value]) => {
			if (typeof value === 'string') return [column, open(value)];
			if (typeof value !== 'object' || value === null || value instanceof Date) return [column, value];
			const text = JSON.stringify(value);
			const readable = open(text);
			return [column, readable === text ? value : JSON.parse(readable)];
		}),
	);
}

/** What was there before still stands in pages and rows that the database has done with. */
async function forgetOldPages(knex: Knex, tables: readonly string[]): Promise<void> {
	if (isSqlite(knex)) {
		await knex.raw('vacuum');
		await knex.raw('pragma wal_checkpoint(truncate)');
	} else for (const table of tables) await knex.raw('vacuum full ??', [table]);
}
