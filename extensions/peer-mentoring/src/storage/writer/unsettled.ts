import type { Knex } from 'knex';
import { isSqlite } from '../database/day-columns.ts';

/**
 * What was written and is not yet settled, so that nothing is forgotten where a process ends, or gives up, between the
 * two. A note is stored together with the write and removed together with what follows from it.
 */
export const UNSETTLED = 'unsettled_writes';

/** What has to be worked out anew, and of which record. */
export interface Unsettled {
	id: string;
	kind: string;
	key: string;
	/** Who wrote it. */
	user: string | null;
}

const SECOND = 1000;
/** The process that wrote it settles it itself, well within this time, if it lives. */
const OWN_TURN = 20 * SECOND;
/** As long as whoever has taken it up has before somebody else tries. */
const TURN = 30 * SECOND;
/** A note made before its write stays this long, as nobody can tell when the write has come. */
const LONGEST_WRITE = 600 * SECOND;
const AT_ONCE = 50;

export async function createUnsettledTable(knex: Knex): Promise<void> {
	if (await knex.schema.hasTable(UNSETTLED)) return;
	await knex.schema.createTable(UNSETTLED, (table) => {
		table.uuid('id').primary();
		table.string('kind').notNullable();
		table.string('key').notNullable();
		table.uuid('user');
		table.boolean('with_write').notNullable();
		table.bigInteger('noted_at').notNullable();
		table.bigInteger('due_at').notNullable().index();
	});
}

/** Notes a write. Part of it where it is given its transaction; otherwise made before it. */
export async function noteUnsettled(knex: Knex, { id, kind, key, user }: Unsettled): Promise<void> {
	const now = Date.now();
	const with_write = knex.isTransaction === true;
	await knex(UNSETTLED).insert({ id, kind, key, user, with_write, noted_at: now, due_at: now + OWN_TURN });
}

/** Removes notes whose writes are over and settled; give it the transaction that settled them. */
export async function forget(knex: Knex, ids: readonly string[]): Promise<void> {
	if (ids.length > 0) await knex(UNSETTLED).whereIn('id', ids).delete();
}

/** Keeps others from taking up what takes longer. */
export async function keepTurn(knex: Knex, ids: readonly string[]): Promise<void> {
	await knex(UNSETTLED)
		.whereIn('id', ids)
		.update({ due_at: Date.now() + TURN });
}

/** Takes up what nobody has settled in time. Several processes can ask: each gets what no other has. */
export async function takeUp(knex: Knex): Promise<Unsettled[]> {
	return knex.transaction(async (transaction) => {
		const query = transaction(UNSETTLED).where('due_at', '<=', Date.now()).orderBy('due_at').limit(AT_ONCE);
		if (!isSqlite(transaction)) query.forUpdate().skipLocked();
		const found: Unsettled[] = await query.select('id', 'kind', 'key', 'user');
		if (found.length > 0) {
			await keepTurn(
				transaction,
				found.map(({ id }) => id),
			);
		}
		return found;
	});
}

/** As {@link forget}, of notes taken up: a write that was noted before it may still come. */
export async function forgetTakenUp(knex: Knex, ids: readonly string[]): Promise<void> {
	await knex(UNSETTLED)
		.whereIn('id', ids)
		.where((over) => over.where({ with_write: true }).orWhere('noted_at', '<', Date.now() - LONGEST_WRITE))
		.delete();
}

/** How many writes wait to be settled. */
export async function countUnsettled(knex: Knex): Promise<number> {
	const row = await knex(UNSETTLED).count({ number: '*' }).first();
	return Number(row?.number ?? 0);
}
