import type { Knex } from 'knex';
import { landOn } from '../../../storage/platform/accounts.ts';

/** The Studio opens where somebody was last; a Referrer who has been nowhere yet would land on an empty list. */
export async function landOnReferrals(knex: Knex, user: string): Promise<void> {
	await landOn(knex, { user, role: 'Referrer', page: '/refer', from: '/content' });
}
