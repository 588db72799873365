import { AsyncLocalStorage } from 'node:async_hooks';

/** What follows from the writes of a request and is done once they are stored, before the answer goes out. */
export class Pending {
	/** Referrals whose clocks, stage and ownership have to be worked out anew. */
	readonly referrals = new Set<string>();
	/** Contracts and calendars whose settings changed. */
	readonly contracts = new Set<string>();
	readonly calendars = new Set<string>();
	/** Anything else, by name so that it is done once. */
	readonly tasks = new Map<string, () => Promise<void>>();

	get isEmpty(): boolean {
		return this.referrals.size + this.contracts.size + this.calendars.size + this.tasks.size === 0;
	}

	/** Everything noted so far; what is noted later belongs to the next round. */
	take() {
		const taken = {
			referrals: [...this.referrals],
			contracts: [...this.contracts],
			calendars: [...this.calendars],
			tasks: [...this.tasks.values()],
		};
		for (const noted of [this.referrals, this.contracts, this.calendars, this.tasks]) noted.clear();
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
