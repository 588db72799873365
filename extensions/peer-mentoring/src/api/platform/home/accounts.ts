import type { Knex } from 'knex';
import { unusedSince } from '../../../domain/home/unused.ts';
import { RESETS } from '../../../storage/platform/resets.ts';
import { unusedAccounts } from '../../../storage/platform/unused-accounts.ts';
import type { Reading } from './reading.ts';

const MOST = 20;

/** Accounts that somebody has to look at: phones that were lost, and accounts that nobody uses (5.1). */
export async function accountsHome(knex: Knex, reading: Reading) {
	const unused = await unusedAccounts(knex, unusedSince(reading.today));
	const [lost] = await reading.rows(RESETS, { aggregate: { count: ['*'] }, filter: { reset: { _eq: false } } });
	return { unused: unused.slice(0, MOST), more: Math.max(0, unused.length - MOST), lost: Number(lost?.count ?? 0) };
}
