/** Who may take the second factor off an account whose owner has lost the device: never one person alone (5.1). */

const DAY = 24 * 60 * 60 * 1000;
const REQUEST_HOLDS = 7 * DAY;

export interface ResetRequest {
	asked_by: string | null;
	/** Milliseconds. */
	asked_at: number;
	account: string | null;
	done: boolean;
	/** Whether whoever would do it has made or changed the account that asks, lately. */
	asker_is_theirs: boolean;
}

/** So long is an account that somebody has made or changed their own, in days. */
export const ASKER_IS_NEW_FOR = 30;

export type ResetFault =
	'reset_done' | 'reset_too_old' | 'reset_own_account' | 'reset_own_request' | 'reset_asker_is_theirs';

/** Why this person may not do what was asked for, or `undefined`. Whoever asks is another one, and so is the owner. */
export function faultInReset(
	{ asked_by, asked_at, account, done, asker_is_theirs }: ResetRequest,
	by: string | null,
	now: number,
): ResetFault | undefined {
	if (done || account === null) return 'reset_done';
	if (now - asked_at > REQUEST_HOLDS) return 'reset_too_old';
	if (by === null || account === by) return 'reset_own_account';
	if (asked_by === null || asked_by === by) return 'reset_own_request';
	// Two people, and not one with two accounts.
	return asker_is_theirs ? 'reset_asker_is_theirs' : undefined;
}
