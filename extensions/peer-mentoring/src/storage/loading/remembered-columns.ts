import type { Knex } from 'knex';
import { saidTogether, type SaidColumns } from '../../import/said-columns.ts';

/** What a Supplier's people have said their headings mean. */
export async function rememberedColumns(knex: Knex, supplier: string | null): Promise<SaidColumns> {
	const row = supplier === null ? undefined : await knex('suppliers').where({ id: supplier }).first('import_columns');
	const given = row?.import_columns ?? null;
	return typeof given === 'string' ? JSON.parse(given) : (given ?? {});
}

/** Adds what was said with a load to what is remembered. */
export async function rememberColumns(knex: Knex, supplier: string | null, said: SaidColumns): Promise<void> {
	if (supplier === null || Object.keys(said).length === 0) return;
	const all = saidTogether(await rememberedColumns(knex, supplier), said);
	await knex('suppliers')
		.where({ id: supplier })
		.update({ import_columns: JSON.stringify(all) });
}
