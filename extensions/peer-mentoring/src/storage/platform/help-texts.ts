/** What a Supplier tells its own people under the fields of forms. */
import type { Knex } from 'knex';
import type { Language } from '../../domain/language/messages.ts';

/** The texts of one Supplier by their places, `collection.field`; English where one is not written in Welsh. */
export async function helpTextsOf(
	knex: Knex,
	supplier: string | null,
	language: Language,
): Promise<Map<string, string>> {
	if (supplier === null) return new Map();
	const rows = await knex('help_texts').where({ supplier }).select('place', 'text', 'text_cy');
	return new Map(rows.map(({ place, text, text_cy }) => [place, (language === 'cy-GB' && text_cy?.trim()) || text]));
}

/** Whether another text of the Supplier stands at this place. */
export async function isHelpTextThere(
	knex: Knex,
	{ id, supplier, place }: { id?: unknown; supplier: string; place: string },
): Promise<boolean> {
	const others = knex('help_texts').where({ supplier, place });
	if (id !== undefined) others.whereNot({ id });
	return (await others.first('id')) !== undefined;
}

/** Whether a form has this field, `collection.field`: what only divides a form, or is never shown in one, is none. */
export async function isOnForm(knex: Knex, place: string): Promise<boolean> {
	const [, collection = '', field] = /^(\w+)\.(\w+)$/.exec(place) ?? [];
	if (!field || collection.startsWith('directus_')) return false;
	const found = await knex('directus_fields').where({ collection, field }).first('special', 'hidden', 'conditions');
	if (!found) return false;
	const special = String(found.special ?? '').split(',');
	return !special.includes('no-data') && (!found.hidden || found.conditions !== null);
}

/** Words that the data model names by these keys, in one language. */
export async function wordsOf(knex: Knex, language: Language, keys: readonly string[]): Promise<Map<string, string>> {
	const rows = await knex('directus_translations').where({ language }).whereIn('key', keys).select('key', 'value');
	return new Map(rows.map(({ key, value }) => [key, value]));
}
