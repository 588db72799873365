/** The model of the file as a push applies it: what was changed in the Studio since the last one stays. */
import type { Item, Snapshot } from '../directus.ts';
import { reconcile, type Chosen, type Entry, type Settled } from '../three-ways/entries.ts';
import type { Pushed } from '../three-ways/pushed.ts';
import { logicalCollection, logicalField, logicalRelation } from './logical-form.ts';
import { collapseChoices, type Model } from './model-file.ts';

type Part = { collection: string; field?: string; meta: Item | null; schema: Item | null };

/** The sizes of a decimal, which SQLite does not keep, are the file's alone. */
const FILES_OWN = ['numeric_precision', 'numeric_scale'];

const KINDS = ['collections', 'fields', 'relations'] as const;
const nameOf = ({ collection, field }: Part) => [collection, field].filter(Boolean).join('.');

/** What of the model has been settled, and the model that the database is brought to. */
export function reconcileModel(
	model: Model,
	current: Snapshot,
	before: Pushed,
	choiceOf: Chosen,
): { model: Model; settled: Settled } {
	const there = {
		collections: current.collections.map(logicalCollection),
		fields: current.fields.map((field) => collapseChoices(logicalField(field))),
		relations: current.relations.map(logicalRelation),
	};
	const entries: Entry[] = KINDS.flatMap((kind) => {
		const present = new Map((there[kind] as Part[]).map((part) => [nameOf(part), part]));
		return (model[kind] as Part[]).map((part) => {
			const found = present.get(nameOf(part));
			const label = `${kind.slice(0, -1)} ${nameOf(part)}`;
			return { id: `${kind} ${nameOf(part)}`, label, files: valuesOf(part), studio: found && valuesOf(found, part) };
		});
	});
	const settled = reconcile(entries, before, choiceOf);
	const merged = (kind: (typeof KINDS)[number]) =>
		(model[kind] as Part[]).flatMap((part) => {
			const value = settled.values.get(`${kind} ${nameOf(part)}`) as Pick<Part, 'meta' | 'schema'> | undefined;
			return value === undefined
				? []
				: [{ ...part, meta: value.meta, schema: part.schema && { ...part.schema, ...value.schema } }];
		});
	const [collections, fields, relations] = KINDS.map(merged) as [
		Model['collections'],
		Model['fields'],
		Model['relations'],
	];
	const kept = new Set(collections.map(({ collection }) => collection));
	const stands = ({ collection }: { collection: string }) =>
		kept.has(collection) || !model.collections.some((each) => each.collection === collection);
	const columns = new Set(fields.map(nameOf));
	return {
		model: {
			...model,
			collections,
			fields: fields.filter(stands),
			relations: relations.filter((relation) => columns.has(nameOf(relation))),
			indexes: model.indexes.filter(({ collection, fields: named }) =>
				named.every((field) => columns.has(`${collection}.${field}`)),
			),
		},
		settled,
	};
}

/** What is compared of a part of the model: what people change in the Studio. */
function valuesOf({ meta, schema }: Part, like?: Part): Item {
	const named = (section: Item | null, wanted: Item | null | undefined) =>
		section &&
		Object.fromEntries(
			Object.entries(section).filter(([key]) => !FILES_OWN.includes(key) && (!like || key in (wanted ?? {}))),
		);
	return { meta: named(meta, like?.meta), schema: named(schema, like?.schema) };
}
