/** What the database says about a user now; a token only says what was so when it was issued. */
export interface Account {
	status: string;
	role: string | null;
}

const KEPT_MILLISECONDS = 3000;
const MOST_KEPT = 1000;

/** Asks for an account at most once in a few seconds, however many requests a page makes. */
export function accountReader(
	read: (user: string) => Promise<Account | undefined>,
	now: () => number = Date.now,
): (user: string) => Promise<Account | undefined> {
	const kept = new Map<string, { account: Promise<Account | undefined>; until: number }>();
	return (user) => {
		const known = kept.get(user);
		if (known && known.until > now()) return known.account;
		if (kept.size >= MOST_KEPT) kept.clear();
		const account = read(user);
		kept.set(user, { account, until: now() + KEPT_MILLISECONDS });
		// An error is for those who wait for it now; the next request asks again.
		account.catch(() => kept.delete(user));
		return account;
	};
}

/** Whether a token may still speak for its user: the account is active and has the role that the token was made for. */
export function isCurrent(account: Account | undefined, role: string | null): boolean {
	return account?.status === 'active' && account.role === role;
}
