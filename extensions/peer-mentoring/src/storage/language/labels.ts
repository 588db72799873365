/** What people read instead of the names of collections, fields and choices, in one language. */
import type { Knex } from 'knex';
import type { Language } from '../../domain/language/messages.ts';
import { readCollections, readFields, readTranslations, type Translation } from '../platform/data-model.ts';

export interface Labels {
	collection(collection: string): string;
	field(collection: string, field: string): string;
	/** A value, or each value of a list, as its choice reads; anything else as it is. */
	value(collection: string, field: string, value: unknown): unknown;
}

/**
 * The labels that the Studio shows, from the data model of the database.
 * @param of the collections that are spoken of; every one where left out, which reads some thousands of rows
 */
export async function readLabels(knex: Knex, language: Language, of?: readonly string[]): Promise<Labels> {
	const settings = await readFields(knex, of);
	const keys = settings.flatMap(({ choices }) => (choices ?? []).map(({ text }) => text.replace(/^\$t:/, '')));
	const texts = new Map<string, string>();
	for (const { key, value } of await readTranslations(knex, language, of && [...new Set(keys)])) {
		texts.set(`$t:${key}`, value);
	}
	const collections = new Map<string, string>();
	for (const { collection, translations } of await readCollections(knex, of)) {
		collections.set(collection, inLanguage(translations, language) ?? collection);
	}
	const fields = new Map<string, string>();
	const choices = new Map<string, string>();
	for (const { collection, field, translations, choices: given } of settings) {
		fields.set(`${collection}.${field}`, inLanguage(translations, language) ?? field);
		for (const { value, text } of given ?? []) choices.set(`${collection}.${field}.${value}`, texts.get(text) ?? text);
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

function inLanguage(translations: readonly Translation[], language: Language): string | undefined {
	// What is added in the Studio may have no Welsh yet, and its English may be American.
	const wanted = [language, 'en-GB', 'en-US'];
	const found = wanted.map((each) => translations.find((given) => given.language === each));
	return found.find((each) => each !== undefined)?.translation;
}
