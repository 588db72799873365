/** Who may take the second factor off an account whose owner has lost the device: never one person alone (5.1). */

const DAY = 24 * 60 * 60 * 1000;
const REQUEST_HOLDS = 7 * DAY;

export interface ResetRequest {
	asked_by: string | null;
	/** Milliseconds. */
	asked_at: number;
	account: string | null;
	done: boolean;
}

export type ResetFault = 'reset_done' | 'reset_too_old' | 'reset_own_account' | 'reset_own_request';

/** Why this person may not do what was asked for, or `undefined`. Whoever asks is another one, and so is the owner. */
export function faultInReset(
	{ asked_by, asked_at, account, done }: ResetRequest,
	by: string | null,
	now: number,
): ResetFault | undefined {
	if (done || account === null) return 'reset_done';
	if (now - asked_at > REQUEST_HOLDS) return 'reset_too_old';
	if (by === null || account === by) return 'reset_own_account';
	return asked_by === null || asked_by === by ? 'reset_own_request' : undefined;
}
