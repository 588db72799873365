/** What the data model says of every field, in words: what the published dictionary and its collection are made of. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { CodeList } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import { FOLDERS, type Texts } from '../config/files.ts';
import type { Item, SnapshotRelation } from '../directus.ts';
import type { FieldClass } from '../model/field-classes.ts';
import { CODE_LIST, modelYaml } from '../model/model-file.ts';

export interface Words {
	en: string;
	cy: string;
}

export interface CollectionEntry {
	collection: string;
	name: Words;
	purpose: string;
	fields: FieldEntry[];
}

export interface FieldEntry extends FieldClass {
	label: Words;
	/** The help text beside the field; its label where there is none. */
	meaning: string;
	type: string;
	choices: CodeList | undefined;
	/** Whether it has to be filled in, or fills itself. */
	filled: 'required' | 'required in some cases' | 'by the platform' | '';
}

interface ModelField extends FieldClass {
	type: string;
	meta: Item | null;
	schema: Item | null;
}

interface ModelFile {
	collections: { collection: string; meta: Item | null; schema: Item | null }[];
	fields: ModelField[];
	relations: SnapshotRelation[];
}

/** Every collection with its fields, in the order of the model file; folders hold nothing and are left out. */
export function dictionaryEntries(model: string): CollectionEntry[] {
	const file = modelYaml(model).content as unknown as ModelFile;
	const texts = parse(readFileSync(join(FOLDERS.translations, 'notes.yaml'), 'utf8')) as Texts;
	const tables = new Map(file.collections.filter(({ schema }) => schema).map((each) => [each.collection, each.meta]));
	// Directus's own collections stand in the file with our fields only.
	for (const { collection } of file.fields) if (!tables.has(collection)) tables.set(collection, null);
	const names = new Map([...tables].map(([collection, meta]) => [collection, translated(meta) ?? ownName(collection)]));
	const nameOf = (collection: string | null) => (names.get(collection ?? '') ?? ownName(String(collection))).en;
	return [...tables].map(([collection, meta]) => ({
		collection,
		name: names.get(collection) as Words,
		purpose: noteText(meta, texts) ?? '',
		fields: file.fields
			.filter((field) => field.collection === collection)
			.map((field) => fieldEntry(field, file.relations, texts, nameOf)),
	}));
}

function fieldEntry(
	field: ModelField,
	relations: readonly SnapshotRelation[],
	texts: Texts,
	nameOf: (collection: string | null) => string,
): FieldEntry {
	const label = translated(field.meta) ?? same(field.field);
	const choices = choicesOf(field);
	return {
		collection: field.collection,
		field: field.field,
		sensitivity: field.sensitivity,
		paragraph: field.paragraph,
		label,
		meaning: noteText(field.meta, texts) ?? label.en,
		type: typeInWords(field, relations, nameOf, choices),
		choices,
		filled: filledBy(field),
	};
}

/** Directus's own collections have no translations in the model file. */
const DIRECTUS: Record<string, Words> = {
	directus_files: { en: 'Files', cy: 'Ffeiliau' },
	directus_users: { en: 'Accounts', cy: 'Cyfrifon' },
};

function ownName(collection: string): Words {
	return DIRECTUS[collection] ?? same(collection);
}

function same(name: string): Words {
	return { en: name, cy: name };
}

function translated(meta: Item | null): Words | undefined {
	const translations = (meta?.translations ?? []) as { language: string; translation: string }[];
	const find = (language: string) => translations.find((each) => each.language === language)?.translation;
	const en = find('en-GB');
	return en === undefined ? undefined : { en, cy: find('cy-GB') ?? en };
}

/** A note is a text, or `$t:` and the key of one. */
function noteText(meta: Item | null, texts: Texts): string | undefined {
	const note = meta?.note as string | undefined;
	return note?.startsWith('$t:') ? texts[note.slice(3)]?.['en-GB'] : note;
}

function choicesOf({ meta }: ModelField): CodeList | undefined {
	const choices = (meta?.options as { choices?: unknown } | undefined)?.choices;
	if (typeof choices !== 'string' || !choices.startsWith(CODE_LIST)) return undefined;
	return choices.slice(CODE_LIST.length) as CodeList;
}

const TYPES: Record<string, string> = {
	bigInteger: 'whole number',
	boolean: 'yes or no',
	date: 'day',
	decimal: 'number',
	integer: 'whole number',
	json: 'structured data',
	text: 'free text',
	time: 'time of day',
	timestamp: 'date and time',
	uuid: 'key',
};

function typeInWords(
	{ collection, field, type, meta, schema }: ModelField,
	relations: readonly SnapshotRelation[],
	nameOf: (collection: string | null) => string,
	choices: CodeList | undefined,
): string {
	const special = (meta?.special ?? []) as string[];
	const up = relations.find((each) => each.collection === collection && each.field === field);
	if (up) return `one of ${nameOf(up.related_collection)}`;
	const down = relations.find((each) => each.related_collection === collection && each.meta?.one_field === field);
	if (down) return `list of ${nameOf(otherEnd(down, special, relations))}`;
	if (type === 'alias') return 'part of the form, holds nothing';
	if (choices) return type === 'json' ? 'any number of choices' : 'one choice';
	if (type === 'string') return `text of up to ${schema?.max_length ?? 255} characters`;
	return TYPES[type] ?? type;
}

/** A list through a table of pairs is a list of what the pairs lead to. */
function otherEnd(down: SnapshotRelation, special: string[], relations: readonly SnapshotRelation[]): string | null {
	if (!special.includes('m2m')) return down.collection;
	const pair = relations.find(
		(each) => each.collection === down.collection && each.field === down.meta?.junction_field,
	);
	return pair?.related_collection ?? down.collection;
}

const BY_THE_PLATFORM = ['uuid', 'date-created', 'date-updated', 'user-created', 'user-updated'];

function filledBy({ type, meta, schema }: ModelField): FieldEntry['filled'] {
	if (type === 'alias') return '';
	const special = (meta?.special ?? []) as string[];
	const conditions = (meta?.conditions ?? []) as { required?: boolean }[];
	if (meta?.readonly || schema?.is_primary_key || special.some((each) => BY_THE_PLATFORM.includes(each))) {
		return 'by the platform';
	}
	if (meta?.required) return 'required';
	if (conditions.some(({ required }) => required)) return 'required in some cases';
	if (schema?.is_nullable !== false) return '';
	return schema.default_value === undefined || schema.default_value === null ? 'required' : '';
}
