import type { Knex } from 'knex';
import { isSqlite } from '../../database/day-columns.ts';
import { sealWithin } from './seal.ts';
import { OPEN, SETTING } from './tables.ts';

/** What makes a change of the trail lawful: the erasure of one person (2.25), by the key of their referral. */
export const erasureOf = (referral: string) => `erasure ${referral}`;

/** And the encryption of a field with another key, with a first one or with none: what was said stays. */
export const fieldKeyOf = (change: string) => `field key ${change}`;

/**
 * Lets one piece of work change the trail. What is there is sealed before, so that its digest stays; the database notes
 * each row that changes, and why. To be called in a transaction: nothing outside of it is let through, and where the work
 * fails it must be rolled back.
 */
export async function changeLawfully<Result>(
	transaction: Knex,
	note: string,
	work: () => Promise<Result>,
): Promise<Result> {
	await sealWithin(transaction);
	await announce(transaction, note);
	const result = await work();
	await announce(transaction, '');
	return result;
}

async function announce(transaction: Knex, note: string): Promise<void> {
	if (!isSqlite(transaction)) {
		await transaction.raw('select set_config(?, ?, true)', [SETTING, note]);
	} else if (note === '') await transaction(OPEN).delete();
	else await transaction(OPEN).insert({ note });
}
