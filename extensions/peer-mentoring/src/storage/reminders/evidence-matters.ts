import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { mondayOf } from '../../domain/calendar/week.ts';
import { EVIDENCE, evidenceMissing } from '../../domain/journey/evidence.ts';
import type { Matter } from '../../domain/service-levels/reminders.ts';
import { readLabels } from '../language/labels.ts';

/**
 * What contracts' records say was done and do not prove: one matter for each contract and kind of record, however many
 * there are, told again each week (2.25, 2.29, 3.1, 3.8, 3.14).
 */
export async function evidenceLacking(knex: Knex, today: CalendarDay): Promise<Matter[]> {
	const matters: Matter[] = [];
	const [english, welsh] = [await readLabels(knex, 'en-GB'), await readLabels(knex, 'cy-GB')];
	for (const collection of Object.keys(EVIDENCE)) {
		const rows = await knex(`${collection} as record`)
			.join('call_off_contracts as contract', 'contract.id', 'record.contract')
			.orderBy('record.id')
			.select('record.*', 'contract.reference as contract_reference', 'contract.supplier as of_supplier');
		const lacking = rows.filter((row) => evidenceMissing(collection, row).length > 0);
		for (const [contract, own] of Map.groupBy(lacking, (row) => row.contract as string)) {
			const [{ id, of_supplier: supplier, contract_reference: reference }] = own;
			matters.push({
				kind: 'evidence_missing',
				key: `${contract} ${collection} ${mondayOf(today)}`,
				mentor_user: null,
				supplier,
				reference,
				contract: reference,
				about: {
					'en-GB': `${english.collection(collection)} (${own.length})`,
					'cy-GB': `${welsh.collection(collection)} (${own.length})`,
				},
				record: { collection, key: id },
			});
		}
	}
	return matters;
}
