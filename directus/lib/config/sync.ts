import { randomUUID } from 'node:crypto';
import { directus, type Item, type ItemsService } from '../directus.ts';
import { itemsOf, readTable } from './database.ts';
import { reconcile, type Chosen, type Entry, type Settled } from '../three-ways/entries.ts';
import { alike } from '../three-ways/merge.ts';
import type { Pushed } from '../three-ways/pushed.ts';
import { KINDS, keyOf, type Kind, type Row } from './rows.ts';

/** How many rows are written in one call: under MAX_BATCH_MUTATION, which the texts alone outgrow. */
const BATCH = 500;

export interface Difference {
	collection: string;
	/** Names the row for people. */
	label: string;
	/** What a push does with the row. */
	action: 'create' | 'update' | 'remove';
	/** The fields that differ, for an update. */
	fields: string[];
	id?: string | number;
	data: Item;
	/** The row as it is there, for an update. */
	there?: Item;
}

/** What a push does, and what it leaves to the Studio or to somebody who chooses. */
export interface RowPlan extends Settled {
	changes: Difference[];
}

/** Compares the rows of the files with those of the database and with what the last push wrote. Changes nothing. */
export async function planRows(wanted: ReadonlyMap<string, Row[]>, before: Pushed, choiceOf: Chosen): Promise<RowPlan> {
	const labelOf = labels(wanted);
	const entries: Entry[] = [];
	const retired: Difference[] = [];
	const places = new Map<string, { kind: Kind; there: Item | undefined; row: Row | undefined }>();
	for (const kind of KINDS) {
		const idOf = (key: Item) => `${kind.collection} ${keyOf(kind, key)}`;
		const add = (row: Row | undefined, there: Item | undefined) => {
			const id = idOf(row?.key ?? (there as Item));
			const named = Object.keys(row?.data ?? (before.get(id) as Item | undefined) ?? {});
			const studio = there && Object.fromEntries(named.map((name) => [name, there[name]]));
			places.set(id, { kind, there, row });
			entries.push({ id, label: labelOf(kind, row?.data ?? (there as Item)), files: row?.data, studio });
		};
		const present = new Map((await readTable(kind)).map((item) => [keyOf(kind, item), item]));
		for (const row of wanted.get(kind.collection) ?? []) {
			const there = present.get(keyOf(kind, row.key));
			present.delete(keyOf(kind, row.key));
			if (row.retired) {
				if (there) retired.push(removalOf({ collection: kind.collection, label: labelOf(kind, there) }, there));
				continue;
			}
			add(row, there);
		}
		// A database that remembers no push is brought to the files alone.
		const isOurs = (there: Item) => before.size === 0 || before.has(idOf(there));
		for (const there of present.values()) if (kind.owns(there, wanted) && isOurs(there)) add(undefined, there);
	}
	const settled = reconcile(entries, before, choiceOf);
	const changes = entries.flatMap(({ id, label }) => {
		const { kind, there, row } = places.get(id) as { kind: Kind; there: Item | undefined; row: Row | undefined };
		return changeOf({ collection: kind.collection, label }, row, there, settled.values.get(id));
	});
	return { ...settled, changes: [...changes, ...retired] };
}

function removalOf(named: Pick<Difference, 'collection' | 'label'>, there: Item): Difference {
	return { ...named, action: 'remove', fields: [], id: there.id as string, data: {} };
}

function changeOf(
	named: Pick<Difference, 'collection' | 'label'>,
	row: Row | undefined,
	there: Item | undefined,
	value: Item | undefined,
): Difference[] {
	if (value === undefined) {
		return there && !row ? [removalOf(named, there)] : [];
	}
	if (!there) return [{ ...named, action: 'create', fields: [], data: value }];
	const fields = Object.keys(value).filter((field) => !alike(value[field], there[field]));
	if (fields.length === 0) return [];
	return [{ ...named, action: 'update', fields, id: there.id as string, data: value, there }];
}

/** How rows are named for people: a permission by its role, and anything else by its name or its key. */
function labels(wanted: ReadonlyMap<string, Row[]>): (kind: Kind, data: Item) => string {
	const names = new Map(
		['directus_policies', 'directus_roles'].flatMap((collection) =>
			(wanted.get(collection) ?? []).map(({ key, data }) => [key.id, data.name] as const),
		),
	);
	return ({ collection, key }, data) => {
		const name =
			data.name ??
			key
				.map((field) => names.get(data[field]) ?? data[field])
				.filter(Boolean)
				.join(' ');
		return `${collection.replace('directus_', '')} ${name}`.trim();
	};
}

/** A role that people have cannot go: they could not sign in any more. */
export async function refuseRolesInUse(changes: readonly Difference[]): Promise<void> {
	const going = changes.filter(({ collection, action }) => collection === 'directus_roles' && action === 'remove');
	if (going.length === 0) return;
	const users = await itemsOf('directus_users');
	for (const { id, label } of going) {
		const [one] = await users.readByQuery({ fields: ['id'], filter: { role: { _eq: id } }, limit: 1 });
		if (one) throw new Error(`${label} is still somebody’s: give its people another role before it is retired.`);
	}
}

/** Carries the changes out. Nothing that the repository does not own is touched. */
export async function writeRows(changes: readonly Difference[]): Promise<void> {
	if (changes.length === 0) return;
	const later: { service: ItemsService; id: string; data: Item }[] = [];
	for (const kind of KINDS) {
		const service = await itemsOf(kind.collection);
		const own = changes.filter((change) => change.collection === kind.collection);
		const created = own.filter(({ action }) => action === 'create').map(({ data }) => withId(kind, data));
		if (kind.collection === 'directus_settings') {
			for (const { data } of own) await service.upsertSingleton(data);
			continue;
		}
		for (const data of created) {
			const links = Object.fromEntries(kind.deferred.map((field) => [field, data[field] ?? null]));
			if (Object.values(links).some((link) => link !== null))
				later.push({ service, id: data.id as string, data: links });
		}
		const unlinked = Object.fromEntries(kind.deferred.map((field) => [field, null]));
		for (let first = 0; first < created.length; first += BATCH) {
			await service.createMany(created.slice(first, first + BATCH).map((data) => ({ ...data, ...unlinked })));
		}
		for (const { id, data, fields } of own.filter(({ action }) => action === 'update')) {
			later.push({ service, id: id as string, data: Object.fromEntries(fields.map((field) => [field, data[field]])) });
		}
		const removed = own.filter(({ action }) => action === 'remove').map(({ id }) => id as number);
		if (removed.length > 0) await service.deleteMany(removed);
	}
	for (const { service, id, data } of later) await service.updateOne(id, data);
	const { flushCaches } = await directus('cache');
	await flushCaches(true);
}

/** Tables whose keys are counters make their own; the others get the id of the file, or a new one. */
function withId(kind: Kind, data: Item): Item {
	const counted = ['directus_permissions', 'directus_presets'].includes(kind.collection);
	return counted || data.id ? data : { id: randomUUID(), ...data };
}
