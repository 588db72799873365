/** Which account somebody in a directory has here: the one that an Administrator has tied to them, and no other. */
import type { EventContext, RegisterFunctions } from '@directus/types';
import type { Knex } from 'knex';
import type { Texts } from '../../../domain/language/text.ts';
import { isOfDirectory, OWN_SIGN_IN } from '../../../domain/platform/second-factor.ts';
import { ACCOUNTS } from '../../../storage/platform/accounts.ts';
import { accountsIdentifiedBy, signInsOf, type SignInOf } from '../../../storage/platform/directory-accounts.ts';
import { endSessions } from '../../../storage/platform/sign-in-sessions.ts';
import { languageOf, refused } from '../../shared/errors.ts';
import { TEXTS } from './texts.ts';

type Change = Record<string, unknown>;

/** Keeps to what can be: a directory that there is, an identifier that is one person's, and no password beside it. */
export function keepSignIns(filter: RegisterFunctions['filter'], directories: readonly string[]): void {
	filter<Change>('users.create', async (account, _meta, context) => {
		if (!concerns(account)) return account;
		const tidied = tidy(account);
		await refuseFault(context, directories, { ...NEW, ...tidied });
		return isOfDirectory(tidied.provider) ? { ...tidied, password: null } : tidied;
	});
	filter<Change>('users.update', async (change, { keys }, context) => {
		if (!concerns(change)) return change;
		const knex = context.database as unknown as Knex;
		const tidied = tidy(change);
		const accounts = (await signInsOf(knex, keys as string[])).map((account) => ({ ...account, ...tidied }));
		for (const account of accounts) await refuseFault(context, directories, account);
		// Who has signed in so far need not be who signs in from now on.
		await endSessions(knex, { users: keys as string[] });
		return accounts.some(({ provider }) => isOfDirectory(provider)) ? { ...tidied, password: null } : tidied;
	});
}

const NEW: SignInOf = { id: null, provider: OWN_SIGN_IN, external_identifier: null };

const concerns = (change: Change): boolean => 'provider' in change || 'external_identifier' in change;

/** As it is kept: nothing is no identifier, and no directory is the sign-in of the platform. */
function tidy(change: Change): Change {
	const identifier = String(change.external_identifier ?? '').trim();
	return {
		...change,
		...('provider' in change && { provider: change.provider || OWN_SIGN_IN }),
		...('external_identifier' in change && { external_identifier: identifier || null }),
	};
}

async function refuseFault(
	{ database, accountability }: Pick<EventContext, 'database' | 'accountability'>,
	directories: readonly string[],
	account: SignInOf,
): Promise<void> {
	const knex = database as unknown as Knex;
	const { provider, external_identifier: identifier } = account;
	const refuse = async (field: string, words: Texts) => {
		throw refused(ACCOUNTS, field, words[await languageOf(knex, accountability?.user)]);
	};
	if (provider !== OWN_SIGN_IN && !directories.includes(String(provider))) {
		await refuse('provider', TEXTS.provider(directories));
	}
	if (!isOfDirectory(provider)) return;
	if (identifier === null || identifier.includes('@')) return refuse('external_identifier', TEXTS.identifier);
	const others = (await accountsIdentifiedBy(knex, identifier)).filter(({ id }) => id !== account.id);
	if (others.length > 0) await refuse('external_identifier', TEXTS.taken);
}
