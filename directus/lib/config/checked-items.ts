/** The files of presets, dashboards, flows and texts, each refused with its file and line where it says what is not. */
import type { Item } from '../directus.ts';
import { LAYOUTS, type Layout } from './pull/layout.ts';
import type { Place, YamlFile } from './yaml-file.ts';

/** What a file can name beside itself. */
export interface Known {
	/** Whether there is a collection of a name. */
	isCollection(name: string): boolean;
	/** Whether a collection has a field, or Directus answers for it. */
	isField(collection: string, field: string): boolean;
	/** The keys of the roles of the files. */
	roles: ReadonlySet<string>;
}

/** Takes an item out of the database again: the file holds what tells it from others, and this. */
export const RETIRED = 'retired';

/** A list, filter or bookmark for everybody, or for everybody of a role. */
export function presetIn(file: YamlFile, { isCollection, isField, roles }: Known): Item {
	const { content, fault } = file;
	checkKeys(file, [], content, LAYOUTS.presets);
	const collection = String(content.collection);
	if (!isCollection(collection)) throw fault(['collection'], `there is no collection ${collection}.`);
	if (content.role && !roles.has(String(content.role)))
		throw fault(['role'], `no role file has the id ${content.role}.`);
	const shown = (content.layout_query as { tabular?: { fields?: string[] } } | null)?.tabular?.fields ?? [];
	for (const [index, field] of shown.entries()) {
		const [first = ''] = field.split('.');
		if (isField(collection, first)) continue;
		throw fault(['layout_query', 'tabular', 'fields', index], `${collection} has no field ${first}.`);
	}
	return content;
}

/** A dashboard with its panels. */
export function dashboardIn(file: YamlFile, { isCollection }: Known): Item {
	const panels = partsIn(file, LAYOUTS.dashboards, 'panels', LAYOUTS.panels);
	for (const [index, { options }] of panels.entries()) {
		const { collection } = (options ?? {}) as { collection?: string };
		if (collection === undefined || isCollection(collection)) continue;
		throw file.fault(['panels', index, 'options', 'collection'], `there is no collection ${collection}.`);
	}
	return file.content;
}

/** A flow with its operations, each of which leads to one of the same file or to none. */
export function flowIn(file: YamlFile): Item {
	const operations = partsIn(file, LAYOUTS.flows, 'operations', LAYOUTS.operations);
	const ids = new Set(operations.map(({ id }) => id));
	const check = (place: Place, id: unknown) => {
		if (id && !ids.has(id)) throw file.fault(place, `this file has no operation ${String(id)}.`);
	};
	check(['operation'], file.content.operation);
	for (const [index, { resolve, reject }] of operations.entries()) {
		check(['operations', index, 'resolve'], resolve);
		check(['operations', index, 'reject'], reject);
	}
	return file.content;
}

const LANGUAGES = ['en-GB', 'cy-GB'];

/** Texts by their key, in the languages of the platform. */
export function textsIn({ content, fault }: YamlFile): Record<string, Record<string, string>> {
	for (const [key, texts] of Object.entries(content)) {
		if (typeof texts !== 'object' || texts === null) throw fault([key], 'a text has en-GB and cy-GB.');
		for (const [language, text] of Object.entries(texts)) {
			if (!LANGUAGES.includes(language)) {
				throw fault([key, language], `there is no language "${language}", but ${LANGUAGES.join(', ')}.`);
			}
			if (typeof text !== 'string') throw fault([key, language], 'a text is written between quotation marks.');
		}
	}
	return content as Record<string, Record<string, string>>;
}

function partsIn(file: YamlFile, layout: Layout, key: string, ofParts: Layout): Item[] {
	const { content, fault } = file;
	checkKeys(file, [], content, { ...layout, [key]: undefined });
	if (content[RETIRED]) return [];
	if (!Array.isArray(content[key])) throw fault([key], `${key} must be a list.`);
	for (const [index, part] of (content[key] as Item[]).entries()) checkKeys(file, [key, index], part, ofParts);
	return content[key] as Item[];
}

/** No key that there is not, and every key that an item cannot be without; of a retired one, what tells it from others. */
export function checkKeys({ fault }: YamlFile, place: Place, item: Item, layout: Layout): void {
	const keys = Object.keys(layout);
	const known = place.length > 0 ? keys : [...keys, RETIRED];
	for (const key of Object.keys(item)) {
		if (!known.includes(key)) throw fault([...place, key], `there is no "${key}" here, but ${known.join(', ')}.`);
	}
	const needed = item[RETIRED] ? keys.filter((key) => key === 'id' || key === 'collection') : keys;
	const missing = needed.find((key) => layout[key] === undefined && item[key] === undefined);
	if (missing) throw fault(place, `"${missing}" is missing.`);
}
