import { defineHook } from '@directus/extensions-sdk';
import type { Application } from 'express';
import type { Knex } from 'knex';
import { ERASURES } from '../../../domain/privacy/personal-data.ts';
import { secondFactorIsRequired } from '../../../environment/second-factor.ts';
import { forgetRecoveryCodes } from '../../../storage/platform/recovery-codes.ts';
import { RESETS } from '../../../storage/platform/resets.ts';
import { endSessions } from '../../../storage/platform/sign-in-sessions.ts';
import { inTheirLanguage, refusal } from '../../shared/errors.ts';
import { demandProof, type SignedInAs } from '../../shared/fresh-proof.ts';
import { mailServerOf } from '../../shared/mail-server.ts';
import { rootOf } from '../../shared/place.ts';
import { traceOf } from '../../shared/trace-of.ts';
import { asAsked, asReset, tellAdministrators, tellOwner } from './resets.ts';
import { signInFirst } from './sign-in-first.ts';

/** What makes of an account somebody else's, or more than it was. */
const WEIGHTY = [
	'role',
	'policies',
	'supplier',
	'status',
	'token',
	'email',
	'password',
	'provider',
	'external_identifier',
];
/** Where it is written what a role may do. */
const RIGHTS = ['roles', 'policies', 'permissions', 'access'];
const ACTIONS = ['create', 'update', 'delete'];

type Change = Record<string, unknown>;

/** What follows from a second factor that comes or goes, and what asks for it anew. */
export default defineHook(({ filter, action, init }, { env, services, getSchema, logger }) => {
	const root = rootOf(env);
	init('routes.custom.after', ({ app }) => (app as Application).use('/second-factor', signInFirst(root)));
	filter<Change>('users.update', async (change, { keys }, { database }) => {
		if (change.tfa_secret === undefined) return change;
		const knex = database as unknown as Knex;
		// Whoever has signed in without it, or with the one before, signs in again.
		await endSessions(knex, { users: keys });
		await forgetRecoveryCodes(knex, keys);
		return change;
	});
	filter(`${RESETS}.items.create`, (request, _meta, context) =>
		inTheirLanguage(context, () => asAsked(context as never, request as Change)),
	);
	filter(`${RESETS}.items.update`, (change, { keys }, context) =>
		inTheirLanguage(context, () =>
			asReset(context as never, change as Change, keys as string[], async (account) => {
				const { database: knex, schema } = context;
				// Who may do this has been looked at: accounts are not otherwise a Platform Administrator's to write.
				const accountability = { ...context.accountability, admin: true };
				await new services.TFAService({ knex, schema, accountability } as never).disableTFA(account);
				const mailer = mailServerOf(env) && new services.MailService({ schema: await getSchema() });
				await tellOwner(knex as unknown as Knex, account, (letter) => {
					if (!mailer) return;
					mailer
						.send(letter)
						.catch((error: unknown) => logger.error(`No e-mail about a reset went out: ${traceOf(error)}`));
				});
			}),
		),
	);
	filter(`${RESETS}.items.delete`, (_keys, _meta, context) =>
		inTheirLanguage(context, () => Promise.reject(refusal(RESETS, 'reset', 'reset_kept'))),
	);
	action(`${RESETS}.items.create`, ({ key }, { database, accountability }) =>
		tellAdministrators(database as unknown as Knex, String(key), accountability?.user ?? null),
	);
	if (!secondFactorIsRequired(env)) return;

	const events = [
		...['create', 'update'].map((action) => `${ERASURES}.items.${action}`),
		`${RESETS}.items.update`,
		...['create', 'delete'].map((action) => `users.${action}`),
		...RIGHTS.flatMap((scope) => ACTIONS.map((action) => `${scope}.${action}`)),
	];
	for (const event of events) {
		filter(event, async (payload, _meta, { database, accountability }) => {
			await demandProof(database as unknown as Knex, accountability as SignedInAs | null);
			return payload;
		});
	}
	filter<Change>('users.update', async (change, { keys }, { database, accountability }) => {
		const own = keys.length === 1 && keys[0] === accountability?.user;
		// One's own password is asked for by the present one.
		const weighty = WEIGHTY.some((name) => name in change && !(own && name === 'password'));
		if (weighty) await demandProof(database as unknown as Knex, accountability as SignedInAs | null);
		return change;
	});
});
