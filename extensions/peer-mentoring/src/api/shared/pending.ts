import { AsyncLocalStorage } from 'node:async_hooks';

/** What follows from the writes of a request and is done once they are stored, before the answer goes out. */
export class Pending {
	/** Referrals whose clocks, stage and ownership have to be worked out anew. */
	readonly referrals = new Set<string>();
	/** Contracts of which a record of their own changed: deadlines, returns, money, FTE. */
	readonly contracts = new Set<string>();
	/** Peer Mentors of whom one did: hours, visits, interviews. */
	readonly mentors = new Set<string>();
	/** Contracts and calendars whose terms changed, and with them every clock that they govern. */
	readonly terms = new Set<string>();
	readonly calendars = new Set<string>();
	/** Anything else, by name so that it is done once. */
	readonly tasks = new Map<string, () => Promise<void>>();

	/** Whether any of it has been stored: until then there is nothing to settle. */
	stored = false;

	get isEmpty(): boolean {
		return this.everything.every(({ size }) => size === 0);
	}

	/** Everything noted so far; what is noted later belongs to the next round. */
	take() {
		const taken = {
			referrals: [...this.referrals],
			contracts: [...this.contracts],
			mentors: [...this.mentors],
			terms: [...this.terms],
			calendars: [...this.calendars],
			tasks: [...this.tasks.values()],
		};
		for (const noted of this.everything) noted.clear();
		this.stored = false;
		return taken;
	}

	private get everything() {
		return [this.referrals, this.contracts, this.mentors, this.terms, this.calendars, this.tasks];
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
