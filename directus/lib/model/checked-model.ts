/** The file of the data model, refused with its line where it says what is not. */
import type { Item } from '../directus.ts';
import type { Place, YamlFile } from '../config/yaml-file.ts';
import { META_KEYS } from './logical-form.ts';

const KEYS = ['version', 'directus', 'vendor', 'collections', 'fields', 'relations', 'indexes', 'own', 'systemFields'];
const OF_EACH = {
	collections: ['collection', 'meta', 'schema'],
	fields: ['collection', 'field', 'type', 'sensitivity', 'paragraph', 'meta', 'schema'],
	relations: ['collection', 'field', 'related_collection', 'meta', 'schema'],
	indexes: ['name', 'collection', 'fields', 'unique'],
} as const;

type Kind = keyof typeof OF_EACH;

/** Refuses keys that there are not, what stands twice, and collections and fields that are not there. */
export function checkModel(file: YamlFile): void {
	const { content } = file;
	only(file, [], content, KEYS);
	const listOf = (kind: Kind) => (content[kind] ?? []) as Item[];
	const collections = new Set(listOf('collections').map(({ collection }) => String(collection)));
	const isCollection = (name: unknown) => collections.has(String(name)) || String(name).startsWith('directus_');
	const fields = new Set(listOf('fields').map(({ collection, field }) => `${String(collection)}.${String(field)}`));
	for (const kind of Object.keys(OF_EACH) as Kind[]) {
		const seen = new Set<string>();
		for (const [index, part] of listOf(kind).entries()) {
			const place = [kind, index];
			const fault = (key: string, what: string) => file.fault([...place, key], what);
			only(file, place, part, OF_EACH[kind]);
			if (kind !== 'indexes' && part.meta) only(file, [...place, 'meta'], part.meta as Item, META_KEYS[kind]);
			const { collection, field } = part;
			const name = kind === 'indexes' ? String(part.name) : [collection, field].filter(Boolean).join('.');
			if (seen.has(name)) throw file.fault(place, `${name} stands twice among the ${kind}.`);
			seen.add(name);
			if (kind === 'collections') continue;
			if (!isCollection(collection)) throw fault('collection', `there is no collection ${String(collection)}.`);
			if (kind === 'relations' && part.related_collection && !isCollection(part.related_collection)) {
				throw fault('related_collection', `there is no collection ${String(part.related_collection)}.`);
			}
			const named = kind === 'relations' ? [field] : kind === 'indexes' ? (part.fields as unknown[]) : [];
			const absent = named.find((each) => !fields.has(`${String(collection)}.${String(each)}`));
			if (absent)
				throw fault(kind === 'indexes' ? 'fields' : 'field', `${String(collection)} has no field ${String(absent)}.`);
		}
	}
}

function only({ fault }: YamlFile, place: Place, item: Item, known: readonly string[]): void {
	for (const key of Object.keys(item)) {
		if (!known.includes(key)) throw fault([...place, key], `there is no "${key}" here, but ${known.join(', ')}.`);
	}
}
