import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { directus, type Item, type ItemsService } from '../directus.ts';
import { plain } from '../plain.ts';
import { itemsOf, readTable } from './database.ts';
import { KINDS, keyOf, type Kind, type Row } from './rows.ts';

/** How many rows are written in one call: under MAX_BATCH_MUTATION, which the texts alone outgrow. */
const BATCH = 500;

export interface Difference {
	collection: string;
	key: Item;
	/** What a push would do with the row. */
	action: 'create' | 'update' | 'remove';
	/** The fields that differ, for an update. */
	fields: string[];
	id?: string | number;
	data: Item;
}

/** What a push would change: the rows that are missing, differ, or are ours and no longer wanted. */
export async function differences(wanted: ReadonlyMap<string, Row[]>): Promise<Difference[]> {
	const found: Difference[] = [];
	for (const kind of KINDS) {
		const present = new Map((await readTable(kind)).map((item) => [keyOf(kind, item), item]));
		for (const row of wanted.get(kind.collection) ?? []) {
			const there = present.get(keyOf(kind, row.key));
			const fields = there ? Object.keys(row.data).filter((field) => !same(row.data[field], there[field])) : [];
			present.delete(keyOf(kind, row.key));
			const base = { collection: kind.collection, key: row.key, data: row.data };
			if (!there) found.push({ ...base, action: 'create', fields: [] });
			else if (fields.length > 0) found.push({ ...base, action: 'update', fields, id: there.id as string });
		}
		for (const there of present.values()) {
			if (!kind.owns(there, wanted)) continue;
			const key = Object.fromEntries(kind.key.map((field) => [field, there[field]]));
			found.push({ collection: kind.collection, key, action: 'remove', fields: [], id: there.id as string, data: {} });
		}
	}
	return found;
}

/** Carries the differences out. Nothing that the repository does not own is touched. */
export async function push(wanted: ReadonlyMap<string, Row[]>): Promise<Difference[]> {
	const changes = await differences(wanted);
	if (changes.length === 0) return changes;
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
	return changes;
}

/** Tables whose keys are counters make their own; the others get the id of the file, or a new one. */
function withId(kind: Kind, data: Item): Item {
	const counted = ['directus_permissions', 'directus_presets'].includes(kind.collection);
	return counted || data.id ? data : { id: randomUUID(), ...data };
}

/** An empty object asks for nothing, as `null` does; the Studio writes the one, the files the other. */
function same(wanted: unknown, found: unknown): boolean {
	const given = (value: unknown) => (isEmpty(value) ? null : plain(value));
	return isDeepStrictEqual(given(wanted), given(found));
}

/** Whether a value is nothing at all, or an object or list without anything in it. */
export function isEmpty(value: unknown): boolean {
	return value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0);
}
