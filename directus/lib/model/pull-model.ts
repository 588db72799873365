import { isDeepStrictEqual } from 'node:util';
import { isMap, parseDocument, type Document, type YAMLMap, type YAMLSeq } from 'yaml';
import { bring } from '../config/pull/yaml-text.ts';
import type { Item, Snapshot, SnapshotField } from '../directus.ts';
import { compareModel, currentModel } from './apply.ts';
import { logicalCollection, logicalField, logicalRelation } from './logical-form.ts';
import { collapseChoices, parseModel, slim, type Model } from './model-file.ts';

const KINDS = ['collections', 'fields', 'relations'] as const;
type Kind = (typeof KINDS)[number];
type Entry = { collection: string; field?: string; meta: Item | null; schema: Item | null };

const nameOf = (each: { collection: string; field?: string }) =>
	[each.collection, each.field].filter(Boolean).join('.');

/**
 * The text of the model file brought to what the database has: what was changed, added or removed in the Studio is
 * changed, added or removed in it, and every other line stays. Composite indexes are the file's own.
 * @returns nothing where the file says it all already
 */
export async function pulledModel(text: string): Promise<string | undefined> {
	const file = parseModel(text);
	const database = await currentModel();
	const plan = await compareModel(file, database);
	const kept = file.indexes.filter((index) =>
		database.collections.some(({ collection }) => collection === index.collection),
	);
	const alike = [plan.summary, plan.refused, added(file, database)].every(({ length }) => length === 0);
	if (alike && kept.length === file.indexes.length) return undefined;
	const differing = new Set([
		...Object.values(plan.diff).flatMap((changes) => changes.map(nameOf)),
		...plan.refused.map((reason) => reason.split(':')[0] as string),
	]);
	const document = parseDocument(text);
	const changed = KINDS.map((kind) => {
		const words = new Map((file[kind] as Entry[]).map((entry) => [nameOf(entry), entry]));
		const entries = (database[kind] as Entry[]).map((entry) => logical(kind, entry, words.get(nameOf(entry))));
		return bringEntries(document, kind, entries, words, differing);
	});
	if (kept.length < file.indexes.length) document.set('indexes', kept);
	else if (!changed.includes(true)) return undefined;
	const own = ownOf(file, database);
	if (own.length > 0) document.set('own', own);
	else document.delete('own');
	return document.toString({ lineWidth: 0, singleQuote: true });
}

/** What the database has and the file does not. */
function added(file: Model, database: Snapshot): string[] {
	return KINDS.flatMap((kind) => {
		const known = new Set((file[kind] as Entry[]).map(nameOf));
		return (database[kind] as Entry[]).map(nameOf).filter((name) => !known.has(name));
	});
}

/** What was made in the Studio: what is not in the file yet, and what the file says of what is still there. */
function ownOf(file: Model, database: Snapshot): string[] {
	const names = ({ collections, fields }: Snapshot) => [...collections, ...fields].map(nameOf);
	const known = new Set(names(file));
	return names(database).filter((name) => !known.has(name) || file.own.includes(name));
}

/** @returns whether anything was changed */
function bringEntries(
	document: Document,
	kind: Kind,
	entries: readonly Entry[],
	words: ReadonlyMap<string, Entry>,
	differing: ReadonlySet<string>,
): boolean {
	const list = document.get(kind) as YAMLSeq<YAMLMap>;
	const nodes = new Map(list.items.filter(isMap).map((node) => [nameOf(node.toJSON() as Entry), node]));
	const present = new Set(entries.map(nameOf));
	const kept = list.items.filter((node) => present.has(nameOf(node.toJSON() as Entry)));
	let changed = kept.length < list.items.length;
	list.items = kept;
	for (const entry of entries) {
		const node = nodes.get(nameOf(entry));
		const before = words.get(nameOf(entry));
		if (node && before) {
			if (!differing.has(nameOf(entry))) continue;
			bring(document, node, asBrief(kind, node.toJSON() as Entry, before, entry));
		} else {
			// After the last of its collection, so that what belongs together stands together.
			const last = list.items.findLastIndex((each) => each.get('collection') === entry.collection);
			list.items.splice(
				last === -1 ? list.items.length : last + 1,
				0,
				document.createNode(brief(kind, entry)) as YAMLMap,
			);
		}
		changed = true;
	}
	return changed;
}

function logical(kind: Kind, entry: Entry, before: Entry | undefined): Entry {
	if (kind === 'collections') return logicalCollection(entry as Snapshot['collections'][number]);
	if (kind === 'relations') return logicalRelation(entry as Snapshot['relations'][number]);
	return asDecimal(logicalField(entry as SnapshotField), before as SnapshotField | undefined);
}

/** SQLite keeps decimals as floats: what the file has as a decimal stays one. */
function asDecimal(field: SnapshotField, before: SnapshotField | undefined): SnapshotField {
	if (field.type !== 'float' || before?.type !== 'decimal') return field;
	const { numeric_precision, numeric_scale } = before.schema ?? {};
	return { ...field, type: 'decimal', schema: field.schema && { ...field.schema, numeric_precision, numeric_scale } };
}

/** A new entry, without what goes without saying. */
function brief(kind: Kind, entry: Entry): Entry {
	return slim(kind, kind === 'fields' ? collapseChoices(entry as SnapshotField) : entry);
}

/** A changed entry: what its words in the file said, and what differs. */
function asBrief(kind: Kind, words: Entry, before: Entry, entry: Entry): Item {
	const now = kind === 'fields' ? collapseChoices(entry as SnapshotField) : entry;
	const section = (name: 'meta' | 'schema') =>
		now[name] &&
		Object.fromEntries(
			Object.entries(now[name]).filter(
				([key, value]) =>
					key in (words[name] ?? {}) || !isDeepStrictEqual(entry[name]?.[key] ?? value, before[name]?.[key]),
			),
		);
	// What only the file says of a field, such as its class, stays.
	return { ...words, ...now, meta: section('meta'), schema: section('schema') };
}
