/** What one request has read of people, put on record in one row before it is answered (5.1). */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Knex } from 'knex';
import type { Access, AccessLog, ReadKeys } from '../../storage/privacy/access-log.ts';

/** What is said of a request beside what it has read. */
export type Request = Pick<Access, 'user' | 'supplier' | 'through' | 'action'>;

/** As wide as the column. */
const LONGEST_SUBJECT = 100;

export class Reading {
	private readonly keys = new Map<string, Set<string>>();
	private nameless = 0;
	/** Whether the answer is on its way: what is read from then on is put on record by itself. */
	answered = false;
	/** The collection that the request makes records in: whoever makes one is on record with it already. */
	readonly makes: string | undefined;

	constructor(makes?: string) {
		this.makes = makes;
	}

	/** @param keys of the rows; a row without one is counted */
	note(collection: string, keys: readonly unknown[]): void {
		const known = this.keys.get(collection) ?? new Set();
		this.keys.set(collection, known);
		for (const key of keys) {
			if (key === undefined || key === null) this.nameless++;
			else known.add(String(key));
		}
	}

	get records(): number {
		return [...this.keys.values()].reduce((sum, keys) => sum + keys.size, this.nameless);
	}

	/** What was read so far, which is forgotten. */
	take(): { keys: ReadKeys; records: number; subject: string } {
		const { records } = this;
		const subject = [...this.keys.keys()].sort().join(' ');
		const keys = Object.fromEntries(
			[...this.keys].filter(([, of]) => of.size > 0).map(([name, of]) => [name, [...of]]),
		);
		this.keys.clear();
		this.nameless = 0;
		return { keys, records, subject: subject.slice(0, LONGEST_SUBJECT) };
	}
}

interface Current {
	reading: Reading;
	log: AccessLog;
	/** @param knex where the caller holds a connection already */
	about: (knex?: Knex) => Promise<Request>;
}

const current = new AsyncLocalStorage<Current>();

/** Runs a request, and what it leads to, with a reading of its own. */
export function withReading(of: Current, run: () => void): void {
	current.run(of, run);
}

/**
 * Notes that rows of people have been read; they go on record when the request is answered.
 * @param knex the connection that reads: what is read after the answer, as exports are, goes on record through it
 */
export async function noteRead(collection: string, keys: readonly unknown[], knex?: Knex): Promise<void> {
	const of = current.getStore();
	if (!of || keys.length === 0) return;
	const { reading, log, about } = of;
	reading.note(collection, keys);
	if (!reading.answered) return;
	if (knex) await log.noteWithin(knex, { ...(await about(knex)), ...reading.take() });
	else await putOnRecord(of);
}

/** Whether the records of this collection that are shown are those that the request has just made. */
export function isMaking(collection: string): boolean {
	return current.getStore()?.reading.makes === collection;
}

/** Puts on record what a reading holds. */
export async function putOnRecord({ reading, log, about }: Current): Promise<void> {
	if (reading.records === 0) return;
	await log.note({ ...(await about()), ...reading.take() });
}

/** An export of its own kind, put on record at once, with whatever was read for it. */
export async function noteExport(access: Pick<Access, 'action' | 'subject' | 'supplier' | 'records'>): Promise<void> {
	const of = current.getStore();
	if (!of) throw new Error('What is not asked for by a request is exported to nobody.');
	const { keys } = of.reading.take();
	await of.log.note({ ...(await of.about()), keys, ...access });
}
