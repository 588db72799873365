import { setTimeout as wait } from 'node:timers/promises';
import type { Knex } from 'knex';

/** What the database says where two transactions stood in each other's way, and either would succeed alone. */
const PASSING = ['40P01', '40001', 'SQLITE_BUSY', 'SQLITE_LOCKED'];
const TIMES = 6;
const SHORTEST = 20;
/** After this long nobody waits any more, in milliseconds: each try may itself have waited for the database. */
const LONGEST = 10_000;

/**
 * Does again what another transaction stood in the way of. Each wait is longer than the one before, by chance so that
 * two do not meet again.
 * @param work a transaction of its own, whole: nothing of the failed one is there
 */
export async function retrying<Result>(work: () => Promise<Result>): Promise<Result> {
	const began = performance.now();
	for (let time = 1; ; time++) {
		try {
			return await work();
		} catch (error) {
			const isOver = time === TIMES || performance.now() - began > LONGEST;
			if (isOver || !isPassing(error)) throw error;
			await wait(SHORTEST * 2 ** (time - 1) * (0.5 + Math.random()));
		}
	}
}

/** Whether an error is a collision with another transaction. */
export function isPassing(error: unknown): boolean {
	return PASSING.includes(String((error as { code?: unknown } | null)?.code));
}

/** Works in the transaction that there is, or else in one of its own. */
export function inTransaction<Result>(knex: Knex, work: (transaction: Knex) => Promise<Result>): Promise<Result> {
	return knex.isTransaction ? work(knex) : knex.transaction(work);
}
