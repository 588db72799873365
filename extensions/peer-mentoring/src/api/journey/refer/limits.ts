import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { readVariables } from '../../../environment/read-variables.ts';
import { consume, DAY, hold, HOUR, limiterMaker } from '../../shared/rate-limits.ts';

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

export function makeLimits(env: Record<string, unknown>): Limits {
	const variables = readVariables(env);
	const make = limiterMaker(env);
	const limiter = (name: LimitName): RateLimiterAbstract =>
		make({ name, most: variables[name], duration: DURATIONS[name] });
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
		holdGuessing: (address) => hold(unknownLinks, address),
		countUnknownLink: (address) => consume(unknownLinks, address),
	};
}
