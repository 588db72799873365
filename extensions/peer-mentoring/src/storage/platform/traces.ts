/** The copies of records that Directus keeps by itself, which an erasure has to reach as well (2.25). */
import type { Knex } from 'knex';
import { uuidIn } from '../database/keys.ts';

/** Few enough for SQLite's number of parameters. */
const BATCH = 200;

/** Where Directus keeps copies of rows or what people wrote about them. Who did what when stays, without the what. */
const COPIES = ['directus_comments', 'directus_notifications', 'directus_versions', 'directus_shares'];

/**
 * Deletes every copy of rows.
 * @param rows their keys, by collection
 * @param parents those of them that other rows are written together with
 */
export async function deleteCopies(
	knex: Knex,
	rows: ReadonlyMap<string, readonly unknown[]>,
	parents: readonly unknown[],
): Promise<void> {
	for (const [collection, keys] of rows) {
		for (let start = 0; start < keys.length; start += BATCH) {
			const batch = keys.slice(start, start + BATCH).map(String);
			const ofThese = (query: Knex.QueryBuilder) => query.where({ collection }).whereIn('item', batch);
			for (const table of COPIES) await ofThese(knex(table)).delete();
			await deleteRevisions(knex, ofThese);
		}
	}
	// Where rows were written together, a revision of another row can hold one of these, which then names its parent. A
	// number could be anything in there; whatever is written with such a row hangs on a record above it, with a UUID.
	for (const key of parents.flatMap((each) => uuidIn(each) ?? [])) {
		await deleteRevisions(knex, (query) =>
			query.whereRaw('cast(data as text) like ?', [`%${key}%`]).orWhereRaw('cast(delta as text) like ?', [`%${key}%`]),
		);
	}
}

/** The Studio keeps what each person last searched and filtered for: it may be a name. */
export async function forgetSearches(knex: Knex, collections: readonly string[]): Promise<void> {
	await knex('directus_presets')
		.whereNotNull('user')
		.whereIn('collection', collections)
		.update({ search: null, filter: null });
}

/** Reminders, a line for each person, and the runs of flows name a person by their reference. */
export async function renameInTraces(knex: Knex, old: string, now: string): Promise<void> {
	const rows = await knex('directus_notifications').whereNotNull('message').select('id', 'message');
	for (const { id, message } of rows) {
		const renamed = renameInLines(message, old, now);
		if (renamed === message) continue;
		await knex('directus_notifications').where({ id }).update({ message: renamed });
		await deleteRevisions(knex, (query) => query.where({ collection: 'directus_notifications', item: String(id) }));
	}
	// What a flow found is kept with its run.
	await deleteRevisions(knex, (query) =>
		query.where({ collection: 'directus_flows' }).whereRaw('cast(data as text) like ?', [`%"${old}"%`]),
	);
}

/** A line ends in the reference, or in the reference and the address of the record that it opens. */
export function renameInLines(message: string, old: string, now: string): string {
	const renamed = message.split('\n').map((line) => {
		const address = /\]\(\S+\)$/.exec(line)?.[0] ?? '';
		const said = line.slice(0, line.length - address.length);
		const named = said.endsWith(`: ${old}`) || said === `- ${old}` || said === `- [${old}`;
		return named ? said.slice(0, -old.length) + now + address : line;
	});
	return renamed.join('\n');
}

async function deleteRevisions(knex: Knex, of: (query: Knex.QueryBuilder) => Knex.QueryBuilder): Promise<void> {
	const found = await of(knex('directus_revisions').select('id'));
	const ids = found.map(({ id }: { id: number }) => id);
	for (let start = 0; start < ids.length; start += BATCH) {
		const batch = ids.slice(start, start + BATCH);
		await knex('directus_revisions').whereIn('parent', batch).update({ parent: null });
		await knex('directus_revisions').whereIn('id', batch).delete();
	}
}
