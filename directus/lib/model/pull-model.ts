import type { Snapshot, SnapshotField } from '../directus.ts';
import { currentModel, planModel } from './apply.ts';
import { logicalCollection, logicalField, logicalRelation } from './logical-form.ts';
import { formatModel, type Model } from './model-file.ts';

type Named = { collection: string; field?: string };
const nameOf = (each: Named) => [each.collection, each.field].filter(Boolean).join('.');

/**
 * The model of the file brought to what the database has: what is the same keeps the words of the file, what was
 * changed, added or removed in the Studio follows the database. Composite indexes are the file's own.
 * @returns nothing where the file says it all already
 */
export async function pulledModel(file: Model): Promise<Model | undefined> {
	const plan = await planModel(file);
	const database = await currentModel();
	const { collections, fields, relations } = plan.diff;
	const differing = {
		collections: new Set(collections.map(nameOf)),
		fields: new Set([...fields.map(nameOf), ...plan.refused.map((reason) => reason.split(':')[0] as string)]),
		relations: new Set(relations.map(nameOf)),
	};
	const known = new Map(file.fields.map((field) => [nameOf(field), field]));
	const pulled: Model = {
		...file,
		collections: take(database, file, 'collections', differing.collections, logicalCollection),
		fields: take(database, file, 'fields', differing.fields, (field) => asDecimal(logicalField(field), known)),
		relations: take(database, file, 'relations', differing.relations, logicalRelation),
		indexes: file.indexes.filter(({ collection }) =>
			database.collections.some((each) => each.collection === collection),
		),
	};
	return formatModel(pulled) === formatModel(file) ? undefined : pulled;
}

/** Every item of the database, in the file's words where it does not differ. */
function take<Kind extends 'collections' | 'fields' | 'relations'>(
	database: Snapshot,
	file: Model,
	kind: Kind,
	differing: ReadonlySet<string>,
	logical: (item: Snapshot[Kind][number]) => Snapshot[Kind][number],
): Snapshot[Kind] {
	const words = new Map((file[kind] as Named[]).map((item) => [nameOf(item), item]));
	return (database[kind] as Snapshot[Kind][number][]).map((item) => {
		const same = differing.has(nameOf(item)) ? undefined : words.get(nameOf(item));
		return (same ?? logical(item)) as Snapshot[Kind][number];
	}) as Snapshot[Kind];
}

/** SQLite keeps decimals as floats: what the file has as a decimal stays one. */
function asDecimal(field: SnapshotField, known: ReadonlyMap<string, SnapshotField>): SnapshotField {
	const before = known.get(nameOf(field));
	if (field.type !== 'float' || before?.type !== 'decimal') return field;
	const { numeric_precision, numeric_scale } = before.schema ?? {};
	return { ...field, type: 'decimal', schema: field.schema && { ...field.schema, numeric_precision, numeric_scale } };
}
