import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { MODEL_PATH } from '../../../directus/lib/model/model-file.ts';

/**
 * What a form knows of its own record are bare keys: `{{mentee}}` is there, `{{mentee.id}}` is not, and a filter with it
 * asks the server for nonsense. What the server reads for a form, it reads by paths through relations.
 */
interface Meta {
	display_template?: string;
	template?: string;
	options?: unknown;
	display_options?: unknown;
	validation?: unknown;
	conditions?: { rule?: unknown }[];
	one_field?: string | null;
	junction_field?: string | null;
}
interface Model {
	collections: { collection: string; meta: Meta | null }[];
	fields: { collection: string; field: string; meta: Meta | null }[];
	relations: { collection: string; field: string; related_collection: string | null; meta: Meta | null }[];
}

const model = parse(readFileSync(MODEL_PATH, 'utf8')) as Model;
const fields = new Set(model.fields.map(({ collection, field }) => `${collection}.${field}`));

/** The collection whose record, or records, a field leads to. */
const related = new Map(
	model.relations.flatMap(({ collection, field, related_collection: other, meta }) => [
		[`${collection}.${field}`, other],
		...(meta?.one_field ? [[`${other}.${meta.one_field}`, collection] as const] : []),
	]) as [string, string][],
);

/** Of a list whose records are chosen from another collection, by way of one between: the collection chosen from. */
const chosenFrom = new Map(
	model.relations.flatMap(({ collection, related_collection: other, meta }) =>
		meta?.one_field && meta.junction_field
			? [[`${other}.${meta.one_field}`, related.get(`${collection}.${meta.junction_field}`)] as const]
			: [],
	),
);

/** Whether the server can follow the path from a record of the collection. */
function leads(collection: string | undefined, [name, ...rest]: string[]): boolean {
	if (!collection) return false;
	// What Directus keeps of its own is not in the model.
	if (collection.startsWith('directus_')) return rest.length === 0;
	if (!fields.has(`${collection}.${name}`)) return false;
	return rest.length === 0 || leads(related.get(`${collection}.${name}`), rest);
}

const placeholders = (text: string) => [...text.matchAll(/{{\s*(.+?)\s*}}/g)].map(([, name = '']) => name);

type Found = { asked: string[]; typed: string[] };

/** The paths that a rule compares, and the names that it takes from the form. */
function inRule(rule: unknown, path: string[] = []): Found {
	const found: Found = { asked: [], typed: typeof rule === 'string' ? placeholders(rule) : [] };
	if (rule === null || typeof rule !== 'object') return found;
	for (const [key, value] of Object.entries(rule)) {
		const isOperator = key.startsWith('_') || Array.isArray(rule);
		if (isOperator && path.length > 0) found.asked.push(path.join('.'));
		const inner = inRule(value, isOperator ? path : [...path, key]);
		found.asked.push(...inner.asked);
		found.typed.push(...inner.typed);
	}
	return found;
}

/** What is wrong with the options of a field: `[what, name]` of each name that is not there. */
function wrongIn(collection: string, field: string, options: unknown): [string, string][] {
	const other = related.get(`${collection}.${field}`);
	const wrong: [string, string][] = [];
	const needed = (what: string, names: string[], from: string | undefined) =>
		wrong.push(...names.filter((name) => !leads(from, name.split('.'))).map((name): [string, string] => [what, name]));
	const known = (what: string, names: string[]) =>
		wrong.push(
			...names.filter((name) => !fields.has(`${collection}.${name}`)).map((name): [string, string] => [what, name]),
		);
	// A list that is kept in the field itself names its own columns.
	const ownList = !other && Array.isArray((options as { fields?: unknown } | null)?.fields);
	const keptInside = new Set(ownList ? ['fields', 'template'] : []);
	for (const [option, value] of Object.entries((options ?? {}) as object)) {
		if (option === 'filter') {
			const { asked, typed } = inRule(value);
			needed('filter', asked, chosenFrom.get(`${collection}.${field}`) ?? other);
			known('filter from the form', typed);
		} else if (option === 'template' && other) needed('template', placeholders(String(value)), other);
		else if (option === 'fields' && other) needed('columns', value as string[], other);
		else if (option === 'sort') needed('order', [String(value).replace(/^-/, '')], other);
		else if (!keptInside.has(option)) known(option, placeholders(JSON.stringify(value)));
	}
	return wrong;
}

it('a name in a form is one that it can know', () => {
	const wrong = model.fields.flatMap(({ collection, field, meta }) => {
		const rules = [meta?.validation, ...(meta?.conditions ?? []).map(({ rule }) => rule)].map((rule) => inRule(rule));
		const compared = rules.flatMap(({ asked, typed }) => [...asked, ...typed]);
		return [
			...compared.filter((name) => !fields.has(`${collection}.${name}`)).map((name) => ['rule', name]),
			...wrongIn(collection, field, meta?.options),
			...wrongIn(collection, field, meta?.display_options),
		].map((each) => [`${collection}.${field}`, ...each]);
	});
	expect(wrong).toEqual([]);
});

it('a title names fields that there are', () => {
	const wrong = model.collections.flatMap(({ collection, meta }) =>
		placeholders(meta?.display_template ?? '')
			.filter((name) => !leads(collection, name.split('.')))
			.map((name) => `${collection}: ${name}`),
	);
	expect(wrong).toEqual([]);
});

it('a path through a relation is none that a form can know', () => {
	const filter = { _and: [{ mentee: { _eq: '{{mentee.id}}' } }, { menti: { _eq: '{{mentee}}' } }] };
	expect(wrongIn('travel_claims', 'session', { filter })).toEqual([
		['filter', 'menti'],
		['filter from the form', 'mentee.id'],
	]);
});
