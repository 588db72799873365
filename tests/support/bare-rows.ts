/** Rows of any collection with the least that the database asks of them, made past the platform's own rules. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Model } from '../../directus/lib/model/model-file.ts';

type Row = Record<string, unknown>;
type Field = Model['fields'][number];

let made = 0;

/** @returns the key of the row, whose required parents are made along with it */
export async function bareRow(knex: Knex, model: Model, collection: string, given: Row = {}): Promise<string> {
	const key = keyFieldOf(model, collection);
	const row: Row = { ...given };
	for (const field of model.fields) {
		if (field.collection !== collection || field.field in row || field.type === 'alias') continue;
		if (field.field !== key && (field.schema?.is_nullable !== false || hasDefault(field))) continue;
		const relation = model.relations.find((each) => each.collection === collection && each.field === field.field);
		row[field.field] = relation?.related_collection
			? await bareRow(knex, model, relation.related_collection)
			: valueFor(field);
	}
	await knex(collection).insert(row);
	return String(row[key]);
}

export function keyFieldOf(model: Model, collection: string): string {
	const key = model.fields.find((field) => field.collection === collection && field.schema?.is_primary_key);
	return key?.field ?? 'id';
}

const hasDefault = ({ schema }: Field) => schema?.default_value !== null && schema?.default_value !== undefined;

function valueFor({ type, schema }: Field): unknown {
	made += 1;
	if (type === 'uuid') return randomUUID();
	// Seven characters are what a month or a quarter takes.
	if (type === 'string' && schema?.max_length === 7) return `19${10 + (made % 80)}-01`;
	if (type === 'string' || type === 'text') return `bare-${made}`;
	if (type === 'decimal') return 1;
	if (type === 'date') return '2023-10-02';
	if (type === 'time') return '10:00:00';
	if (type === 'timestamp') return new Date('2023-10-02T10:00:00Z');
	if (type === 'json') return '[]';
	if (type === 'boolean') return false;
	return 1000 + made;
}
