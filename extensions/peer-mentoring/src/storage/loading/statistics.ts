import type { Knex } from 'knex';
import { isSqlite } from '../database/day-columns.ts';

/** What an import fills, and what settling reads of it. */
const FILLED = ['referrals', 'mentees', 'sessions', 'allocations', 'diagnostic_interviews', 'action_plans'];
/** From so many times the rows that PostgreSQL knew of on. */
const LARGE = 0.1;

/**
 * Has PostgreSQL count its tables anew after a load that they were not made for: it plans by what it knew before, and takes
 * several times as long for what follows. It would do so by itself, but minutes later. SQLite plans without.
 * @param written how many rows were written
 */
export async function renewStatistics(transaction: Knex, written: number): Promise<void> {
	if (isSqlite(transaction)) return;
	const [known] = await transaction('pg_class')
		.whereRaw('oid = any(?::regclass[])', [FILLED])
		.select(transaction.raw('sum(greatest(reltuples, 0)) as rows'));
	if (written <= Number(known.rows) * LARGE) return;
	await transaction.raw(`analyze ${FILLED.map(() => '??').join(', ')}`, FILLED);
}
