import { createHmac } from 'node:crypto';
import { createError } from '@directus/errors';
import { defineHook } from '@directus/extensions-sdk';
import type { Application } from 'express';
import type { Knex } from 'knex';
import { directoriesIn } from '../../../environment/directories.ts';
import { emailOfAccount } from '../../../storage/platform/accounts.ts';
import { forgetOffers, isOffered, offerSecret } from '../../../storage/platform/offered-secrets.ts';
import { isRecoveryCode } from '../../../storage/platform/recovery-codes.ts';
import { useCode } from '../../../storage/platform/used-codes.ts';
import { counted } from '../../shared/counted.ts';
import { Attempts, isWrongCode, isWrongPassword } from './attempts.ts';
import { Failures } from './failures.ts';
import { limitLetters } from './forgotten.ts';
import { byRecoveryCode, WrongCode } from './recovery.ts';
import { sayTooMany } from './too-many.ts';

const SecretNotOffered = createError(
	'INVALID_PAYLOAD',
	'Invalid payload. The secret was not made here a short while ago: begin again.',
	400,
);

interface Account {
	user?: string | null;
	ip?: string | null;
}

interface AuthenticationService {
	knex: Knex;
	schema: never;
	accountability: Account | null;
}
interface Authentication {
	login(
		this: AuthenticationService,
		provider: string | undefined,
		payload: Record<string, unknown>,
		options?: { otp?: unknown },
	): Promise<unknown>;
	verifyPassword(this: AuthenticationService, user: string, password: string): Promise<void>;
}

interface SecondFactorService {
	knex: Knex;
	itemsService: { accountability: Account | null };
}
interface SecondFactor {
	verifyOTP(this: SecondFactorService, user: string, code: string | symbol, secret?: string): Promise<boolean>;
	generateTFA(
		this: SecondFactorService,
		user: string,
		requiresPassword?: boolean,
	): Promise<{ secret: string; url: string }>;
	enableTFA(this: SecondFactorService, user: string, code: string, secret: string): Promise<void>;
}

/**
 * Stands for the code of whom a directory signs in: it is asked for afterwards, and the guard lets them no further before.
 * No request can hold it.
 */
const ASKED_AFTERWARDS = Symbol('asked for afterwards');

/**
 * Guessing is slowed down, and no account is lost by it. Directus suspends an account for good after some failures, so
 * that anybody could take it from its owner: that is switched off (`auth_login_attempts` in `directus/settings.yaml`).
 * Every road to a password or a code leads through these three methods.
 */
export default defineHook(({ init }, { services, env, logger }) => {
	const attempts = new Attempts(
		new Failures(env),
		(by, address) => logger.warn({ by, address }, 'Attempts with wrong passwords or codes are slowed down'),
		({ account, address, by }) => {
			counted.failures++;
			logger.warn({ account: inLog(account), address, by }, 'A wrong password or code');
		},
	);
	const directories = directoriesIn(env);
	// The same account is found again there; an address, which somebody could try, does not lead to it without the key.
	const inLog = (account: string) =>
		createHmac('sha256', String(env.SECRET)).update(account.toLowerCase()).digest('base64url').slice(0, 16);
	const emailOf = async (knex: Knex, user: string): Promise<string> => (await emailOfAccount(knex, user)) ?? user;

	limitLetters((services.UsersService as unknown as { prototype: never }).prototype, env);
	const authentication = (services.AuthenticationService as unknown as { prototype: Authentication }).prototype;
	const { login, verifyPassword } = authentication;
	authentication.login = function (provider, payload, options) {
		const code = options?.otp;
		const attempt = () => {
			if (!isRecoveryCode(code)) return login.call(this, provider, payload, options);
			return byRecoveryCode({
				knex: this.knex,
				email: String(payload.email),
				code,
				byPassword: () => login.call(this, provider, payload, { ...options, otp: undefined }),
				switchOff: (user) => {
					const accountability = {
						...this.accountability,
						user,
						role: null,
						roles: [],
						admin: true,
						app: true,
					} as never;
					const { knex, schema } = this;
					return new services.TFAService({ knex: knex as never, schema, accountability }).disableTFA(user);
				},
			});
		};
		// A directory asks for the password itself: nobody guesses anything here.
		if (provider !== undefined && directories.includes(provider)) {
			return login.call(this, provider, payload, { ...options, otp: ASKED_AFTERWARDS });
		}
		return attempts.make(
			{
				account: String(payload.email),
				address: this.accountability?.ip ?? '',
				// The sign-in page asks without a code first, to learn whether there must be one.
				isFailure: (error) => isWrongPassword(error) || (Boolean(options?.otp) && isWrongCode(error)),
				signsIn: true,
			},
			attempt,
		);
	};
	authentication.verifyPassword = async function (user, password) {
		const account = await emailOf(this.knex, user);
		const address = this.accountability?.ip ?? '';
		return attempts.make({ account, address, isFailure: isWrongPassword, signsIn: false }, () =>
			verifyPassword.call(this, user, password),
		);
	};

	const secondFactor = (services.TFAService as unknown as { prototype: SecondFactor }).prototype;
	const { verifyOTP, generateTFA, enableTFA } = secondFactor;
	/** Whoever has read a code over a shoulder, or off a wire, is too late. */
	const isUnusedCode = async (service: SecondFactorService, user: string, code: string, secret?: string) =>
		(await verifyOTP.call(service, user, code, secret)) && useCode(service.knex, user, code);
	secondFactor.verifyOTP = async function (user, code, secret) {
		if (typeof code === 'symbol') return code === ASKED_AFTERWARDS;
		const { accountability } = this.itemsService;
		// While somebody signs in nobody is signed in yet, and the attempt is counted there.
		if (!accountability?.user) return isUnusedCode(this, user, code, secret);
		const account = await emailOf(this.knex, user);
		const address = accountability.ip ?? '';
		return attempts
			.make({ account, address, isFailure: isWrongCode, signsIn: false }, async () => {
				if (!(await isUnusedCode(this, user, code, secret))) throw new WrongCode();
				return true;
			})
			.catch((error: unknown) => {
				if (isWrongCode(error)) return false;
				throw error;
			});
	};
	// Directus makes a secret of half the length that its codes have, and takes any that is sent.
	secondFactor.generateTFA = async function (user, requiresPassword) {
		const url = new URL((await generateTFA.call(this, user, requiresPassword)).url);
		const secret = await offerSecret(this.knex, user);
		url.searchParams.set('secret', secret);
		return { secret, url: url.href };
	};
	secondFactor.enableTFA = async function (user, code, secret) {
		if (!(await isOffered(this.knex, user, String(secret)))) throw new SecretNotOffered();
		await enableTFA.call(this, user, code, secret);
		await forgetOffers(this.knex, user);
		await useCode(this.knex, user, code);
	};

	init('routes.custom.after', ({ app }) => (app as Application).use(sayTooMany));
});
