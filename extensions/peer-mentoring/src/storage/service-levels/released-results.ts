/** What the Buyer reads of service levels: of submitted months, as they stood when the month was submitted (3.3, 5.4). */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CalendarMonth } from '../../domain/calendar/calendar-day.ts';

const TABLE = 'service_level_results';
/** Few enough for SQLite's number of parameters. */
const AT_ONCE = 50;

/**
 * Releases the service levels of every submitted month of which none is released yet. From then on they change with the
 * next submission and with nothing else, so that nobody can tell from them who has withdrawn or was erased since.
 * @param contracts of these contracts, or of all of them
 */
export async function releaseResults(knex: Knex, contracts: readonly string[] | undefined): Promise<void> {
	const query = knex('mi_returns as sent')
		.where({ 'sent.status': 'submitted' })
		.whereNotExists(
			knex(TABLE)
				.where({ released: true })
				.whereRaw('?? = ??', [`${TABLE}.contract`, 'sent.contract'])
				.whereRaw('?? = ??', [`${TABLE}.month`, 'sent.month']),
		)
		.select('sent.contract', 'sent.month');
	for (const { contract, month } of await (contracts ? query.whereIn('sent.contract', [...contracts]) : query)) {
		const results = await knex(TABLE).where({ contract, month, released: false });
		const copies = results.map((result) => ({ ...result, id: randomUUID(), released: true }));
		await knex.batchInsert(TABLE, copies, AT_ONCE);
	}
}

/** As {@link releaseResults}, of one month that is submitted again. */
export async function releaseAgain(knex: Knex, contract: string, month: CalendarMonth): Promise<void> {
	await knex(TABLE).where({ contract, month, released: true }).delete();
	await releaseResults(knex, [contract]);
}
