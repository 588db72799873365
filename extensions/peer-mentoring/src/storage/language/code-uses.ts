import type { Knex } from 'knex';
import { isSqlite } from '../database/day-columns.ts';
import { readChoosingFields } from '../platform/data-model.ts';
import { listOfField } from './lists-in-step.ts';

/** How many records have a value of a list, by itself or among others, in whatever field offers it. */
export async function usesOf(knex: Knex, list: string, value: string): Promise<number> {
	let count = 0;
	const contains = isSqlite(knex) ? 'instr(cast(?? as text), ?) > 0' : 'strpos(cast(?? as text), ?) > 0';
	for (const fields of Map.groupBy(await readChoosingFields(knex), ({ collection }) => collection).values()) {
		const offering = fields.filter((field) => listOfField(field) === list);
		if (offering.length === 0) continue;
		const [{ collection } = { collection: '' }] = offering;
		const columns = await knex(collection).columnInfo();
		for (const { field } of offering.filter((each) => each.field in columns)) {
			const [row] = await knex(collection)
				.whereRaw('cast(?? as text) = ?', [field, value])
				.orWhereRaw(contains, [field, JSON.stringify(value)])
				.count({ found: '*' });
			count += Number(row?.found ?? 0);
		}
	}
	return count;
}
