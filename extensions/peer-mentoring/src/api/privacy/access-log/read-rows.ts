/** Goes through what a query has found, notes whose rows they are, and takes out what was not asked for. */
import { NAMING, type Added, type Query } from './asked-keys.ts';
import type { ReadModel } from './model.ts';

type Row = Record<string, unknown>;
type Note = (collection: string, key: unknown, row: Row) => void;

/** @param note is told of every row of a person, at whatever depth */
export function noteRows(
	model: ReadModel,
	collection: string,
	rows: readonly unknown[],
	query: Query,
	note: Note,
): void {
	for (const row of rows) if (isRow(row)) noteRow(model, collection, row, query, note);
}

function noteRow(model: ReadModel, collection: string, row: Row, query: Query, note: Note): void {
	const naming = NAMING[collection];
	if (naming) {
		const [of, item] = naming;
		if (typeof row[of] === 'string' && model.isLogged(row[of])) note(row[of], row[item], row);
	} else if (model.isLogged(collection)) note(collection, row[model.primary(collection)], row);
	for (const [field, value] of Object.entries(row)) {
		if (typeof value !== 'object' || value === null) continue;
		const target = model.target(collection, query.alias?.[field] ?? field);
		if (target === undefined) continue;
		const deep = query.deep?.[field] as (Row & { _alias?: Record<string, string> }) | undefined;
		const below = { alias: deep?._alias, deep };
		noteRows(model, target, Array.isArray(value) ? value : [value], below, note);
	}
}

/** Takes the fields out again that were added. */
export function without(rows: readonly unknown[], added: Added): void {
	for (const path of added) takeOut(rows, path.split('.'));
}

function takeOut(rows: readonly unknown[], [field = '', ...rest]: readonly string[]): void {
	for (const row of rows) {
		if (!isRow(row)) continue;
		if (rest.length === 0) Reflect.deleteProperty(row, field);
		else takeOut([row[field]].flat(), rest);
	}
}

function isRow(value: unknown): value is Row {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
