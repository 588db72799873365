/** What the Data Protection Officer is told of in the read log: it may be right, and somebody should look (5.1, 5.2). */

/** What one account has read of people within one hour. */
export interface HourOfReading {
	/** The role's name; `null` for an Administrator, and for an account that is gone. */
	role: string | null;
	/** By the clock on the wall, 0 to 23. */
	hour: number;
	/** Records of people, each counted once. */
	records: number;
	/** Those of people who were never theirs: a Peer Mentor's own Mentees, a Supplier's own people. */
	others: number;
}

export type UnusualReading = 'many' | 'at_night' | 'not_their_own';

/**
 * How many records in an hour are more than the work asks for. A Peer Mentor opens a list of fifty with their sessions and
 * deadlines a few times; a Supplier's staff go through the lists of a whole contract.
 */
const MANY: Readonly<Record<string, number>> = { 'Peer Mentor': 1000, 'Supplier Manager': 5000, 'Supplier MI': 5000 };
const MANY_OF_OTHERS = 500;

/** Nobody's working hours. */
const NIGHT_BEGINS = 23;
const NIGHT_ENDS = 5;

/** Whoever answers for everybody's data reads everybody's. */
const OF_ALL = ['Data Protection Officer', 'Buyer', 'Buyer Analyst'];

export function unusualReading({ role, hour, records, others }: HourOfReading): UnusualReading[] {
	if (records === 0) return [];
	const found: UnusualReading[] = [];
	if (records > (MANY[role ?? ''] ?? MANY_OF_OTHERS)) found.push('many');
	if (hour >= NIGHT_BEGINS || hour < NIGHT_ENDS) found.push('at_night');
	if (others > 0 && !OF_ALL.includes(role ?? '')) found.push('not_their_own');
	return found;
}
