import { createError } from '@directus/errors';
import { defineHook } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { directoriesIn, settingOf } from '../../../environment/directories.ts';
import { accountsIdentifiedBy } from '../../../storage/platform/directory-accounts.ts';
import { keepSignIns } from './accounts.ts';
import { keepTokensOut } from './tokens-out-of-log.ts';

/** As Directus answers whoever may not sign in, whatever the reason. */
const NotLetIn = createError('INVALID_CREDENTIALS', 'Invalid user credentials.', 401);

interface Told {
	identifier: string;
	provider: string;
	providerPayload: { userInfo: Record<string, unknown> };
}

/**
 * Signing in with an organisation's directory (OpenID Connect). The directory says who somebody is, and nothing else: the
 * account, its role and its second factor are the platform's, and what the directory sends is not kept.
 */
export default defineHook(({ filter }, { env, logger }) => {
	const directories = directoriesIn(env);
	keepSignIns(filter, directories);
	if (directories.length === 0) return;
	keepTokensOut(logger);

	// Directus looks for an identifier in whatever directory and capitals, and takes an e-mail address where there is none.
	filter('auth.update', async (_change, meta, { database }) => {
		const { identifier, provider, providerPayload } = meta as Told & Record<string, unknown>;
		const claim = String(env[settingOf(provider, 'IDENTIFIER_KEY')] ?? 'sub');
		const [account, ...others] = await accountsIdentifiedBy(database as unknown as Knex, identifier);
		const isTheirs = account?.provider === provider && account.external_identifier === identifier;
		if (!isTheirs || others.length > 0 || providerPayload.userInfo[claim] !== identifier) throw new NotLetIn();
		return {};
	});
	filter('auth.create', () => {
		throw new NotLetIn();
	});
});
