import { defineHook } from '@directus/extensions-sdk';
import type { Application } from 'express';
import type { Knex } from 'knex';
import { inTheirLanguage } from '../../shared/errors.ts';
import { hideSecrets } from '../../shared/hide-secrets.ts';
import { refuseChange, type WriteContext } from '../../shared/ownership.ts';
import type { Payload } from '../../shared/plain-record.ts';
import { completeLink, refuseFaultyChange } from './check-link.ts';
import { isToken } from '../../../storage/database/secret-token.ts';
import { landOnReferrals } from './landing.ts';
import { signInAgain } from './sign-in-again.ts';

/** Links with which organisations refer people: whose they are, how long they work, and that nobody else sees them. */
export default defineHook(({ filter, action, init }, { database, env }) => {
	filter('referral_links.items.create', (payload, _meta, context) =>
		inTheirLanguage(context, () => completeLink(payload as Payload, context as unknown as WriteContext)),
	);
	filter('referral_links.items.update', (payload, meta, context) =>
		inTheirLanguage(context, async () => {
			const change = payload as Payload;
			refuseChange('referral_links', change, ['supplier', 'contract', 'route', 'token_hash']);
			await refuseFaultyChange(change, meta.keys as unknown[], context as unknown as WriteContext);
			return change;
		}),
	);
	action('auth.login', async ({ status, user }) => {
		if (status === 'success') await landOnReferrals(database as unknown as Knex, user);
	});
	init('middlewares.before', ({ app }) => (app as Application).use(hideSecrets('refer', isToken)));
	init('routes.custom.after', ({ app }) => (app as Application).use('/refer', signInAgain(String(env.PUBLIC_URL))));
});
