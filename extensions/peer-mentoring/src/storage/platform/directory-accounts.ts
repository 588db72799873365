import type { Knex } from 'knex';
import { ACCOUNTS } from './accounts.ts';

/** What an account signs in with; a new one has no key yet. */
export interface SignInOf {
	id: string | null;
	provider: string | null;
	/** What its directory calls its owner by. */
	external_identifier: string | null;
}

export async function signInsOf(knex: Knex, users: readonly string[]): Promise<SignInOf[]> {
	return knex(ACCOUNTS).whereIn('id', users).select('id', 'provider', 'external_identifier');
}

/** Every account that Directus would take for the owner of an identifier: it does not look at capitals, nor at the directory. */
export async function accountsIdentifiedBy(knex: Knex, identifier: string): Promise<SignInOf[]> {
	return knex(ACCOUNTS)
		.whereRaw('lower(external_identifier) = ?', [identifier.toLowerCase()])
		.select('id', 'provider', 'external_identifier');
}
