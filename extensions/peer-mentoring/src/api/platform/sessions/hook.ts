import { randomUUID } from 'node:crypto';
import { createError } from '@directus/errors';
import { defineHook } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { dayInWords, type Language } from '../../../domain/language/messages.ts';
import { isOver } from '../../../domain/platform/sessions.ts';
import { directoriesIn } from '../../../environment/directories.ts';
import { beginSession, endSessions, sessionName, sessionOf } from '../../../storage/platform/sign-in-sessions.ts';
import { standingOf } from '../../../storage/platform/standing.ts';
import { languageIn } from '../../shared/asked-language.ts';

interface SignedIn {
	refreshToken: string;
	id: string | null;
}
interface Authentication {
	knex: Knex;
	login(provider: string | undefined, payload: object, options?: object): Promise<SignedIn>;
	refresh(token: string, options?: { session?: boolean }): Promise<SignedIn>;
}

const SessionOver = createError('INVALID_CREDENTIALS', 'Sign in again: your session has ended.', 401);
const AccountEnded = createError<{ reason: string }>('ACCOUNT_ENDED', ({ reason }) => reason, 403);

const ENDED: Record<Language, (day: string) => string> = {
	'en-GB': (day) => `Your last day as a Peer Mentor was ${day}, and with it your access has ended.`,
	'cy-GB': (day) => `Eich diwrnod olaf fel mentor cymheiriaid oedd ${day}, a daeth eich mynediad i ben gydag ef.`,
};

/**
 * Keeps when each session began and was last used, over the tokens that it changes as it goes on, and writes into every
 * token upon which password and second factor it was issued. Who has left gets none.
 */
export default defineHook(({ filter }, { services, database, env }) => {
	const authentication = (services.AuthenticationService as unknown as { prototype: Authentication }).prototype;
	const { login, refresh } = authentication;
	const directories = directoriesIn(env);

	authentication.login = async function (provider, payload, options) {
		const signedIn = await login.call(this, provider, payload, options);
		// Whom a directory has just let in has no password here: this is what they show in its stead.
		const shown = provider !== undefined && directories.includes(provider) ? { password_at: Date.now() } : {};
		if (signedIn.id) await beginSession(this.knex, sessionName(signedIn.refreshToken), signedIn.id, shown);
		return signedIn;
	};

	authentication.refresh = async function (token, options) {
		const session = token ? await sessionOf(this.knex, sessionName(token)) : undefined;
		if (session && isOver(session, Date.now())) {
			await endSessions(this.knex, { token });
			throw new SessionOver();
		}
		const renewed = await refresh.call(this, token, options);
		if (renewed.id) {
			// The Studio renews its session by itself; a program does so when it goes on.
			const seen_at = options?.session ? session?.seen_at : Date.now();
			const kept = session && { ...session, ...(seen_at !== undefined && { seen_at }) };
			await beginSession(this.knex, sessionName(renewed.refreshToken), renewed.id, kept);
		}
		return renewed;
	};

	filter('auth.jwt', async (payload, { user }) => {
		const account = user ? await standingOf(database as unknown as Knex, user) : undefined;
		if (!account) return payload;
		const { left_on: left, password, factor } = account;
		if (left) {
			const language = languageIn(account.language);
			throw new AccountEnded({ reason: ENDED[language](dayInWords(left, language)) });
		}
		// Two that are issued in the same second are still two: what is proved with one is not proved with the other.
		return { ...(payload as object), password, factor, jti: randomUUID() };
	});
});
