/** Whether the trail is what was written: every link follows from the one before, every row is as its last link says. */
import type { Knex } from 'knex';
import { isSqlite } from '../../database/day-columns.ts';
import { BEGINNING, hashOf, linkOf, type Link } from './chain.ts';
import { isChangeOfKey } from '../sealed-fields/field-key.ts';
import { AT_ONCE, digestsOf } from './content.ts';
import { missingOnPostgres } from './postgres-triggers.ts';
import { unsealedRows } from './seal.ts';
import { missingOnSqlite } from './sqlite-triggers.ts';
import { CHAIN, TRAIL, UNSEALED } from './tables.ts';

export interface Verified {
	links: number;
	/** Written, and not in the chain yet. */
	unsealed: number;
	/** The end of the chain, to compare with a copy of it. */
	hash: string;
}

type Tell = (fault: string) => void;

/** Two hundred rows in memory at a time. @param tell is given each fault as it is found */
export async function verifyTrail(knex: Knex, tell: Tell): Promise<Verified> {
	const missing = isSqlite(knex) ? await missingOnSqlite(knex) : await missingOnPostgres(knex);
	for (const name of missing) tell(`${name}: what keeps it from being rewritten has been taken off`);
	let before: Pick<Link, 'seq' | 'hash'> = { seq: 0, hash: BEGINNING };
	for (;;) {
		const rows = await knex(CHAIN).where('seq', '>', before.seq).orderBy('seq').limit(AT_ONCE);
		const links = rows.map(linkOf);
		for (const link of links) {
			if (link.seq !== before.seq + 1) tell(`links ${before.seq + 1} to ${link.seq - 1} of the trail are missing`);
			else if (hashOf(before.hash, link) !== link.hash) {
				tell(`link ${link.seq} of the trail (${link.source} ${link.item}) has been altered`);
			}
			before = link;
		}
		await compareRows(knex, links, tell);
		if (rows.length < AT_ONCE) break;
	}
	await findInserted(knex, tell);
	return { links: before.seq, unsealed: await unsealedRows(knex), hash: before.hash };
}

/** The rows of a page of links; what a later link says of a row is looked at there. */
async function compareRows(knex: Knex, page: readonly Link[], tell: Tell): Promise<void> {
	for (const table of TRAIL) {
		const links = page.filter(({ source }) => source === table.name);
		if (links.length === 0) continue;
		const items = links.map(({ item }) => item);
		const newest = await newestLinks(knex, table.name, items);
		const unsealed = new Set(await knex(UNSEALED).where({ source: table.name }).whereIn('item', items).pluck('item'));
		const last = links.filter(({ item, seq }) => newest.get(item) === seq && !unsealed.has(item));
		const found = await digestsOf(knex, table, last.map(({ item }) => item)); // prettier-ignore
		for (const link of last) {
			const { source, item, what, digest, seq } = link;
			const now = found.get(item);
			if (what === 'deleted' ? now !== undefined : now === undefined || now !== digest) {
				const happened =
					what === 'deleted' ? 'is there again' : now === undefined ? 'has been deleted' : 'has been changed';
				tell(`${source} ${item} ${happened} since link ${seq} of the trail was made`);
			}
		}
		await nameUnlawful(knex, links, tell);
	}
}

async function newestLinks(knex: Knex, source: string, items: readonly string[]): Promise<Map<string, number>> {
	const query = knex(CHAIN).where({ source }).whereIn('item', items).groupBy('item');
	const rows: Record<string, unknown>[] = await query.select('item').max({ seq: 'seq' });
	return new Map(rows.map(({ item, seq }) => [String(item), Number(seq)]));
}

/** A change is lawful where a person was erased, or a field got another key, either of which is on record by itself. */
async function nameUnlawful(knex: Knex, links: readonly Link[], tell: Tell): Promise<void> {
	for (const { what, note, source, item, seq } of links) {
		if (what === 'row' || (what === 'changed' && note === 'completed')) continue;
		const referral = /^erasure (\S+)$/.exec(note ?? '')?.[1];
		if (referral && (await knex('erasures').where({ referral }).first('id'))) continue;
		const key = what === 'changed' ? /^field key (\S+)$/.exec(note ?? '')?.[1] : undefined;
		if (key && (await isChangeOfKey(knex, key))) continue;
		tell(`${source} ${item} was ${what} without an erasure, which link ${seq} of the trail noted`);
	}
}

/** Rows that the database did not note when they were written. */
async function findInserted(knex: Knex, tell: Tell): Promise<void> {
	for (const { name } of TRAIL) {
		const item = knex.raw('cast(?? as varchar(255))', ['row.id']);
		const noted = (table: string) => knex(`${table} as noted`).where('noted.source', name).where('noted.item', item);
		const rows = await knex(`${name} as row`).whereNotExists(noted(CHAIN)).whereNotExists(noted(UNSEALED)).limit(AT_ONCE).pluck('row.id'); // prettier-ignore
		for (const id of rows) tell(`${name} ${id} has been inserted beside the platform`);
	}
}

/** What the chain says at a link, to be compared with a copy of it. */
export async function hashAt(knex: Knex, seq: number): Promise<string | undefined> {
	return (await knex(CHAIN).where({ seq }).first('hash'))?.hash;
}
