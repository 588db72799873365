import type { Knex } from 'knex';
import { isSentLate } from '../../domain/money/last-invoice-day.ts';
import { readContracts } from '../contract/contracts.ts';
import { dayOf } from '../database/day-columns.ts';

/**
 * Says of each invoice whether it was sent after the last day for invoices, which a contract may change (2.30).
 * @param ids the contracts, or all of them
 */
export async function settleLateInvoices(knex: Knex, ids: readonly string[] | undefined): Promise<void> {
	for (const contract of await readContracts(knex, ids)) {
		const invoices = await knex('invoices').where({ contract: contract.id }).select('id', 'sent_on', 'late');
		for (const { id, sent_on, late: there } of invoices) {
			const late = isSentLate(dayOf(sent_on), contract);
			if (Boolean(there) !== late) await knex('invoices').where({ id }).update({ late });
		}
	}
}
