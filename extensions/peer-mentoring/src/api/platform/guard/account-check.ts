import type { Standing } from '../../../storage/platform/standing.ts';

const KEPT_MILLISECONDS = 3000;
const MOST_KEPT = 1000;

export interface AccountReader {
	/** Asks for an account at most once in a few seconds, however many requests a page makes. */
	(user: string): Promise<Standing | undefined>;
	/** Asks at once: nobody is refused for what has changed since. */
	anew(user: string): Promise<Standing | undefined>;
}

export function accountReader(
	read: (user: string) => Promise<Standing | undefined>,
	now: () => number = Date.now,
): AccountReader {
	const kept = new Map<string, { account: Promise<Standing | undefined>; until: number }>();
	const anew = (user: string) => {
		if (kept.size >= MOST_KEPT) kept.clear();
		const account = read(user);
		kept.set(user, { account, until: now() + KEPT_MILLISECONDS });
		// An error is for those who wait for it now; the next request asks again.
		account.catch(() => kept.delete(user));
		return account;
	};
	const reader = (user: string) => {
		const known = kept.get(user);
		return known && known.until > now() ? known.account : anew(user);
	};
	return Object.assign(reader, { anew });
}

/** What a token says of its user. */
export interface Token {
	role: string | null;
	/** What {@link Standing} had of password and second factor when it was issued; a service's token has neither. */
	issued?: { password: unknown; factor: unknown };
	/** Whether it hangs on a session, which ends by itself where the password changes. */
	session: boolean;
}

/** Whether a token may still speak for its user: nothing of what it was issued upon has changed. */
export function isCurrent(account: Standing | undefined, { role, issued, session }: Token): boolean {
	if (account?.status !== 'active' || account.role !== role || account.left_on !== null) return false;
	if (!issued) return true;
	return account.factor === (issued.factor ?? null) && (session || account.password === (issued.password ?? null));
}
