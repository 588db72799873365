import { AsyncLocalStorage } from 'node:async_hooks';

/** Referrals whose clocks, stage and ownership have to be worked out anew, because something about them was written. */
export class Pending {
	readonly referrals = new Set<string>();
	readonly contracts = new Set<string>();
	readonly calendars = new Set<string>();

	get isEmpty(): boolean {
		return this.referrals.size + this.contracts.size + this.calendars.size === 0;
	}

	/** Everything noted so far; what is noted later belongs to the next round. */
	take(): { referrals: string[]; contracts: string[]; calendars: string[] } {
		const taken = {
			referrals: [...this.referrals],
			contracts: [...this.contracts],
			calendars: [...this.calendars],
		};
		for (const set of [this.referrals, this.contracts, this.calendars]) set.clear();
		return taken;
	}
}

const requests = new AsyncLocalStorage<Pending>();
/** What is written outside a request: by a flow, say. */
const background = new Pending();

/** Runs a request with a list of its own. */
export function withPending<Result>(work: (pending: Pending) => Result): Result {
	const pending = new Pending();
	return requests.run(pending, () => work(pending));
}

/** The list of the request that is running, or the one for everything else. */
export function currentPending(): Pending {
	return requests.getStore() ?? background;
}

export function isInRequest(): boolean {
	return requests.getStore() !== undefined;
}
