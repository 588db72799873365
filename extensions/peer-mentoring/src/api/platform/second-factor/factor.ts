/** The second factor of whoever asks: Directus makes the secret and checks the codes, its recovery codes are ours. */
import { isDirectusError } from '@directus/errors';
import type { Knex } from 'knex';
import { isRecoveryCode, newRecoveryCodes, useRecoveryCode } from '../../../storage/platform/recovery-codes.ts';
import { isOffered } from '../../../storage/platform/offered-secrets.ts';
import { noteProof, type Proof } from '../../../storage/platform/sign-in-sessions.ts';
import type { SignedInAs } from '../../shared/fresh-proof.ts';

interface Tfa {
	generateTFA(user: string): Promise<{ secret: string; url: string }>;
	enableTFA(user: string, otp: string, secret: string): Promise<void>;
	verifyOTP(user: string, otp: string): Promise<boolean>;
	disableTFA(user: string): Promise<void>;
}
interface Passwords {
	verifyPassword(user: string, password: string): Promise<void>;
}
export interface Services {
	tfa: (accountability: object) => Tfa;
	passwords: (accountability: object) => Passwords;
}

export type Who = SignedInAs & { user: string };

export class OwnFactor {
	private readonly knex: Knex;
	private readonly services: Services;
	private readonly who: Who;

	constructor(knex: Knex, services: Services, who: Who) {
		this.knex = knex;
		this.services = services;
		this.who = who;
	}

	/** @returns the secret to be put into an app, or nothing where the password is not right */
	async start(password: string): Promise<{ secret: string; url: string } | undefined> {
		return (await this.prove('password', password)) ? this.begin() : undefined;
	}

	/** As {@link start}, for whom a directory has just let in. */
	async begin(): Promise<{ secret: string; url: string }> {
		return this.services.tfa(this.who).generateTFA(this.who.user);
	}

	/** Uses up a recovery code in place of the lost device, and takes that off. @returns whether it was one */
	async recover(code: string): Promise<boolean> {
		if (!isRecoveryCode(code) || !(await useRecoveryCode(this.knex, this.who.user, code))) return false;
		await this.services.tfa({ ...this.who, admin: true }).disableTFA(this.who.user);
		return true;
	}

	/** Whether this secret was made here a short while ago, for whoever asks. */
	async isOffered(secret: string): Promise<boolean> {
		return isOffered(this.knex, this.who.user, secret);
	}

	/** @returns the recovery codes, or nothing where the code is not that of the secret */
	async enable(secret: string, otp: string): Promise<string[] | undefined> {
		// One's own second factor is no field that anybody may write.
		const tfa = this.services.tfa({ ...this.who, admin: true });
		try {
			await tfa.enableTFA(this.who.user, digits(otp), secret);
		} catch (error) {
			if (isDirectusError(error, 'INVALID_PAYLOAD')) return undefined;
			throw error;
		}
		return newRecoveryCodes(this.knex, this.who.user);
	}

	async renewCodes(otp: string): Promise<string[] | undefined> {
		return (await this.isCode(otp)) ? newRecoveryCodes(this.knex, this.who.user) : undefined;
	}

	/** @returns whether it was proved; it then holds for this session */
	async prove(by: Proof, answer: string): Promise<boolean> {
		const proved = by === 'code' ? await this.isCode(answer) : await this.isPassword(answer);
		if (proved && this.who.session_name) await noteProof(this.knex, this.who.session_name, this.who.user, by);
		return proved;
	}

	private async isPassword(password: string): Promise<boolean> {
		try {
			await this.services.passwords(this.who).verifyPassword(this.who.user, password);
			return true;
		} catch (error) {
			if (isDirectusError(error, 'INVALID_CREDENTIALS')) return false;
			throw error;
		}
	}

	private async isCode(otp: string): Promise<boolean> {
		return this.services.tfa(this.who).verifyOTP(this.who.user, digits(otp));
	}
}

/** People type the two halves apart. */
function digits(otp: string): string {
	return otp.replace(/\s/g, '');
}
