/** How long somebody stays signed in, and how long what they have proved holds (5.1). Moments are milliseconds. */

const MINUTE = 60_000;
const LONGEST_IDLE = 30 * MINUTE;
const LONGEST = 12 * 60 * MINUTE;
const PROOF_HOLDS = 10 * MINUTE;

export interface SignedIn {
	started_at: number;
	/** Of the last thing that the person did. */
	seen_at: number;
}

/** A session ends half an hour after the last thing that was done in it, and twelve hours after signing in. */
export function isOver({ started_at, seen_at }: SignedIn, now: number): boolean {
	return now - seen_at > LONGEST_IDLE || now - started_at > LONGEST;
}

/** Whether it is still so soon after a proof that the same person may be taken to sit there. */
export function isFresh(proved_at: number | null, now: number): boolean {
	return proved_at !== null && now - proved_at <= PROOF_HOLDS;
}
