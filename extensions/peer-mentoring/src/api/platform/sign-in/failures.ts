import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { readVariables } from '../../../environment/read-variables.ts';
import { delayAfter, type Slowing } from './delay.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
/** How long a place is known where an account has signed in; a timer takes no more than 24 days. */
const KNOWN_FOR = 20 * DAY;

/** What failures are counted by. */
export type Scope = 'account and address' | 'account' | 'address';

interface Counted {
	slowing: Slowing;
	/** Failures are forgotten after so many seconds, whatever follows. */
	forgotten: number;
}

/** Where failures are kept: in memory, or in Redis where there is one, so that several instances count together. */
export class Failures {
	private readonly scopes: Record<Scope, Counted>;
	private readonly kept: RateLimiterAbstract;

	constructor(env: Record<string, unknown>) {
		const set = readVariables(env);
		const { SIGN_IN_FIRST_DELAY_SECONDS: first, SIGN_IN_LONGEST_DELAY_SECONDS: longest } = set;
		const ofAccount = Math.min(longest, set.SIGN_IN_LONGEST_DELAY_OF_ACCOUNT_SECONDS);
		this.scopes = {
			'account and address': {
				slowing: { free: set.SIGN_IN_FAILURES_PER_ACCOUNT_AND_ADDRESS, first, longest },
				forgotten: DAY,
			},
			// Many addresses can only be one attack: the owner, who may be at a new one, does not wait long for it.
			account: {
				slowing: {
					free: set.SIGN_IN_FAILURES_PER_ACCOUNT,
					first: Math.min(first, ofAccount),
					longest: ofAccount,
				},
				forgotten: HOUR,
			},
			address: {
				slowing: { free: set.SIGN_IN_FAILURES_PER_ADDRESS, first, longest },
				forgotten: HOUR,
			},
		};
		const redis = env.REDIS ? new Redis(String(env.REDIS), { enableOfflineQueue: false }) : undefined;
		// Without a prefix of its own: with one, what is set while Redis is away is put where nobody looks for it.
		const options = { keyPrefix: '', points: Number.MAX_SAFE_INTEGER, duration: DAY };
		const memory = new RateLimiterMemory(options);
		this.kept = redis ? new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: memory }) : memory;
	}

	/** How long nobody may try, in milliseconds, and how many may try at once. */
	async standing(scope: Scope, name: string): Promise<{ wait: number; room: number }> {
		const [delay, count] = await Promise.all([
			this.kept.get(delayOf(scope, name)),
			this.kept.get(countOf(scope, name)),
		]);
		const { free } = this.scopes[scope].slowing;
		return { wait: Math.max(0, delay?.msBeforeNext ?? 0), room: Math.max(1, free - (count?.consumedPoints ?? 0)) };
	}

	/** @returns whether this is the failure that begins to slow down what follows */
	async add(scope: Scope, name: string): Promise<boolean> {
		const { slowing, forgotten } = this.scopes[scope];
		const { consumedPoints } = await this.kept.penalty(countOf(scope, name), 1, { customDuration: forgotten });
		const delay = delayAfter(consumedPoints, slowing);
		if (delay > 0) await this.kept.set(delayOf(scope, name), 1, Math.ceil(delay));
		return consumedPoints === slowing.free;
	}

	async forget(scope: Scope, name: string): Promise<void> {
		await this.kept.delete(countOf(scope, name));
	}

	/** Whether this account has signed in at this address before, so that others’ failures do not hold it up there. */
	async isKnown(place: string): Promise<boolean> {
		return (await this.kept.get(placeOf(place))) !== null;
	}

	async know(place: string): Promise<void> {
		await this.kept.set(placeOf(place), 1, KNOWN_FOR);
	}
}

const countOf = (scope: Scope, name: string): string => `sign-in-failures:${scope} ${name}`;
const delayOf = (scope: Scope, name: string): string => `sign-in-delay:${scope} ${name}`;
const placeOf = (place: string): string => `sign-in-known:${place}`;
