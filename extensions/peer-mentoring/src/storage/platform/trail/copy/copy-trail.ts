import type { Knex } from 'knex';
import { isSqlite } from '../../../database/day-columns.ts';
import { copiedUpTo, linesAfter, noteCopied } from './line.ts';

/** Where lines go, in order. */
export interface Copy {
	/** The last link that is there already; nothing where that cannot be said. */
	last(): Promise<number | undefined>;
	/** Adds lines; when it is done, they are there. */
	add(lines: readonly string[]): Promise<void>;
}

/** One instance at a time. */
const LOCK = 20_241_103;

/** Copies what is not copied yet. What was written just before a crash is found at the end of the copy. */
export async function copyTrail(knex: Knex, copy: Copy): Promise<void> {
	// SQLite belongs to one process, and has no connection to spare while a collector is slow.
	while ((isSqlite(knex) ? await copyOnce(knex, copy) : await knex.transaction((own) => inTurn(own, copy))) > 0);
}

async function inTurn(transaction: Knex, copy: Copy): Promise<number> {
	const { rows } = await transaction.raw('select pg_try_advisory_xact_lock(?) as locked', [LOCK]);
	return rows[0].locked ? copyOnce(transaction, copy) : 0;
}

async function copyOnce(knex: Knex, copy: Copy): Promise<number> {
	const noted = await copiedUpTo(knex);
	if ((await linesAfter(knex, noted)).length === 0) return 0;
	const lines = await linesAfter(knex, Math.max(noted, (await copy.last()) ?? 0));
	if (lines.length > 0) await copy.add(lines.map(({ line }) => line));
	await noteCopied(knex, lines.at(-1)?.seq ?? Math.max(noted, (await copy.last()) ?? 0));
	return lines.length;
}
