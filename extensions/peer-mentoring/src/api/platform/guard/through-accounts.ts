/**
 * What somebody finds out of an account through a record that names it. A filter or a sort through a relation asks no row rule
 * of the account, and everybody may read their own, the secret of their second factor included: whoever reads a record
 * that a colleague has changed could so have read the colleague's e-mail address, name and secret, a letter at a time.
 */
import { createError } from '@directus/errors';
import type { SchemaOverview } from '@directus/types';
import { ACCOUNTS } from '../../../storage/platform/accounts.ts';
import { isPlainObject } from './query-parts.ts';

interface Asked {
	filter?: unknown;
	sort?: unknown;
	alias?: unknown;
	deep?: unknown;
}

export const ThroughAccountsError = createError(
	'FORBIDDEN',
	'Records are not found or sorted by what is held of an account: ask by its key, as in {"user_created":{"_eq":"$CURRENT_USER"}}.',
	403,
);

const FOLLOWED = /^\$FOLLOW\(\s*([^,\s]+)\s*,/;

/** Whether a query asks, on the way through a relation, for anything of an account but its key. */
export function asksThroughAccounts(schema: SchemaOverview, collection: string, query: Asked): boolean {
	const { filter, sort, alias, deep } = query;
	if (inFilter(schema, collection, filter)) return true;
	if ([sort ?? []].flat().some((path) => inPath(schema, collection, String(path).replace(/^-/, '').split('.'))))
		return true;
	if (!isPlainObject(deep)) return false;
	const names = isPlainObject(alias) ? alias : {};
	return Object.entries(deep).some(([name, below]) => {
		const next = behind(schema, collection, String(names[name] ?? name));
		if (next === undefined || !isPlainObject(below)) return false;
		const nested = Object.fromEntries(Object.entries(below).filter(([key]) => !key.startsWith('_')));
		return asksThroughAccounts(schema, next, {
			filter: below._filter,
			sort: below._sort,
			alias: below._alias,
			deep: nested,
		});
	});
}

function inFilter(schema: SchemaOverview, collection: string, filter: unknown): boolean {
	if (Array.isArray(filter)) return filter.some((part) => inFilter(schema, collection, part));
	if (!isPlainObject(filter)) return false;
	return Object.entries(filter).some(([name, below]) => {
		if (name.startsWith('_')) return inFilter(schema, collection, below);
		const next = behind(schema, collection, name);
		if (next === undefined) return false;
		return (next === ACCOUNTS && asksMore(below)) || inFilter(schema, next, below);
	});
}

/** Whether a filter below an account asks for more than its key. */
function asksMore(filter: unknown): boolean {
	if (Array.isArray(filter)) return filter.some(asksMore);
	if (!isPlainObject(filter)) return false;
	return Object.entries(filter).some(([name, below]) => (name.startsWith('_') ? asksMore(below) : name !== 'id'));
}

function inPath(schema: SchemaOverview, collection: string, [name = '', ...rest]: string[]): boolean {
	const next = rest.length > 0 ? behind(schema, collection, name) : undefined;
	if (next === undefined) return false;
	return (next === ACCOUNTS && rest[0] !== 'id') || inPath(schema, next, rest);
}

/** The collection that a field of another leads to. */
function behind({ relations }: SchemaOverview, collection: string, name: string): string | undefined {
	const followed = FOLLOWED.exec(name)?.[1];
	if (followed) return followed;
	const [field = ''] = name.split(':');
	for (const relation of relations) {
		if (relation.collection === collection && relation.field === field) return relation.related_collection ?? undefined;
		if (relation.related_collection === collection && relation.meta?.one_field === field) return relation.collection;
	}
	return undefined;
}
