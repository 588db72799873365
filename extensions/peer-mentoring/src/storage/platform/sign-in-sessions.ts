/**
 * What Directus does not keep of a session: when it began, when somebody last did something in it, and what they have
 * proved in it. Beside the data model, so that no request reaches it; a session's own key is not in it.
 */
import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { SignedIn } from '../../domain/platform/sessions.ts';

export const SIGN_IN_SESSIONS = 'platform_sessions';

const KEPT = 13 * 60 * 60 * 1000;

/** What was proved: that one knows the password, or has the device. */
export type Proof = 'password' | 'code';

export interface KnownSession extends SignedIn {
	password_at: number | null;
	code_at: number | null;
}

export async function createSessionsTable(knex: Knex): Promise<void> {
	if (await knex.schema.hasTable(SIGN_IN_SESSIONS)) return;
	await knex.schema.createTable(SIGN_IN_SESSIONS, (table) => {
		table.string('key').primary();
		table.uuid('user').notNullable().index();
		table.bigInteger('started_at').notNullable().index();
		table.bigInteger('seen_at').notNullable();
		table.bigInteger('password_at');
		table.bigInteger('code_at');
	});
}

/** The name of a session here, by the token that is its key. */
export function sessionName(token: string): string {
	return createHash('sha256').update(token).digest('base64url');
}

export async function sessionOf(knex: Knex, name: string): Promise<KnownSession | undefined> {
	const row = await knex(SIGN_IN_SESSIONS).where({ key: name }).first();
	const number = (value: unknown) => (value === null ? null : Number(value));
	return (
		row && {
			started_at: Number(row.started_at),
			seen_at: Number(row.seen_at),
			password_at: number(row.password_at),
			code_at: number(row.code_at),
		}
	);
}

/** Notes that somebody has signed in, and forgets those whose time is long over. */
export async function beginSession(
	knex: Knex,
	name: string,
	user: string,
	from: Partial<KnownSession> = {},
): Promise<void> {
	const now = Date.now();
	const row = { started_at: now, seen_at: now, password_at: null, code_at: null, ...from };
	await knex(SIGN_IN_SESSIONS)
		.insert({ key: name, user, ...row })
		.onConflict('key')
		.ignore();
	await knex(SIGN_IN_SESSIONS)
		.where('started_at', '<', now - KEPT)
		.delete();
}

export async function noteSeen(knex: Knex, name: string): Promise<void> {
	await knex(SIGN_IN_SESSIONS).where({ key: name }).update({ seen_at: Date.now() });
}

export async function noteProof(knex: Knex, name: string, user: string, proof: Proof): Promise<void> {
	await beginSession(knex, name, user);
	await knex(SIGN_IN_SESSIONS)
		.where({ key: name })
		.update({ [`${proof}_at`]: Date.now() });
}

/** Ends sessions at once: all of these people's, or the one with this token. */
export async function endSessions(knex: Knex, whose: { users: readonly string[] } | { token: string }): Promise<void> {
	if ('token' in whose) {
		await knex('directus_sessions').where({ token: whose.token }).delete();
		await knex(SIGN_IN_SESSIONS)
			.where({ key: sessionName(whose.token) })
			.delete();
		return;
	}
	await knex('directus_sessions').whereIn('user', whose.users).delete();
	await knex(SIGN_IN_SESSIONS).whereIn('user', whose.users).delete();
}
