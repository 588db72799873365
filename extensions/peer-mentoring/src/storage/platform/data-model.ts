/** The data model as Directus keeps it: what fields are called and take. */
import { randomUUID } from 'node:crypto';
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

/** @param collections whose fields; every one's where left out */
export async function readFields(knex: Knex, collections?: readonly string[]): Promise<FieldSettings[]> {
	const columns = ['collection', 'field', 'required', 'conditions', 'translations', 'options'];
	const rows = await knex('directus_fields')
		.where((those) => void (collections && those.whereIn('collection', [...collections])))
		.select(columns);
	return rows.map(({ collection, field, required, conditions, translations, options }) => ({
		collection,
		field,
		required: Boolean(required),
		conditional: (parsed<unknown[]>(conditions) ?? []).length > 0,
		translations: parsed<Translation[]>(translations) ?? [],
		choices: parsed<Pick<FieldSettings, 'choices'>>(options)?.choices,
	}));
}

/** A choice as a field keeps it, with whatever else is said of it: its colour, its icon. */
export type FieldChoice = Readonly<Record<string, unknown>> & { value: string; text: string };

type OptionsOfField = Record<string, unknown> & { choices?: readonly FieldChoice[] };

/** A field with choices: those that it offers, and those that it shows. */
export interface ChoosingField {
	collection: string;
	field: string;
	options: OptionsOfField | undefined;
	display_options: OptionsOfField | undefined;
}

/** Every field with choices, or one. */
export async function readChoosingFields(
	knex: Knex,
	one?: { collection: string; field: string },
): Promise<ChoosingField[]> {
	const columns = ['collection', 'field', 'options', 'display_options'] as const;
	const rows = await knex('directus_fields')
		.where(one ?? {})
		.select(columns);
	return rows
		.map(({ collection, field, options, display_options }) => ({
			collection,
			field,
			options: parsed<OptionsOfField>(options),
			display_options: parsed<OptionsOfField>(display_options),
		}))
		.filter(({ options, display_options }) => options?.choices ?? display_options?.choices);
}

export async function writeChoosingField(
	knex: Knex,
	{ collection, field, options, display_options }: ChoosingField,
): Promise<void> {
	const text = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
	await knex('directus_fields')
		.where({ collection, field })
		.update({ options: text(options), display_options: text(display_options) });
}

/** Words that the data model names by a key, and that the Studio reads in its user's language. */
export interface KeyedText {
	key: string;
	language: Language;
	value: string;
}

export async function readTexts(knex: Knex): Promise<KeyedText[]> {
	return knex('directus_translations').select('key', 'language', 'value');
}

export async function keysOfTexts(knex: Knex, ids: readonly string[]): Promise<string[]> {
	return knex('directus_translations').whereIn('id', ids).pluck('key');
}

/** Brings words to what they are now. */
export async function writeTexts(knex: Knex, wanted: readonly KeyedText[]): Promise<void> {
	const nameOf = ({ key, language }: KeyedText) => `${language} ${key}`;
	const there = new Map((await readTexts(knex)).map((row) => [nameOf(row), row.value]));
	const added = wanted.filter((row) => !there.has(nameOf(row))).map((row) => ({ id: randomUUID(), ...row }));
	if (added.length > 0) await knex.batchInsert('directus_translations', added, AT_ONCE);
	for (const row of wanted) {
		const { key, language, value } = row;
		if ((there.get(nameOf(row)) ?? value) === value) continue;
		await knex('directus_translations').where({ key, language }).update({ value });
	}
}

/** Few enough for SQLite's number of parameters. */
const AT_ONCE = 100;

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

/** @param collections which of them; every one where left out */
export async function readCollections(
	knex: Knex,
	collections?: readonly string[],
): Promise<{ collection: string; translations: readonly Translation[]; template: string | null }[]> {
	const rows = await knex('directus_collections')
		.where((those) => void (collections && those.whereIn('collection', [...collections])))
		.select('collection', 'translations', 'display_template as template');
	return rows.map(({ collection, translations, template }) => ({
		collection,
		translations: parsed<Translation[]>(translations) ?? [],
		template,
	}));
}

/** The words of one language that the data model names by a key: all of them, or those with these keys. */
export async function readTranslations(
	knex: Knex,
	language: Language,
	keys?: readonly string[],
): Promise<{ key: string; value: string }[]> {
	const words = knex('directus_translations').where({ language }).select('key', 'value');
	return keys ? words.whereIn('key', [...keys]) : words;
}

/** What the last push of the platform's files wrote, entry by entry; `directus/lib` writes it. */
export const PUSHED_TABLE = 'platform_pushed';

/** The kind of entry that names what was made in the Studio and has come into the files since. */
export const OWN = 'own';

/** The collections and fields that came with the platform, as `sessions` and `sessions.minutes`. */
export async function readPlatformParts(knex: Knex): Promise<ReadonlySet<string>> {
	const rows: { id: string }[] = await knex(PUSHED_TABLE)
		.where((part) => part.where('id', 'like', 'collections %').orWhere('id', 'like', 'fields %'))
		.whereNot({ value: 'null' })
		.orWhere('id', 'like', `${OWN} %`)
		.select('id');
	const named = (kinds: string[]) =>
		rows.map(({ id }) => id.split(' ')).flatMap(([kind = '', name = '']) => (kinds.includes(kind) ? [name] : []));
	const own = new Set(named([OWN]));
	return new Set(named(['collections', 'fields']).filter((name) => !own.has(name)));
}

/** A column as the database describes it; `undefined` where there is none of this name. */
export async function columnOf(
	knex: Knex,
	table: string,
	column: string,
): Promise<{ maxLength: number | string | null; nullable: boolean } | undefined> {
	const columns = (await knex(table).columnInfo()) as Record<
		string,
		{ maxLength: number | string | null; nullable: boolean }
	>;
	return columns[column];
}

/** How much Directus records of changes in these collections: `all`, `activity`, or `null` for nothing. */
export async function loggingOf(knex: Knex, collections: readonly unknown[]): Promise<(string | null)[]> {
	return knex('directus_collections')
		.whereIn('collection', collections as string[])
		.pluck('accountability');
}

/** SQLite gives JSON as text. */
function parsed<Content>(value: unknown): Content | undefined {
	if (value === null || value === undefined) return undefined;
	return ((typeof value === 'string' ? JSON.parse(value) : value) as Content | null) ?? undefined;
}

/** Collections of Directus from which a relation leads on record, as every read of them is. */
const OPEN_TO_FIELDS = ['directus_users', 'directus_files'];

/** Whether a collection is one of Directus's own to which nothing is added. */
export function takesNoFields(collection: string): boolean {
	return collection.startsWith('directus_') && !OPEN_TO_FIELDS.includes(collection);
}
