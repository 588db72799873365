/** What the last push wrote, entry by entry: one of the three sides of {@link merge}. */
import type { Knex } from '../directus.ts';
import { PUSHED_TABLE } from '../../../extensions/peer-mentoring/src/storage/platform/data-model.ts';

/** What was written, by the name of the entry; `null` of one that is not pushed any more. */
export type Pushed = Map<string, unknown>;

/** Few enough for SQLite's number of parameters. */
const BATCH = 200;

export async function readPushed(knex: Knex): Promise<Pushed> {
	if (!(await knex.schema.hasTable(PUSHED_TABLE))) return new Map();
	const rows: { id: string; value: string }[] = await knex(PUSHED_TABLE).select('id', 'value');
	return new Map(rows.map(({ id, value }) => [id, JSON.parse(value)]));
}

/** Remembers all that a push has written, and nothing else. */
export async function writePushed(knex: Knex, pushed: Pushed): Promise<void> {
	if (!(await knex.schema.hasTable(PUSHED_TABLE))) {
		await knex.schema.createTable(PUSHED_TABLE, (table) => {
			table.string('id').primary();
			table.text('value').notNullable();
		});
	}
	const rows = [...pushed].map(([id, value]) => ({ id, value: JSON.stringify(value ?? null) }));
	await knex.transaction(async (transaction) => {
		await transaction(PUSHED_TABLE).delete();
		for (let start = 0; start < rows.length; start += BATCH) {
			await transaction(PUSHED_TABLE).insert(rows.slice(start, start + BATCH));
		}
	});
}
