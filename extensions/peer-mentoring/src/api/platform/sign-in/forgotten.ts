import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { RateLimiterRes } from 'rate-limiter-flexible';
import { readVariables } from '../../../environment/read-variables.ts';
import { HOUR, limiterMaker } from '../../shared/rate-limits.ts';
import { networkOf } from './network.ts';

/** As long as Directus takes, whether there is such an account or not. */
const AS_LONG = 500;

interface UsersService {
	accountability: { ip?: string | null } | null;
}
interface Users {
	requestPasswordReset(this: UsersService, email: string, url: string | null, subject?: string | null): Promise<void>;
}

/**
 * Letters for a forgotten password are limited by account and by address: they fill somebody's letter box otherwise, and
 * each is a way in. Whoever asks for one too many gets the same answer, and no letter.
 */
export function limitLetters(users: Users, env: Record<string, unknown>): void {
	const { PASSWORD_LETTERS_PER_ACCOUNT_AN_HOUR, PASSWORD_LETTERS_PER_ADDRESS_AN_HOUR } = readVariables(env);
	const make = limiterMaker(env);
	const limit = (name: string, most: number) => make({ name, most, duration: HOUR });
	const perAccount = limit('password-letters-account', PASSWORD_LETTERS_PER_ACCOUNT_AN_HOUR);
	const perAddress = limit('password-letters-address', PASSWORD_LETTERS_PER_ADDRESS_AN_HOUR);
	const { requestPasswordReset } = users;
	users.requestPasswordReset = async function (email, url, subject) {
		try {
			await perAddress.consume(networkOf(this.accountability?.ip ?? ''));
			// The account as it was written, whether there is one or not; what is kept, perhaps elsewhere, names nobody.
			await perAccount.consume(createHash('sha256').update(email.trim().toLowerCase()).digest('base64url'));
		} catch (problem) {
			if (!(problem instanceof RateLimiterRes)) throw problem;
			await wait(AS_LONG);
			return;
		}
		await requestPasswordReset.call(this, email, url, subject);
	};
}
