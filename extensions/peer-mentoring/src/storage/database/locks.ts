import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { isSqlite } from './day-columns.ts';

/**
 * What several transactions write for all: a contract's service levels and deadlines, or what a Peer Mentor comes to. And
 * what is read to ask a rule, and must not change until the answer is stored: a record, or all about one person.
 */
type Shared = 'contract' | 'mentor' | 'record' | 'referral';

/**
 * Waits until no other transaction writes what is shared, and keeps others waiting until this one ends. Whoever needs
 * several names them together: they are taken in one order, whoever asks. People come before what is shared, so that
 * two who record at the same moment wait here and nowhere else.
 *
 * The lock is no row's: every row that names a contract holds its row as well, in whatever order rows are written.
 */
export async function lockInOrder(transaction: Knex, what: Shared, keys: readonly string[]): Promise<void> {
	// On SQLite one transaction writes at a time.
	if (isSqlite(transaction) || keys.length === 0) return;
	const locks = [...new Set(keys)].map((key) => numberOf(`${what} ${key}`)).sort((a, b) => (a < b ? -1 : 1));
	await transaction.raw('select pg_advisory_xact_lock(number) from unnest(?::bigint[]) as locks(number)', [
		locks.map(String),
	]);
}

/** As {@link lockInOrder}, of these contracts or of all. */
export async function lockContracts(transaction: Knex, contracts: readonly string[] | undefined): Promise<void> {
	if (isSqlite(transaction)) return;
	const all = contracts ?? ((await transaction('call_off_contracts').pluck('id')) as string[]);
	await lockInOrder(transaction, 'contract', all);
}

/** PostgreSQL names such locks by a number. */
function numberOf(name: string): bigint {
	return createHash('sha256').update(name).digest().readBigInt64BE();
}
