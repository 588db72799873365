/** Requests to take the second factor off an account whose owner has lost the device. */
import type { Knex } from 'knex';
import { ASKER_IS_NEW_FOR, type ResetRequest } from '../../domain/platform/reset.ts';
import { hasChanged } from './administered.ts';
import { momentOf } from '../database/day-columns.ts';

export const RESETS = 'second_factor_resets';

/** An account that has a second factor, by its address, and whose it is. */
export async function accountWithFactor(
	knex: Knex,
	email: string,
): Promise<{ id: string; supplier: string | null } | undefined> {
	return knex('directus_users')
		.whereRaw('lower(email) = ?', [email.trim().toLowerCase()])
		.where({ status: 'active' })
		.whereNotNull('tfa_secret')
		.first('id', 'supplier');
}

/** @param by whoever would do what is asked for */
export async function resetRequests(knex: Knex, keys: readonly string[], by: string | null): Promise<ResetRequest[]> {
	const rows = await knex(RESETS).whereIn('id', keys).select('user_created', 'date_created', 'account', 'reset');
	const lately = new Date(Date.now() - ASKER_IS_NEW_FOR * 24 * 60 * 60 * 1000);
	return Promise.all(
		rows.map(async ({ user_created, date_created, account, reset }) => ({
			asked_by: user_created,
			asked_at: momentOf(date_created) ?? 0,
			account,
			done: Boolean(reset),
			asker_is_theirs: by !== null && user_created !== null && (await hasChanged(knex, by, user_created, lately)),
		})),
	);
}
