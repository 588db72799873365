import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Item, Knex } from '../directus.ts';
import { MODEL_PATH } from '../model/model-file.ts';
import { dictionaryEntries } from './entries.ts';

const TABLE = 'data_dictionary';
/** Few enough rows for SQLite's number of parameters. */
const BATCH = 100;

/**
 * Brings the collection to the model file: what decides, while the platform runs, how sensitive a field is. A field
 * without a class has no row, and counts as personal wherever that matters. Done again, it changes nothing.
 */
export async function loadDictionary(knex: Knex): Promise<void> {
	const rows = dictionaryRows(readFileSync(MODEL_PATH, 'utf8'));
	const wanted = new Set(rows.map(({ id }) => id));
	await knex.transaction(async (transaction) => {
		const present = await transaction(TABLE).select('id');
		const gone = present.map(({ id }) => id).filter((id) => !wanted.has(id));
		for (const id of gone) await transaction(TABLE).where({ id }).delete();
		for (let start = 0; start < rows.length; start += BATCH) {
			await transaction(TABLE)
				.insert(rows.slice(start, start + BATCH))
				.onConflict('id')
				.merge();
		}
	});
}

/** One row for each field that has a class. */
export function dictionaryRows(model: string): (Item & { id: string })[] {
	const fields = dictionaryEntries(model).flatMap((entry) => entry.fields);
	return fields
		.filter(({ sensitivity }) => sensitivity)
		.map(({ collection, field, sensitivity, paragraph, meaning }) => ({
			id: stableId(`${collection}.${field}`),
			collection,
			field,
			sensitivity,
			paragraph: paragraph ?? null,
			meaning,
		}));
}

/** The same key for the same field on every installation and at every start. */
function stableId(name: string): string {
	const hex = createHash('sha256').update(`data dictionary ${name}`).digest('hex');
	return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
		'-',
	);
}
