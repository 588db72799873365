/** The gate that asks of whoever has signed in whether they still may, and whether they have what they must have. */
import type { Request } from 'express';
import type { Knex } from 'knex';
import { isOfDirectory, mustEnrol, owesCode } from '../../../domain/platform/second-factor.ts';
import { isOver } from '../../../domain/platform/sessions.ts';
import {
	beginSession,
	endSessions,
	noteSeen,
	sessionName,
	sessionOf,
} from '../../../storage/platform/sign-in-sessions.ts';
import { askedLanguage, languageIn } from '../../shared/asked-language.ts';
import type { SignedInAs } from '../../shared/fresh-proof.ts';
import { isCurrent, type AccountReader } from './account-check.ts';
import { ACCOUNT_REFUSALS, type AccountRefusal } from './account-refusals.ts';
import type { Refusal } from './refusal.ts';

type SignedInRequest = Request & {
	token?: string | null;
	accountability?: (SignedInAs & { session?: string }) | null;
};

/** How exactly it is kept when somebody last did something: a page makes dozens of requests. */
const SEEN_EVERY = 60_000;
const MOST_KEPT = 5000;

/** What the Studio asks by itself: nobody has done anything. */
const BY_ITSELF = /^\/(auth|server)(\/|$)/;

/** What enrolment and signing out need, and the parts of the Studio that show the way there: nothing about anybody. */
const BEFORE_ENROLMENT = [
	/^\/auth(\/|$)/,
	/^\/server\/(info|ping)$/,
	/^\/extensions\/sources\//,
	/^\/second-factor(\/|$)/,
	/^\/users\/me\/tfa\/(generate|enable)$/,
];

/** Directus asks whoever signs in with a directory for no password there; ours asks for a fresh sign-in. */
const PAST_THE_PROOF = /^\/users\/me\/tfa\/(generate|enable)$/;

export function accountGate(knex: Knex, accountOf: AccountReader, required: boolean) {
	const seen = new Map<string, number>();
	const withCode = new Set<string>();

	/** Whether a session has come to its end; if not, somebody has just used it. */
	const isAtItsEnd = async (token: string, user: string): Promise<boolean> => {
		const name = sessionName(token);
		const now = Date.now();
		if ((seen.get(name) ?? 0) + SEEN_EVERY > now) return false;
		const session = await sessionOf(knex, name);
		if (session && isOver(session, now)) {
			await endSessions(knex, { token });
			return true;
		}
		if (seen.size >= MOST_KEPT) seen.clear();
		seen.set(name, now);
		await (session ? noteSeen(knex, name) : beginSession(knex, name, user));
		return false;
	};

	/** Whether a directory has let somebody in whose second factor nobody has shown in this session yet. */
	const lacksCode = async (user: string, name: string | undefined): Promise<boolean> => {
		if (name === undefined || withCode.has(name)) return false;
		// What is known of an account is some seconds old, and it may have been tied to a directory since.
		const account = await accountOf.anew(user);
		const mayOwe = account !== undefined && owesCode(account, null);
		if (mayOwe && owesCode(account, (await sessionOf(knex, name))?.code_at)) return true;
		if (withCode.size >= MOST_KEPT) withCode.clear();
		withCode.add(name);
		return false;
	};

	const faultIn = async (request: SignedInRequest, path: string, user: string): Promise<AccountRefusal | undefined> => {
		const { role = null, session } = request.accountability as SignedInAs & { session?: string };
		const claims = claimsOf(request.token);
		const token = { role, session: session !== undefined, ...(claims && { issued: claims }) };
		let account = await accountOf(user);
		if (!isCurrent(account, token)) account = await accountOf.anew(user);
		if (account?.left_on) {
			await endSessions(knex, { users: [user] });
			return 'left';
		}
		if (!isCurrent(account, token)) return 'changed';
		if (session !== undefined && !BY_ITSELF.test(path) && (await isAtItsEnd(session, user))) return 'over';
		if (!account || claims === undefined) return undefined;
		if (isOfDirectory(account.provider) && PAST_THE_PROOF.test(path)) return 'second_factor';
		if (BEFORE_ENROLMENT.some((open) => open.test(path))) return undefined;
		if (!mustEnrol(account, required)) {
			return (await lacksCode(user, request.accountability?.session_name)) ? 'code' : undefined;
		}
		account = await accountOf.anew(user);
		// Enrolled a moment ago: this token is from before.
		return isCurrent(account, token) ? 'second_factor' : 'changed';
	};

	return async (request: SignedInRequest, path: string): Promise<Refusal | undefined> => {
		const { accountability } = request;
		if (!accountability?.user) return undefined;
		const name = accountability.session ?? (claimsOf(request.token) && request.token);
		if (name) accountability.session_name = sessionName(name);
		const fault = await faultIn(request, path, accountability.user);
		if (!fault) return undefined;
		const { messages, ...refusal } = ACCOUNT_REFUSALS[fault];
		const account = await accountOf(accountability.user);
		const language = askedLanguage(request, account?.language ? languageIn(account.language) : null);
		return { ...refusal, message: messages[language] };
	};
}

/** What a token of somebody who has signed in says, which Directus has checked; none of a service's. */
function claimsOf(token: string | null | undefined): { password: unknown; factor: unknown } | undefined {
	const [, claims, ...rest] = (token ?? '').split('.');
	if (!claims || rest.length !== 1) return undefined;
	try {
		const { iss, password, factor } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'));
		return iss === 'directus' ? { password, factor } : undefined;
	} catch {
		return undefined;
	}
}
