/** Takes everything personal out of the rows of one person, for good (2.25). */
import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { erasedValue } from '../../domain/privacy/erasure.ts';
import { familyOf, PERSON } from '../../domain/privacy/personal-data.ts';
import { isSqlite } from '../database/day-columns.ts';
import { personalFields, rowsOfPerson, type Overview, type PersonRows } from '../privacy/personal-data.ts';
import { dropRestricted } from '../returns/plan-samples.ts';

/** Few enough for SQLite's number of parameters. */
const BATCH = 200;

/**
 * Empties every personal field of the person's rows and every copy of them that Directus keeps. To be called in a
 * transaction: all of it happens, or nothing.
 * @returns how many rows of the person were there
 */
export async function erasePerson(knex: Knex, overview: Overview, referral: string): Promise<number> {
	const links = familyOf(overview.relations);
	// SQLite overwrites what it frees where it is told to; PostgreSQL locks, so that nobody settles this record meanwhile.
	if (isSqlite(knex)) await knex.raw('pragma secure_delete = on');
	else await knex(PERSON).where({ id: referral }).forUpdate().select('id');
	const rows = await rowsOfPerson(knex, links, referral);
	const fieldsOf = await personalFields(knex, overview);
	const { reference } = await knex(PERSON).where({ id: referral }).first('reference');
	const newReference = meaninglessReference();
	for (const [collection, keys] of rows) {
		const fields = fieldsOf(collection);
		const restricted = 'restricted' in (overview.collections[collection]?.fields ?? {}) ? { restricted: true } : {};
		for (const row of await knex(collection).whereIn('id', keys)) {
			const empty = Object.fromEntries(
				fields.map(({ field, nullable }) => [field, erasedValue({ name: field, nullable }, row[field], newReference)]),
			);
			const change = { ...empty, ...restricted };
			if (Object.keys(change).length > 0) await knex(collection).where({ id: row.id }).update(change);
		}
	}
	await eraseTrail(knex, rows, new Set(links.map(({ parent }) => parent)));
	await eraseSearches(knex, [...rows.keys()]);
	if (reference) await eraseReference(knex, reference, newReference);
	await dropRestricted(knex, [referral]);
	return [...rows.values()].flat().length;
}

/** As long as an ordinary one, and nobody has it on paper. */
function meaninglessReference(): string {
	return `E-${randomBytes(5).toString('hex').toUpperCase()}`;
}

/** Where Directus keeps copies of rows or what people wrote about them. Who did what when stays, without the what. */
const COPIES = ['directus_comments', 'directus_notifications', 'directus_versions', 'directus_shares'];

async function eraseTrail(knex: Knex, rows: PersonRows, parents: ReadonlySet<string>): Promise<void> {
	const keys = [...rows.values()].flat();
	for (let start = 0; start < keys.length; start += BATCH) {
		const batch = keys.slice(start, start + BATCH);
		for (const table of COPIES) await knex(table).whereIn('item', batch).delete();
		await deleteRevisions(knex, (query) => query.whereIn('item', batch));
	}
	// Where rows were written together, a revision of another row can hold one of these, which then names its parent.
	for (const key of [...parents].flatMap((parent) => rows.get(parent) ?? [])) {
		await deleteRevisions(knex, (query) =>
			query.whereRaw('cast(data as text) like ?', [`%${key}%`]).orWhereRaw('cast(delta as text) like ?', [`%${key}%`]),
		);
	}
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

/** The Studio keeps what each person last searched and filtered for: it may be a name. */
async function eraseSearches(knex: Knex, collections: string[]): Promise<void> {
	await knex('directus_presets')
		.whereNotNull('user')
		.whereIn('collection', collections)
		.update({ search: null, filter: null });
}

/** Reminders, a line for each person, the runs of flows and the log of reads name the person by the old reference. */
async function eraseReference(knex: Knex, old: string, now: string): Promise<void> {
	const named = (line: string) => line.endsWith(`: ${old}`) || line === `- ${old}`;
	const rows = await knex('directus_notifications').whereNotNull('message').select('id', 'message');
	for (const { id, message } of rows) {
		const lines = (message as string).split('\n');
		if (!lines.some(named)) continue;
		const renamed = lines.map((line) => (named(line) ? line.slice(0, -old.length) + now : line));
		await knex('directus_notifications')
			.where({ id })
			.update({ message: renamed.join('\n') });
		await deleteRevisions(knex, (query) => query.where({ collection: 'directus_notifications', item: String(id) }));
	}
	// What a flow found is kept with its run.
	await deleteRevisions(knex, (query) =>
		query.where({ collection: 'directus_flows' }).whereRaw('cast(data as text) like ?', [`%"${old}"%`]),
	);
	await knex('access_log').where({ subject: old }).update({ subject: now });
}
