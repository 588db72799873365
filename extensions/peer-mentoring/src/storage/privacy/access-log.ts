import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CodeOf } from '../../domain/language/code-lists.ts';
import { nowColumn } from '../database/day-columns.ts';

/** Which rows of which collections. */
export type ReadKeys = Readonly<Record<string, readonly string[]>>;

/** Who read or exported which records of people (5.1). */
export interface Access {
	user: string | null;
	action: CodeOf<'access_action'>;
	/** The reference of a person, or of a contract with its month or quarter, or the kinds of records; never a name. */
	subject: string;
	/** The Supplier whose records they are, or the reader's; nothing where the reader belongs to none. */
	supplier: string | null;
	records: number;
	/** The way they took, without anybody's key. */
	through: string | null;
	keys: ReadKeys;
}

interface Waiting {
	access: Access;
	done: () => void;
	failed: (error: unknown) => void;
}

/** Few enough for SQLite's number of parameters. */
const AT_ONCE = 100;

/**
 * Puts accesses on record, before the records go out: what cannot be recorded is not given. Who comes while others are
 * being written waits, and is written with everybody who waits: one transaction for all, however many read at once.
 */
export class AccessLog {
	private readonly knex: Knex;
	private waiting: Waiting[] = [];
	private writing = false;

	constructor(knex: Knex) {
		this.knex = knex;
	}

	note(access: Access): Promise<void> {
		return new Promise((done, failed) => {
			this.waiting.push({ access, done, failed });
			if (!this.writing) void this.writeAll();
		});
	}

	/** The same within somebody's transaction, which may hold the only connection there is. */
	async noteWithin(knex: Knex, access: Access): Promise<void> {
		await knex('access_log').insert(rowOf(knex, access));
	}

	private async writeAll(): Promise<void> {
		this.writing = true;
		while (this.waiting.length > 0) {
			const batch = this.waiting.splice(0, AT_ONCE);
			try {
				await this.knex('access_log').insert(batch.map(({ access }) => rowOf(this.knex, access)));
				for (const { done } of batch) done();
			} catch (error) {
				for (const { failed } of batch) failed(error);
			}
		}
		this.writing = false;
	}
}

function rowOf(knex: Knex, { keys, ...access }: Access) {
	return { id: randomUUID(), at: nowColumn(knex), ...access, keys: JSON.stringify(keys) };
}
