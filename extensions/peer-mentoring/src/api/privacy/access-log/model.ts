/** Which collections hold something of a person, and where a field of one leads: from the data model as it is now. */
import type { SchemaOverview } from '@directus/types';
import { PERSON } from '../../../domain/privacy/personal-data.ts';
import { FILES } from '../../../storage/platform/records.ts';
import { familyIn, type Overview } from '../../../storage/privacy/personal-data.ts';

export interface ReadModel {
	/** Whether rows of this collection are put on record when they are read. */
	isLogged(collection: string): boolean;
	/** The collection that a field leads to, either way. */
	target(collection: string, field: string): string | undefined;
	primary(collection: string): string;
}

/** Directus hands out one and the same model until it changes. */
const known = new WeakMap<object, ReadModel>();

export function readModelOf(schema: SchemaOverview): ReadModel {
	const found = known.get(schema) ?? makeModel(schema);
	known.set(schema, found);
	return found;
}

function makeModel(schema: SchemaOverview): ReadModel {
	const family = familyIn(schema as unknown as Overview).map(({ collection }) => collection);
	const logged = new Set([PERSON, ...family]);
	// A file is somebody's where a record of theirs names files.
	if (schema.relations.some((each) => each.related_collection === FILES && logged.has(each.collection)))
		logged.add(FILES);
	const targets = new Map<string, string>();
	for (const { collection, field, related_collection, meta } of schema.relations) {
		if (related_collection) targets.set(`${collection}.${field}`, related_collection);
		if (related_collection && meta?.one_field) targets.set(`${related_collection}.${meta.one_field}`, collection);
	}
	return {
		isLogged: (collection) => logged.has(collection),
		target: (collection, field) => targets.get(`${collection}.${field}`),
		primary: (collection) => schema.collections[collection]?.primary ?? 'id',
	};
}
