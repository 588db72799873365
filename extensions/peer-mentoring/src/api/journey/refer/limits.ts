import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { ReferRefused } from './refusals.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** How often what is accepted, each to be changed by an environment variable of its name. */
const DEFAULTS = {
	REFER_PER_LINK_AND_ADDRESS_AN_HOUR: { points: 10, duration: HOUR },
	REFER_PER_LINK_A_DAY: { points: 60, duration: DAY },
	REFER_PER_ACCOUNT_AN_HOUR: { points: 30, duration: HOUR },
	REFER_UNKNOWN_LINKS_PER_ADDRESS_AN_HOUR: { points: 30, duration: HOUR },
} as const;
type LimitName = keyof typeof DEFAULTS;

/** What a referral is counted against: an account, or else a link. */
interface Counted {
	user: string | null;
	link: { id: string } | null;
}

export interface Limits {
	/** Counts one referral about to be made; refused where there were too many. */
	countReferral(sender: Counted, address: string): Promise<void>;
	/** Refuses an address that has tried too many links which never were. */
	holdGuessing(address: string): Promise<void>;
	countUnknownLink(address: string): Promise<void>;
}

/** Kept in memory, or in Redis where Directus keeps its own limits there, so that several instances share them. */
export function makeLimits(env: Record<string, unknown>): Limits {
	const redis =
		env.RATE_LIMITER_STORE === 'redis' && env.REDIS
			? new Redis(String(env.REDIS), { enableOfflineQueue: false })
			: undefined;
	const limiter = (name: LimitName): RateLimiterAbstract => {
		const { points, duration } = DEFAULTS[name];
		const options = { keyPrefix: name, points: Number(env[name] ?? points), duration };
		const memory = new RateLimiterMemory(options);
		return redis ? new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: memory }) : memory;
	};
	const perLinkAndAddress = limiter('REFER_PER_LINK_AND_ADDRESS_AN_HOUR');
	const perLink = limiter('REFER_PER_LINK_A_DAY');
	const perAccount = limiter('REFER_PER_ACCOUNT_AN_HOUR');
	const unknownLinks = limiter('REFER_UNKNOWN_LINKS_PER_ADDRESS_AN_HOUR');

	return {
		async countReferral({ link, user }, address) {
			if (user !== null) return consume(perAccount, user);
			await consume(perLinkAndAddress, `${link?.id} ${address}`);
			await consume(perLink, `${link?.id}`);
		},
		async holdGuessing(address) {
			const soFar = await unknownLinks.get(address);
			if (soFar && soFar.remainingPoints <= 0) throw tooMany(soFar);
		},
		async countUnknownLink(address) {
			await consume(unknownLinks, address);
		},
	};
}

async function consume(limiter: RateLimiterAbstract, key: string): Promise<void> {
	try {
		await limiter.consume(key);
	} catch (problem) {
		throw problem instanceof RateLimiterRes ? tooMany(problem) : problem;
	}
}

function tooMany({ msBeforeNext }: RateLimiterRes): ReferRefused {
	return new ReferRefused('too_many', Math.max(1, Math.ceil(msBeforeNext / 1000)));
}
