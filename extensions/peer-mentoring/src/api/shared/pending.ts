import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { noteUnsettled } from '../../storage/writer/unsettled.ts';

/**
 * What has to be worked out anew: the clocks, stage and ownership of a referral; the deadlines, returns, money and FTE of
 * a contract; what a Peer Mentor comes to; every clock that changed terms of a contract, or a calendar, govern; and what other records say follows from
 * them (see {@link whenNoted}).
 */
export type Kind =
	| 'referral'
	| 'contract'
	| 'mentor'
	| 'terms'
	| 'calendar'
	| 'sample'
	| 'document'
	| 'photo'
	| 'new-photo'
	| 'places'
	| 'lists'
	| 'choices'
	| 'words';

/** One thing to be worked out, however often it was noted. */
export interface Noted {
	kind: Kind;
	key: string;
	/** Of its notes in the database. */
	ids: string[];
}

/** What follows from the writes of a request, or from one write, and is done once they are stored. */
export class Pending {
	private readonly noted = new Map<string, Noted>();
	private places = new WeakMap<object, Set<string>>();

	get isEmpty(): boolean {
		return this.noted.size === 0;
	}

	/** Everything noted so far; what is noted later belongs to the next round. */
	take(): Noted[] {
		const taken = [...this.noted.values()];
		this.noted.clear();
		this.places = new WeakMap();
		return taken;
	}

	add({ kind, key, ids }: Noted): void {
		const there = this.noted.get(nameOf(kind, key));
		if (there) there.ids.push(...ids);
		else this.noted.set(nameOf(kind, key), { kind, key, ids: [...ids] });
	}

	/** Whether this is the first note of it that holds here: in this transaction, or before any. */
	isFirst(knex: Knex, kind: Kind, key: string): boolean {
		const name = nameOf(kind, key);
		const here = knex.isTransaction ? knex : this;
		if (this.places.get(here)?.has(name) || this.places.get(this)?.has(name)) return false;
		this.places.set(here, (this.places.get(here) ?? new Set()).add(name));
		return true;
	}
}

const nameOf = (kind: Kind, key: string) => `${kind} ${key}`;

interface Request {
	pending: Pending;
	user: () => string | null;
	answered: boolean;
}
interface Write {
	pending: Pending;
	user: string | null;
}
const scopes = new AsyncLocalStorage<{ request?: Request; write?: Write }>();

/** Notes what follows from a write, on the connection that writes it. */
export async function note(knex: Knex, kind: Kind, key = ''): Promise<void> {
	const { request, write } = scopes.getStore() ?? {};
	const own = write ?? (request?.answered ? undefined : request);
	if (own && !own.pending.isFirst(knex, kind, key)) return;
	const id = randomUUID();
	const user = write ? write.user : (request?.user() ?? null);
	await noteUnsettled(knex, { id, kind, key, user });
	// Without anybody to do it now it is found in the database.
	own?.pending.add({ kind, key, ids: [id] });
}

/**
 * Runs a request.
 * @returns of `work`, which is given how to end it: everything that its writes have noted
 */
export function inRequest<Result>(user: () => string | null, work: (end: () => Noted[]) => Result): Result {
	const request: Request = { pending: new Pending(), user, answered: false };
	const end = () => {
		request.answered = true;
		return request.pending.take();
	};
	return scopes.run({ request }, () => work(end));
}

/**
 * Runs one write of Directus to its end. What it has noted is the request's to settle, while there is one; what a flow
 * writes, or goes on writing after the answer, is settled here.
 */
export async function inWrite<Result>(
	user: string | null,
	work: () => Promise<Result>,
	settle: (noted: Noted[], user: string | null) => Promise<void>,
): Promise<Result> {
	const { request } = scopes.getStore() ?? {};
	const write: Write = { pending: new Pending(), user };
	try {
		return await scopes.run({ request, write }, work);
	} finally {
		const noted = write.pending.take();
		if (request && !request.answered) for (const each of noted) request.pending.add(each);
		else if (noted.length > 0) await settle(noted, user);
	}
}

/**
 * Settles what the writes of the request that runs have noted, once they are over: whoever reads after a write reads the
 * record as it then stands. What cannot be settled now is tried again before the answer.
 */
export async function catchUp(settle: (noted: Noted[], user: string | null) => Promise<void>): Promise<void> {
	const { request, write } = scopes.getStore() ?? {};
	if (!request || write || request.answered || request.pending.isEmpty) return;
	const noted = request.pending.take();
	await settle(noted, request.user()).catch(() => noted.forEach((each) => request.pending.add(each)));
}

type Work = (key: string) => Promise<void>;
const works = new Map<Kind, Work>();

/** Says what is done where this was noted. It may be done again. */
export function whenNoted(kind: Kind, work: Work): void {
	works.set(kind, work);
}

export function workOf(kind: Kind): Work {
	const work = works.get(kind);
	if (!work) throw new Error(`Nothing is known to follow from "${kind}".`);
	return work;
}
