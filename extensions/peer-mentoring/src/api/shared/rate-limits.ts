import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { PageRefused } from './pages/refusals.ts';

export const HOUR = 3600;
export const DAY = 24 * HOUR;

interface Limit {
	/** A name of its own, under which it is counted. */
	name: string;
	/** How many are accepted in the time. */
	most: number;
	/** In seconds. */
	duration: number;
}

/** Makes limiters, kept in memory, or in Redis where Directus keeps its own there, so that several instances share them. */
export function limiterMaker(env: Record<string, unknown>): (limit: Limit) => RateLimiterAbstract {
	const redis =
		env.RATE_LIMITER_STORE === 'redis' && env.REDIS
			? new Redis(String(env.REDIS), { enableOfflineQueue: false })
			: undefined;
	return ({ name, most, duration }) => {
		const options = { keyPrefix: name, points: most, duration };
		const memory = new RateLimiterMemory(options);
		return redis ? new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: memory }) : memory;
	};
}

/** Counts one; refused where there were too many. */
export async function consume(limiter: RateLimiterAbstract, key: string): Promise<void> {
	try {
		await limiter.consume(key);
	} catch (problem) {
		throw problem instanceof RateLimiterRes ? tooMany(problem) : problem;
	}
}

/** Refused where there were too many, without counting this one. */
export async function hold(limiter: RateLimiterAbstract, key: string): Promise<void> {
	const soFar = await limiter.get(key);
	if (soFar && soFar.remainingPoints <= 0) throw tooMany(soFar);
}

function tooMany({ msBeforeNext }: RateLimiterRes): PageRefused {
	return new PageRefused('too_many', Math.max(1, Math.ceil(msBeforeNext / 1000)));
}
