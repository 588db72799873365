import { defineHook } from '@directus/extensions-sdk';
import type { Application } from 'express';
import type { Knex } from 'knex';
import { uuidIn } from '../../../storage/database/keys.ts';
import { isAnswered } from '../../../storage/journey/plan-confirmations.ts';
import { inTheirLanguage, refusal } from '../../shared/errors.ts';
import { hideSecrets } from '../../shared/hide-secrets.ts';

const KEPT = 'plan_confirmations';

/**
 * What a Mentee answered is evidence (Table A): written by the platform alone, and neither changed nor deleted, whoever
 * asks; only an erasure takes their words away (2.25).
 */
export default defineHook(({ filter, init }) => {
	for (const event of ['create', 'update', 'delete']) {
		filter(`${KEPT}.items.${event}`, (_payload, _meta, context) =>
			inTheirLanguage(context, () => Promise.reject(refusal(KEPT, 'answer', 'confirmation_kept'))),
		);
	}
	// With a plan its confirmations would go.
	for (const collection of ['action_plans', 'mentees', 'referrals'] as const) {
		filter(`${collection}.items.delete`, (keys, _meta, context) =>
			inTheirLanguage(context, async () => {
				const own = (keys as unknown[]).flatMap((each) => uuidIn(each) ?? []);
				if (await isAnswered(context.database as unknown as Knex, collection, own))
					throw refusal(collection, 'id', 'confirmation_kept');
				return keys;
			}),
		);
	}
	init('middlewares.before', ({ app }) =>
		(app as Application).use(hideSecrets('plan-confirmation', (second) => second.toLowerCase() !== 'links')),
	);
});
