import type { Knex } from 'knex';
import { OWN_SIGN_IN } from '../../domain/platform/second-factor.ts';
import { accountWithEmail } from './accounts.ts';
import { noteActivity } from './records.ts';
import { forgetRecoveryCodes } from './recovery-codes.ts';
import { endSessions } from './sign-in-sessions.ts';

/**
 * Gives an account back to whoever holds the machine, as the only Administrator who has lost password or phone: active,
 * with this password and no directory, without second factor and sessions, on record.
 * @param password as Directus keeps it
 * @returns whether there is such an account
 */
export async function recoverAccount(knex: Knex, email: string, password: string): Promise<boolean> {
	return knex.transaction(async (transaction) => {
		const user = await accountWithEmail(transaction, email);
		if (user === undefined) return false;
		const own = { provider: OWN_SIGN_IN, external_identifier: null };
		await transaction('directus_users')
			.where({ id: user })
			.update({ ...own, status: 'active', tfa_secret: null, password });
		await endSessions(transaction, { users: [user] });
		await forgetRecoveryCodes(transaction, [user]);
		const nobody = { user: null, ip: null, user_agent: 'npm run recover', origin: null };
		await noteActivity(transaction, { action: 'update', ...nobody, collection: 'directus_users', item: user });
		return true;
	});
}
