/** The trail outside the database: one line of JSON for each link, with keys and no word about anybody. */
import type { Knex } from 'knex';
import { CHAIN, COPIED } from '../tables.ts';
import { linkOf, type Link } from '../chain.ts';

/** What a line says of a row beside its link: who, what, when and which, by keys. */
const SAID: Readonly<Record<string, readonly string[]>> = {
	access_log: ['at', 'user', 'action', 'through', 'records', 'keys', 'supplier'],
	directus_activity: ['timestamp', 'user', 'action', 'collection', 'item'],
	directus_revisions: ['activity', 'collection', 'item'],
	erasures: ['referral', 'erased_on', 'records', 'user_created'],
	kept_files: ['sha256', 'bytes'],
	mi_return_versions: ['contract', 'month', 'version', 'submitted_by', 'submitted_at', 'sha256'],
	return_sendings: ['mi_return', 'part', 'sent_on', 'recorded_by'],
};

/** Also what SQLite can be asked for at once. */
const AT_ONCE = 200;

const CURSOR = 'copied';

/** The links after one, in order, as lines. */
export async function linesAfter(knex: Knex, seq: number): Promise<{ seq: number; line: string }[]> {
	const links = (await knex(CHAIN).where('seq', '>', seq).orderBy('seq').limit(AT_ONCE)).map(linkOf);
	const said = await saidOf(knex, links);
	return links.map((link) => {
		const { sealed_at, ...rest } = link;
		const row = link.what === 'deleted' ? undefined : said.get(`${link.source} ${link.item}`);
		return { seq: link.seq, line: JSON.stringify({ ...rest, sealed_at: new Date(sealed_at).toISOString(), row }) };
	});
}

async function saidOf(knex: Knex, links: readonly Link[]): Promise<Map<string, object>> {
	const found = new Map<string, object>();
	for (const [source, of] of Map.groupBy(links, (link) => link.source)) {
		const items = [...new Set(of.map(({ item }) => item))];
		const rows = await knex(source).whereIn('id', items).select('id', ...(SAID[source] ?? [])); // prettier-ignore
		for (const { id, ...row } of rows) found.set(`${source} ${String(id)}`, inWords(row));
	}
	return found;
}

/** SQLite gives moments as numbers, and JSON as text. */
function inWords({ keys, at, timestamp, ...row }: Record<string, unknown>): object {
	const moment = at ?? timestamp;
	return {
		...(moment !== undefined && { at: new Date(moment as number).toISOString() }),
		...row,
		...(keys !== undefined && { keys: typeof keys === 'string' ? JSON.parse(keys) : keys }),
	};
}

/** Up to which link the copy has come. */
export async function copiedUpTo(knex: Knex): Promise<number> {
	return Number((await knex(COPIED).where({ id: CURSOR }).first('seq'))?.seq ?? 0);
}

export async function noteCopied(knex: Knex, seq: number): Promise<void> {
	await knex(COPIED).insert({ id: CURSOR, seq }).onConflict('id').merge();
}
