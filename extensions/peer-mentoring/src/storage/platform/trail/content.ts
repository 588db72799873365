/** What a row of the trail says, as a digest that is the same whenever the row is read. */
import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { asStored } from '../sealed-fields/field-key.ts';
import type { TrailTable } from './tables.ts';

/** Stands where a row is not there any more. */
export const NO_DIGEST = '';

/** Few enough for SQLite's number of parameters, and for what the rows hold to be small in memory. */
export const AT_ONCE = 200;

/** The digests of rows, by key; a row that is not there has none. */
export async function digestsOf(
	knex: Knex,
	{ name, tie, bulk }: TrailTable,
	items: readonly string[],
): Promise<Map<string, string>> {
	const columns = bulk ? Object.keys(await knex(name).columnInfo()).filter((column) => column !== bulk) : ['*'];
	const found = new Map<string, string>();
	for (let start = 0; start < items.length; start += AT_ONCE) {
		// An encrypted field is digested as it is stored: a digest of what it says could be tried out.
		const rows = await asStored(
			knex(name)
				.whereIn('id', items.slice(start, start + AT_ONCE))
				.select(columns),
		);
		for (const { [tie ?? '']: _, ...said } of rows as Record<string, unknown>[])
			found.set(String(said.id), digestOf(said));
	}
	return found;
}

/** A column that is empty says nothing, so that a column added by a later version changes no digest. */
export function digestOf(row: Readonly<Record<string, unknown>>): string {
	const said = Object.entries(row)
		.filter(([, value]) => value !== null && value !== undefined)
		.sort(([a], [b]) => (a < b ? -1 : 1));
	return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
