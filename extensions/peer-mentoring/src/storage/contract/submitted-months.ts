import type { Knex } from 'knex';

/** The months that have been reported, as `contract month`: what counts in them keeps the terms it was reported under. */
export async function submittedMonths(knex: Knex): Promise<ReadonlySet<string>> {
	const rows = await knex('mi_returns').where({ status: 'submitted' }).select('contract', 'month');
	return new Set(rows.map(({ contract, month }) => `${contract} ${month}`));
}
