import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { readVariables } from '../../../environment/read-variables.ts';
import { ReferRefused } from './refusals.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** For how long each is counted; how many are accepted in that time is the variable of its name. */
const DURATIONS = {
	REFER_PER_LINK_AND_ADDRESS_AN_HOUR: HOUR,
	REFER_PER_LINK_A_DAY: DAY,
	REFER_PER_ACCOUNT_AN_HOUR: HOUR,
	REFER_UNKNOWN_LINKS_PER_ADDRESS_AN_HOUR: HOUR,
} as const;
type LimitName = keyof typeof DURATIONS;

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
	const variables = readVariables(env);
	const limiter = (name: LimitName): RateLimiterAbstract => {
		const options = { keyPrefix: name, points: variables[name], duration: DURATIONS[name] };
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
