/** Asks for the keys of rows that a query shows without them, so that it can be said which were read. */
import { COMMENTS, REVISIONS } from '../../../storage/platform/records.ts';
import type { ReadModel } from './model.ts';
import type { Permits } from './permitted.ts';

export interface Query {
	fields?: string[] | null;
	alias?: Record<string, string> | null;
	deep?: Record<string, unknown> | null;
	group?: string[] | null;
	aggregate?: Record<string, string[]> | null;
	export?: string | null;
	filter?: unknown;
	search?: string | null;
	limit?: number | null;
}

/** Fields that were not asked for: they are taken out again. */
export type Added = readonly string[];

/** Where a row names the record that it tells of, as a revision and a comment do. */
export const NAMING: Readonly<Record<string, readonly [collection: string, item: string]>> = {
	[REVISIONS]: ['collection', 'item'],
	[COMMENTS]: ['collection', 'item'],
};

/** @param permits whether the reader may ask for a field */
export function withKeys(
	model: ReadModel,
	collection: string,
	query: Query,
	permits: Permits,
): { query: Query; added: Added } {
	const { fields } = query;
	if (!fields || fields.length === 0 || query.group || query.aggregate) return { query, added: [] };
	const asked = new Set(fields);
	const wanted = new Set(keysAt(model, collection, '', permits));
	for (const path of fields) {
		for (const key of keysAlong(model, collection, path.split('.'), query, permits)) wanted.add(key);
	}
	const added = [...wanted].filter((path) => !asked.has(path) && !isShown(path, asked));
	return added.length === 0 ? { query, added } : { query: { ...query, fields: [...fields, ...added] }, added };
}

/** The fields that say which rows of a collection these are. */
function keysAt(model: ReadModel, collection: string, prefix: string, permits: Permits): string[] {
	const naming = NAMING[collection] ?? [];
	const own = model.isLogged(collection) || naming.length > 0 ? [model.primary(collection)] : [];
	return [...own, ...naming].filter((field) => permits(collection, field)).map((field) => prefix + field);
}

function* keysAlong(
	model: ReadModel,
	collection: string,
	parts: string[],
	query: Query,
	permits: Permits,
): Generator<string> {
	let at: string | undefined = collection;
	let prefix = '';
	let alias = query.alias;
	let deep: Record<string, unknown> | null | undefined = query.deep;
	for (const part of parts.slice(0, -1)) {
		at = model.target(at, alias?.[part] ?? part);
		if (at === undefined) return;
		prefix += `${part}.`;
		yield* keysAt(model, at, prefix, permits);
		deep = deep?.[part] as Record<string, unknown> | undefined;
		alias = deep?._alias as Record<string, string> | undefined;
	}
}

/** Whether a wildcard shows it: `*` stands for every field of its level, and of the levels above. */
function isShown(path: string, asked: ReadonlySet<string>): boolean {
	const parts = path.split('.');
	return [...asked].some((each) => {
		const pattern = each.split('.');
		return (
			pattern.at(-1) === '*' &&
			pattern.length >= parts.length &&
			parts.every((part, index) => pattern[index] === '*' || pattern[index] === part)
		);
	});
}
