import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from './directus.ts';

const LOCK = 20_241_101;
const POLL_MILLISECONDS = 300;

interface RawConnection {
	query(sql: string): Promise<{ rows: { locked: boolean }[] }>;
	end(): Promise<void>;
}

/**
 * Lets one starter at a time prepare a PostgreSQL database. It asks again and again instead of waiting in the
 * database: a waiting lock would hold up the indexes that Directus's migrations build concurrently.
 * SQLite belongs to one process; there the file's own lock is enough.
 */
export async function withStartLock<Result>(knex: Knex, vendor: string, work: () => Promise<Result>): Promise<Result> {
	if (vendor !== 'postgres') return work();
	const connection = (await knex.client.acquireRawConnection()) as RawConnection;
	try {
		const tryLock = async () =>
			(await connection.query(`select pg_try_advisory_lock(${LOCK}) as locked`)).rows[0]?.locked;
		while (!(await tryLock())) await sleep(POLL_MILLISECONDS);
		return await work();
	} finally {
		await connection.end();
	}
}
