/** What stands in the way of a deletion, and what a record names that is not there. */
import type { Knex } from 'knex';

/** A relation as Directus knows it, with what the database does when the record that is named goes. */
export interface StoredRelation {
	collection: string;
	field: string;
	related_collection: string | null;
	schema?: { on_delete?: string | null } | null;
}

export interface StoredModel {
	collections: Record<string, { primary: string }>;
	relations: readonly StoredRelation[];
}

/** One record that names another. */
export interface Reference {
	/** The collection and the field that name it. */
	collection: string;
	field: string;
	/** What is named. */
	related: string;
	key: string;
}

/**
 * The first record that keeps rows from being deleted, because it names one of them or one that would go with them.
 * @returns `undefined` where nothing does
 */
export async function referenceTo(
	knex: Knex,
	model: StoredModel,
	related: string,
	keys: readonly Knex.Value[],
): Promise<Reference | undefined> {
	const naming = model.relations.filter(({ related_collection }) => related_collection === related);
	for (const { collection, field } of naming.filter((relation) => !letsGo(relation))) {
		const row = await knex(collection).whereIn(field, keys).first(field);
		if (row) return { collection, field, related, key: String(row[field]) };
	}
	for (const { collection, field } of naming.filter(({ schema }) => schema?.on_delete === 'CASCADE')) {
		const primary = model.collections[collection]?.primary ?? 'id';
		const gone = await knex(collection).whereIn(field, keys).pluck(primary);
		const found = gone.length > 0 && (await referenceTo(knex, model, collection, gone));
		if (found) return found;
	}
	return undefined;
}

/** The first field of a record that names a row which is not there. */
export async function brokenReference(
	knex: Knex,
	model: StoredModel,
	collection: string,
	record: Readonly<Record<string, unknown>>,
): Promise<Reference | undefined> {
	for (const { field, related_collection: related, ...relation } of model.relations) {
		const key = record[field] as Knex.Value | null | undefined;
		if (relation.collection !== collection || !related || key === null || key === undefined) continue;
		if (typeof key === 'object') continue;
		const primary = model.collections[related]?.primary ?? 'id';
		if (!(await knex(related).where(primary, key).first(primary)))
			return { collection, field, related, key: String(key) };
	}
	return undefined;
}

function letsGo({ schema }: StoredRelation): boolean {
	return schema?.on_delete === 'CASCADE' || schema?.on_delete === 'SET NULL';
}
