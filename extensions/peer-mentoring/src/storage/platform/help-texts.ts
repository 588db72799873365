/** What a Supplier tells its own people under the fields of forms. */
import type { Knex } from 'knex';
import type { Language } from '../../domain/language/messages.ts';
import { isOnForm } from '../../domain/platform/asked-on-form.ts';
import { readForms } from './forms.ts';

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

/** Whether a form shows this field, `collection.field`. */
export async function isPlace(knex: Knex, place: string): Promise<boolean> {
	const [, collection = '', field] = /^(\w+)\.(\w+)$/.exec(place) ?? [];
	if (!field || collection.startsWith('directus_')) return false;
	const fields = await readForms(knex, [collection]);
	return fields.some((each) => each.field === field && isOnForm(each));
}
