import type { Knex } from 'knex';
import { isSqlite } from '../database/day-columns.ts';

/** Nothing was loaded, and the same files can be sent again: another import runs, or somebody changed the same records. */
export class ImportBusy extends Error {
	constructor() {
		super('Other changes to the records were being saved at the same time. Nothing was loaded; try again in a minute.');
	}
}

const LOCK = 20_241_102;
const SECONDS_TO_WAIT = 60;

/**
 * Waits until no other import writes, so that two of the same file are one import and one that changes nothing.
 * On SQLite an update of no row takes the lock that there is on the file.
 */
export async function takeTurn(transaction: Knex): Promise<void> {
	if (isSqlite(transaction)) {
		await transaction.raw(`pragma busy_timeout = ${SECONDS_TO_WAIT * 1000}`);
		// eslint-disable-next-line no-restricted-syntax -- no row is written
		await transaction('referrals').whereRaw('1 = 0').update({ reference: null });
		return;
	}
	await transaction.raw(`set local lock_timeout = '${SECONDS_TO_WAIT}s'`);
	await transaction.raw('select pg_advisory_xact_lock(?)', [LOCK]);
}

const BUSY = [
	'SQLITE_BUSY',
	// Somebody has just entered a record with the same reference, e-mail address or name.
	'23505',
	// A lock that could not be had in time, a deadlock, a conflict with another transaction.
	'55P03',
	'40P01',
	'40001',
];

/** Turns the database's ways of saying 'not now' into {@link ImportBusy}; other errors stay what they are. */
export function asBusy(error: unknown): unknown {
	const { code, name } = error as { code?: string; name?: string };
	return BUSY.includes(code ?? '') || name === 'KnexTimeoutError' ? new ImportBusy() : error;
}
