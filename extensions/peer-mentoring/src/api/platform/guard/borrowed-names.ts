/** A field shown under the name of another: the log of reads, and whoever reads the answer, would take it for that one. */
import { createError } from '@directus/errors';
import type { SchemaOverview } from '@directus/types';

interface Aliased {
	alias?: Record<string, unknown> | null;
	deep?: unknown;
}

const BorrowedNameError = createError<{ name: string }>(
	'INVALID_QUERY',
	({ name }) => `"${name}" is the name of a field: call what you ask for by another name.`,
	400,
);

/** Directus hands out one and the same model until it changes. */
const names = new WeakMap<object, ReadonlySet<string>>();

function namesIn(schema: SchemaOverview): ReadonlySet<string> {
	const known = names.get(schema);
	if (known) return known;
	const all = new Set(Object.values(schema.collections).flatMap(({ fields }) => Object.keys(fields)));
	names.set(schema, all);
	return all;
}

/** @throws where a query, at whatever depth, calls something by the name of a field of any collection */
export function refuseBorrowedNames(schema: SchemaOverview, { alias, deep }: Aliased): void {
	const borrowed = [...Object.keys(alias ?? {}), ...aliasesBelow(deep)].find((name) => namesIn(schema).has(name));
	if (borrowed !== undefined) throw new BorrowedNameError({ name: borrowed });
}

function aliasesBelow(deep: unknown): string[] {
	if (typeof deep !== 'object' || deep === null) return [];
	return Object.entries(deep).flatMap(([name, value]) =>
		name === '_alias' ? Object.keys((value as object | null) ?? {}) : aliasesBelow(value),
	);
}
