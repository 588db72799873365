/** Rows that a load left out stand with it until they are corrected; they are people's, and go with the person. */
import type { Knex } from 'knex';
import { namesIn, type KnownPerson } from '../../domain/privacy/read-by-buyer.ts';

interface LeftOut {
	values: Record<string, string>;
}

/** Lets go of the rows left out of every load in which somebody stands who is erased. */
export async function forgetLeftOut(knex: Knex, person: KnownPerson): Promise<void> {
	const reference = person.reference?.toLowerCase();
	const isTheirs = ({ values }: LeftOut) =>
		values.reference?.trim().toLowerCase() === reference || namesIn(Object.values(values).join(' '))(person);
	const runs = await knex('import_runs').whereNotNull('left_out_rows').select('id', 'left_out_rows');
	const rowsOf = (rows: string) => Object.values(JSON.parse(rows) as Record<string, LeftOut[]>).flat();
	const theirs = runs.filter(({ left_out_rows }) => rowsOf(String(left_out_rows)).some(isTheirs));
	const ids = theirs.map(({ id }) => id as string);
	if (ids.length > 0) await knex('import_runs').whereIn('id', ids).update({ left_out_rows: null });
}
