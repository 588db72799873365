import { defineHook } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { secondFactorIsRequired } from '../../../environment/second-factor.ts';
import { forgetRecoveryCodes } from '../../../storage/platform/recovery-codes.ts';
import { endSessions } from '../../../storage/platform/sign-in-sessions.ts';
import { demandProof, type SignedInAs } from '../../shared/fresh-proof.ts';

/** What makes of an account somebody else's, or more than it was. */
const WEIGHTY = ['role', 'policies', 'supplier', 'status', 'token', 'email', 'password'];
/** Where it is written what a role may do. */
const RIGHTS = ['roles', 'policies', 'permissions', 'access'];
const ACTIONS = ['create', 'update', 'delete'];

/** What follows from a second factor that comes or goes, and what asks for it anew. */
export default defineHook(({ filter }, { env }) => {
	filter<Record<string, unknown>>('users.update', async (change, { keys }, { database }) => {
		if (change.tfa_secret === undefined) return change;
		const knex = database as unknown as Knex;
		// Whoever has signed in without it, or with the one before, signs in again.
		await endSessions(knex, { users: keys });
		await forgetRecoveryCodes(knex, keys);
		return change;
	});
	if (!secondFactorIsRequired(env)) return;

	const events = [
		...['create', 'update'].map((action) => `erasures.items.${action}`),
		...['create', 'delete'].map((action) => `users.${action}`),
		...RIGHTS.flatMap((scope) => ACTIONS.map((action) => `${scope}.${action}`)),
	];
	for (const event of events) {
		filter(event, async (payload, _meta, { database, accountability }) => {
			await demandProof(database as unknown as Knex, accountability as SignedInAs | null);
			return payload;
		});
	}
	filter<Record<string, unknown>>('users.update', async (change, { keys }, { database, accountability }) => {
		const own = keys.length === 1 && keys[0] === accountability?.user;
		// One's own password is asked for by the present one.
		const weighty = WEIGHTY.some((name) => name in change && !(own && name === 'password'));
		if (weighty) await demandProof(database as unknown as Knex, accountability as SignedInAs | null);
		return change;
	});
});
