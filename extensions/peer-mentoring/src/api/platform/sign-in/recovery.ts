import { createError } from '@directus/errors';
import type { Knex } from 'knex';
import { accountWithEmail } from '../../../storage/platform/accounts.ts';
import { useRecoveryCode } from '../../../storage/platform/recovery-codes.ts';
import { isWrongCode } from './attempts.ts';

/** What Directus answers to a wrong code of the second factor, and to one of ours. */
export const WrongCode = createError('INVALID_OTP', 'Invalid user OTP.', 401);

interface SignIn {
	knex: Knex;
	email: string;
	code: string;
	/** Signs in by the password alone. */
	byPassword: () => Promise<unknown>;
	switchOff: (user: string) => Promise<void>;
}

/**
 * Signs in with a recovery code where the code of the lost device would be. The password is asked first; the code is then
 * used up and the second factor switched off, so that the person is asked to enrol anew.
 */
export async function byRecoveryCode({ knex, email, code, byPassword, switchOff }: SignIn): Promise<unknown> {
	try {
		return await byPassword();
	} catch (error) {
		if (!isWrongCode(error)) throw error;
	}
	const user = await accountWithEmail(knex, email);
	if (user === undefined || !(await useRecoveryCode(knex, user, code))) throw new WrongCode();
	await switchOff(user);
	return byPassword();
}
