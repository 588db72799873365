/** Closes what Directus 11.17.4 leaves open: two gates before its routes, and a layer behind them. */
import { defineHook } from '@directus/extensions-sdk';
import type { Application } from 'express';
import type { Knex } from 'knex';
import { directoriesIn } from '../../../environment/directories.ts';
import { secondFactorIsRequired } from '../../../environment/second-factor.ts';
import { standingOf } from '../../../storage/platform/standing.ts';
import { rootOf } from '../../shared/place.ts';
import { ADMINISTRATOR_USED, type Announcing } from '../../shared/announced.ts';
import { onceADay } from './once-a-day.ts';
import { sayOfEveryAnswer } from './answer-headers.ts';
import { arriveAtTheCode } from './arrive-at-code.ts';
import { accountReader } from './account-check.ts';
import { accountGate } from './account-gate.ts';
import { refuseDeepBodies } from './deep-bodies.ts';
import { harmlessExports } from './harmless-exports.ts';
import { hiddenDrawers } from './hidden-drawers.ts';
import { requestInLog } from './request-in-log.ts';
import { refusalsInLog } from './refusals-in-log.ts';
import { refuseWrites } from './refuse-writes.ts';
import { keepServing } from './keep-serving.ts';
import { platformReader } from './platform-model.ts';
import { refuseModelChanges } from './refuse-model-changes.ts';
import { readKeysAsTheCaller, type ItemsServiceClass } from './keys-by-query.ts';
import { refuseByCaller } from './refuse-by-caller.ts';
import { refuseEarly } from './refuse-early.ts';
import { refuseUnanswerable, type ReadingClass } from './unanswerable.ts';
import { refuseWrongKinds } from './refuse-values.ts';
import { withoutSession } from './without-session.ts';
import { writeAnyKeyAsXml, type ExportServiceClass } from './xml-exports.ts';

export default defineHook(({ init, filter, embed }, { services, database, env, logger, emitter }) => {
	keepServing((details, message) => logger.error(details, message));
	readKeysAsTheCaller(services.ItemsService as unknown as ItemsServiceClass);
	refuseUnanswerable(services.ItemsService as unknown as ReadingClass);
	writeAnyKeyAsXml(services.ExportService as unknown as ExportServiceClass);
	const knex = database as unknown as Knex;
	const isPlatforms = platformReader(knex);
	refuseWrites(filter);
	refuseModelChanges(filter);

	const secondFactor = secondFactorIsRequired(env);
	const accountOf = accountReader((user) => standingOf(knex, user));
	const refusalOfAccount = accountGate(knex, accountOf, secondFactor);
	const administrates = onceADay((user) => (emitter as Announcing).emitAction(ADMINISTRATOR_USED, { user }, null));
	const root = rootOf(env);
	const { origin } = new URL(String(env.PUBLIC_URL), 'http://localhost');
	embed('head', hiddenDrawers);
	init('middlewares.before', ({ app }) =>
		(app as Application).use(
			...[requestInLog, sayOfEveryAnswer, refuseEarly(origin), harmlessExports, withoutSession],
			arriveAtTheCode(env, directoriesIn(env)),
		),
	);
	init('routes.custom.after', ({ app }) =>
		(app as Application).use(refuseWrongKinds((details, message) => logger.warn(details, message))),
	);
	init('middlewares.after', ({ app }) =>
		(app as Application).use(
			refusalsInLog((details, message) => logger.warn(details, message)),
			refuseDeepBodies,
			refuseByCaller({ knex, refusalOfAccount, isPlatforms, secondFactor, root, administrates }),
		),
	);
});
