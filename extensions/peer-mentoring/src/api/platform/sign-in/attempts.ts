import { createHash } from 'node:crypto';
import { isDirectusError } from '@directus/errors';
import type { Failures, Scope } from './failures.ts';
import { networkOf } from './network.ts';
import { TooManyAttemptsError } from './too-many.ts';
import { Turns } from './turns.ts';

/** Who tries to prove to be whom, and from where. */
export interface Attempt {
	/** The account as it was written, whether there is one or not, so that the answer tells nothing about that. */
	account: string;
	address: string;
	/** Whether what the check threw is a failure to prove it. */
	isFailure: (error: unknown) => boolean;
	/** Whether it proves that the account's owner is at this address. */
	signsIn: boolean;
}

/** What did not prove it. */
export interface Failed {
	account: string;
	address: string;
	by: 'password' | 'code';
}

export const isWrongPassword = (error: unknown): boolean => isDirectusError(error, 'INVALID_CREDENTIALS');
export const isWrongCode = (error: unknown): boolean => isDirectusError(error, 'INVALID_OTP');

/**
 * Slows guessing down by the account at one address, by the account, and by the address. Nobody is shut out for good: a
 * delay ends by itself, what is refused meanwhile adds nothing, and an address where an account has signed in before is
 * held up by failures of that account there and by nothing else.
 */
export class Attempts {
	private readonly turns = new Turns();
	private readonly failures: Failures;
	private readonly slowed: (scope: Scope, address: string) => void;
	private readonly failed: (failure: Failed) => void;

	/**
	 * @param slowed is told when failures begin to slow somebody down
	 * @param failed is told of each
	 */
	constructor(
		failures: Failures,
		slowed: (scope: Scope, address: string) => void,
		failed: (failure: Failed) => void = () => undefined,
	) {
		this.failures = failures;
		this.slowed = slowed;
		this.failed = failed;
	}

	/** Makes an attempt, or refuses it with the time from which it may be made. */
	async make<Result>({ account, address, isFailure, signsIn }: Attempt, check: () => Promise<Result>): Promise<Result> {
		const network = networkOf(address);
		// What is kept, perhaps elsewhere, names nobody.
		const name = createHash('sha256').update(account.toLowerCase()).digest('base64url');
		const names: Record<Scope, string> = {
			'account and address': `${name} ${network}`,
			account: name,
			address: network,
		};
		const every = Object.keys(names) as Scope[];
		const place = names['account and address'];
		const holding: Scope[] = (await this.failures.isKnown(place)) ? ['account and address'] : every;
		const leave: (() => void)[] = [];
		try {
			for (const scope of holding) {
				leave.push(await this.turns.take(`${scope} ${names[scope]}`, () => this.room(scope, names[scope])));
			}
			const result = await check();
			// One thing proved says nothing of the others that were guessed at: a whole sign-in does.
			if (signsIn) {
				await this.failures.forget('account and address', place);
				await this.failures.know(place);
			}
			return result;
		} catch (error) {
			if (isFailure(error)) {
				this.failed({ account, address, by: isWrongCode(error) ? 'code' : 'password' });
				for (const scope of every) {
					if (await this.failures.add(scope, names[scope])) this.slowed(scope, address);
				}
			}
			throw error;
		} finally {
			for (const each of leave) each();
		}
	}

	private async room(scope: Scope, name: string): Promise<number> {
		const { wait, room } = await this.failures.standing(scope, name);
		if (wait > 0) throw new TooManyAttemptsError({ reset: new Date(Date.now() + wait).toISOString() });
		return room;
	}
}
