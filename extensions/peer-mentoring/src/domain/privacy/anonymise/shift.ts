import { hashOf } from '../../numbers/sample.ts';

const LEAST_WEEKS = 4;
const MOST_WEEKS = 26;

/**
 * By how many days every date of one Mentee is moved in one draw (3.11): always the same for them, never shown, and
 * whole weeks, so that a weekday beside a date stays true.
 */
export function shiftOf(seed: string, mentee: string): number {
	const hash = hashOf(`${seed} shift ${mentee}`);
	const weeks = LEAST_WEEKS + ((hash >>> 1) % (MOST_WEEKS - LEAST_WEEKS + 1));
	return 7 * (hash % 2 === 0 ? weeks : -weeks);
}
