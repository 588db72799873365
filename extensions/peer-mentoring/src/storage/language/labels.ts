/** What people read instead of the names of collections, fields and choices, in one language. */
import type { Knex } from 'knex';
import type { Language } from '../../domain/language/messages.ts';

export interface Labels {
	collection(collection: string): string;
	field(collection: string, field: string): string;
	/** A value, or each value of a list, as its choice reads; anything else as it is. */
	value(collection: string, field: string, value: unknown): unknown;
}

interface Translation {
	language: string;
	translation: string;
}

/** The labels that the Studio shows, from the data model of the database. */
export async function readLabels(knex: Knex, language: Language): Promise<Labels> {
	const texts = new Map<string, string>();
	for (const { key, value } of await knex('directus_translations').where({ language }).select('key', 'value')) {
		texts.set(`$t:${key}`, value);
	}
	const collections = new Map<string, string>();
	for (const { collection, translations } of await knex('directus_collections').select('collection', 'translations')) {
		collections.set(collection, inLanguage(translations, language) ?? collection);
	}
	const fields = new Map<string, string>();
	const choices = new Map<string, string>();
	const columns = ['collection', 'field', 'translations', 'options'];
	for (const { collection, field, translations, options } of await knex('directus_fields').select(columns)) {
		fields.set(`${collection}.${field}`, inLanguage(translations, language) ?? field);
		const given = parsed<{ choices?: { value: string; text: string }[] }>(options)?.choices ?? [];
		for (const { value, text } of given) choices.set(`${collection}.${field}.${value}`, texts.get(text) ?? text);
	}
	const choice = (collection: string, field: string, value: unknown): unknown =>
		Array.isArray(value)
			? value.map((each) => choice(collection, field, each))
			: (choices.get(`${collection}.${field}.${value}`) ?? value);
	return {
		collection: (collection) => collections.get(collection) ?? collection,
		field: (collection, field) => fields.get(`${collection}.${field}`) ?? field,
		value: choice,
	};
}

function inLanguage(translations: unknown, language: Language): string | undefined {
	return parsed<Translation[]>(translations)?.find((each) => each.language === language)?.translation;
}

/** SQLite gives JSON as text. */
function parsed<Content>(value: unknown): Content | undefined {
	if (value === null || value === undefined) return undefined;
	return (typeof value === 'string' ? JSON.parse(value) : value) as Content;
}
