import type { Knex } from 'knex';
import { isSqlite } from './day-columns.ts';
import { withOwnConnection } from './own-connection.ts';

/**
 * Reads much, all of it as it stood at one moment, while others go on writing: nothing is locked, nobody waits, and
 * nothing can be written. PostgreSQL keeps what was there when the first question was asked; so does SQLite's journal.
 * Within a transaction that there is, it reads in that one.
 */
export async function inSnapshot<Result>(knex: Knex, read: (snapshot: Knex) => Promise<Result>): Promise<Result> {
	if (knex.isTransaction) return read(knex);
	const config: Knex.TransactionConfig = isSqlite(knex) ? {} : { isolationLevel: 'repeatable read', readOnly: true };
	return withOwnConnection(knex, (own) => own.transaction(read, config));
}
