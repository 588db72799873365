/** Closes what Directus 11.17.4 leaves open: two gates before its routes, and a layer behind them. */
import { defineHook } from '@directus/extensions-sdk';
import type { Application } from 'express';
import type { Knex } from 'knex';
import { statusAndRoleOf } from '../../../storage/platform/accounts.ts';
import { sayOfEveryAnswer } from './answer-headers.ts';
import { accountReader } from './account-check.ts';
import { hiddenDrawers } from './hidden-drawers.ts';
import { refuseWrites } from './refuse-writes.ts';
import { keepServing } from './keep-serving.ts';
import { platformReader } from './platform-model.ts';
import { refuseModelChanges } from './refuse-model-changes.ts';
import { readKeysAsTheCaller, type ItemsServiceClass } from './keys-by-query.ts';
import { refuseByCaller } from './refuse-by-caller.ts';
import { refuseEarly } from './refuse-early.ts';
import { refuseUnanswerable, type ReadingClass } from './unanswerable.ts';
import { refuseWrongKinds } from './refuse-values.ts';

export default defineHook(({ init, filter, embed }, { services, database, logger }) => {
	keepServing((details, message) => logger.error(details, message));
	readKeysAsTheCaller(services.ItemsService as unknown as ItemsServiceClass);
	refuseUnanswerable(services.ItemsService as unknown as ReadingClass);
	const knex = database as unknown as Knex;
	const isPlatforms = platformReader(knex);
	refuseWrites(filter);
	refuseModelChanges(filter, isPlatforms);

	const accountOf = accountReader((user) => statusAndRoleOf(knex, user));
	embed('head', hiddenDrawers);
	init('middlewares.before', ({ app }) => (app as Application).use(sayOfEveryAnswer, refuseEarly));
	init('routes.custom.after', ({ app }) =>
		(app as Application).use(refuseWrongKinds((details, message) => logger.warn(details, message))),
	);
	init('middlewares.after', ({ app }) => (app as Application).use(refuseByCaller(accountOf, isPlatforms)));
});
