/** Puts what was written into the chain, a moment later: a request waits for nobody else's. */
import type { Knex } from 'knex';
import { isSqlite } from '../../database/day-columns.ts';
import { BEGINNING, hashOf, linkOf, type Link, type What } from './chain.ts';
import { AT_ONCE, digestsOf, NO_DIGEST } from './content.ts';
import { CHAIN, TRAIL, UNSEALED } from './tables.ts';

interface Unsealed {
	n: number | string;
	source: string;
	item: string;
	what: What;
	note: string | null;
}

/** One at a time puts links into the chain. */
const LOCK = 20_241_102;

/** How many rows are not in the chain yet. */
export async function unsealedRows(knex: Knex): Promise<number> {
	const row = await knex(UNSEALED).count({ rows: '*' }).first();
	return Number(row?.rows ?? 0);
}

/** Seals everything that is committed, batch after batch. Does nothing where another instance is at it. */
export async function sealWaiting(knex: Knex): Promise<void> {
	// Nothing to do, nearly always: no transaction then.
	while (await knex(UNSEALED).first('n')) {
		const sealed = await knex.transaction(async (transaction) =>
			(await lock(transaction, false)) ? sealBatch(transaction) : 0,
		);
		if (sealed === 0) return;
	}
}

/** Seals everything in a transaction of the caller's, who holds the chain until it ends. */
export async function sealWithin(transaction: Knex): Promise<void> {
	await lock(transaction, true);
	while ((await sealBatch(transaction)) > 0);
}

async function lock(transaction: Knex, wait: boolean): Promise<boolean> {
	if (isSqlite(transaction)) return true;
	if (wait) {
		await transaction.raw('select pg_advisory_xact_lock(?)', [LOCK]);
		return true;
	}
	const { rows } = await transaction.raw('select pg_try_advisory_xact_lock(?) as locked', [LOCK]);
	return rows[0].locked as boolean;
}

/** @returns how many were sealed */
async function sealBatch(transaction: Knex): Promise<number> {
	const waiting = (await transaction(UNSEALED).orderBy('n').limit(AT_ONCE)) as Unsealed[];
	if (waiting.length === 0) return 0;
	const digests = await digestsOfAll(transaction, waiting);
	const last = await transaction(CHAIN).orderBy('seq', 'desc').first();
	let { seq, hash } = last ? linkOf(last) : { seq: 0, hash: BEGINNING };
	const links: Link[] = [];
	for (const { source, item, what, note } of waiting) {
		const digest = what === 'deleted' ? NO_DIGEST : (digests.get(`${source} ${item}`) ?? NO_DIGEST);
		const link = { seq: ++seq, source, item, what, note, digest, sealed_at: Date.now() };
		hash = hashOf(hash, link);
		links.push({ ...link, hash });
	}
	await transaction.batchInsert(CHAIN, links, 100);
	await transaction(UNSEALED).whereIn('n', waiting.map(({ n }) => n)).delete(); // prettier-ignore
	return waiting.length;
}

async function digestsOfAll(knex: Knex, waiting: readonly Unsealed[]): Promise<Map<string, string>> {
	const found = new Map<string, string>();
	for (const table of TRAIL) {
		const items = waiting.filter(({ source, what }) => source === table.name && what !== 'deleted');
		if (items.length === 0) continue;
		const digests = await digestsOf(knex, table, [...new Set(items.map(({ item }) => item))]);
		for (const [item, digest] of digests) found.set(`${table.name} ${item}`, digest);
	}
	return found;
}
