/** The data model as Directus keeps it: what fields are called and take. */
import type { Knex } from 'knex';
import type { Language } from '../../domain/language/messages.ts';
import type { Condition, FormField } from '../../domain/platform/conditions.ts';

export interface Translation {
	language: string;
	translation: string;
}

export interface FieldSettings {
	collection: string;
	field: string;
	/** A form must not leave it empty. */
	required: boolean;
	translations: readonly Translation[];
	/** Whether what is asked of it depends on other answers. */
	conditional: boolean;
	/** Stored values and how each reads; `undefined` where anything can be written. */
	choices?: readonly { value: string; text: string }[];
}

export async function readFields(knex: Knex): Promise<FieldSettings[]> {
	const columns = ['collection', 'field', 'required', 'conditions', 'translations', 'options'];
	const rows = await knex('directus_fields').select(columns);
	return rows.map(({ collection, field, required, conditions, translations, options }) => ({
		collection,
		field,
		required: Boolean(required),
		conditional: (parsed<unknown[]>(conditions) ?? []).length > 0,
		translations: parsed<Translation[]>(translations) ?? [],
		choices: parsed<Pick<FieldSettings, 'choices'>>(options)?.choices,
	}));
}

/** The form of a collection as it was set up; nothing where no answer depends on another one. */
export async function readConditions(knex: Knex, collection: string): Promise<FormField[]> {
	const columns = ['field', 'required', 'hidden', 'group', 'conditions'];
	const rows = await knex('directus_fields').where({ collection }).select(columns);
	const fields = rows.map(({ field, required, hidden, group, conditions }) => ({
		field,
		required: Boolean(required),
		hidden: Boolean(hidden),
		group,
		conditions: parsed<Condition[]>(conditions) ?? [],
	}));
	return fields.some(({ conditions }) => conditions.length > 0) ? fields : [];
}

export async function readCollections(
	knex: Knex,
): Promise<{ collection: string; translations: readonly Translation[] }[]> {
	const rows = await knex('directus_collections').select('collection', 'translations');
	return rows.map(({ collection, translations }) => ({
		collection,
		translations: parsed<Translation[]>(translations) ?? [],
	}));
}

/** The words of one language that the data model names by a key. */
export async function readTranslations(knex: Knex, language: Language): Promise<{ key: string; value: string }[]> {
	return knex('directus_translations').where({ language }).select('key', 'value');
}

/** SQLite gives JSON as text. */
function parsed<Content>(value: unknown): Content | undefined {
	if (value === null || value === undefined) return undefined;
	return ((typeof value === 'string' ? JSON.parse(value) : value) as Content | null) ?? undefined;
}
