import type { Knex } from 'knex';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { Terms } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import {
	readContracts,
	type StoredContract,
} from '../../../extensions/peer-mentoring/src/storage/contract/contracts.ts';
import { dayColumn } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import type { Calendar } from '../../../extensions/peer-mentoring/src/domain/calendar/working-days.ts';
import { uuidFrom } from './person.ts';
import { insertRows } from './rows.ts';

export interface ContractOptions {
	random: () => number;
	reference: string;
	cpas: readonly number[];
	calendar?: Calendar;
	/** Shortest session that counts. */
	minutes?: number;
	/** What the Order Form says instead of the specification. */
	terms?: Partial<Terms>;
}

/** A Supplier with one contract, straight in the tables. */
export async function insertContract(
	knex: Knex,
	{ random, reference, cpas, calendar = 'england-and-wales', minutes = 60, terms = {} }: ContractOptions,
): Promise<StoredContract> {
	const supplier = uuidFrom(random);
	const id = uuidFrom(random);
	await insertRows(knex, 'suppliers', [{ id: supplier, name: `Supplier of ${reference}` }]);
	const on = (text: string) => dayColumn(knex, day(text));
	await knex('call_off_contracts').insert({
		id,
		reference,
		supplier,
		start_date: on('2023-01-09'),
		implementation_end_date: on('2023-03-31'),
		end_date: on('2027-12-31'),
		working_day_calendar: calendar,
		minimum_session_minutes: minutes,
		...terms,
	});
	await insertRows(
		knex,
		'contract_cpas',
		cpas.map((cpa) => ({ id: uuidFrom(random), contract: id, contract_package_area: cpa })),
	);
	const [contract] = await readContracts(knex, [id]);
	return contract!;
}
