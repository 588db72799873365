import { randomUUID } from 'node:crypto';
import type { ContractRecord } from '../../import/contracts.ts';
import type { Located } from '../../import/form-reader.ts';
import { dayColumn } from '../day-columns.ts';
import { changesTo, insertAll, type Counts, type Loading, type Row } from './context.ts';

/** Creates or corrects Call-Off Contracts and the Suppliers they name. */
export async function loadContracts(loading: Loading, records: Located<ContractRecord>[]): Promise<Counts> {
	const { knex } = loading;
	const counts: Counts = { created: 0, updated: 0, unchanged: 0 };
	if (records.length === 0) return counts;
	const suppliers = new Map<string, string>(
		(await knex('suppliers').select('id', 'name')).map((row) => [row.name, row.id]),
	);
	const found = new Map<string, Row>((await knex('call_off_contracts')).map((row) => [row.reference, row]));

	for (const record of records) {
		if (!suppliers.has(record.supplier)) {
			const id = randomUUID();
			await knex('suppliers').insert({ id, name: record.supplier, ...loading.recorded() });
			suppliers.set(record.supplier, id);
		}
		const wanted = columns(loading, record, suppliers.get(record.supplier) as string);
		const there = found.get(record.reference);
		const id = (there?.id as string | undefined) ?? randomUUID();
		const areasChanged = await writeAreas(loading, id, record.cpas, there === undefined);
		if (!there) {
			await knex('call_off_contracts').insert({ id, ...wanted, minimum_session_minutes: 60, ...loading.recorded() });
			await insertAll(knex, 'contract_cpas', areaRows(id, record.cpas));
			counts.created += 1;
			continue;
		}
		if (there.supplier !== wanted.supplier) {
			const message = `the contract belongs to another Supplier; a contract's Supplier cannot be changed by an import`;
			loading.fault(record.source, 'supplier', 'CONTRADICTION', message);
		}
		const changes = changesTo(there, wanted);
		if (Object.keys(changes).length > 0) {
			await knex('call_off_contracts')
				.where({ id })
				.update({ ...changes, ...loading.changed() });
		}
		if (areasChanged || Object.keys(changes).length > 0) counts.updated += 1;
		else counts.unchanged += 1;
		if ('working_day_calendar' in changes) {
			for (const { id: referral } of await knex('referrals').where({ contract: id }).select('id'))
				loading.touched.add(referral);
		}
	}
	return counts;
}

function columns({ knex }: Loading, record: ContractRecord, supplier: string): Row {
	return {
		reference: record.reference,
		supplier,
		start_date: dayColumn(knex, record.start_date),
		implementation_end_date: dayColumn(knex, record.implementation_end_date),
		last_start_date: dayColumn(knex, record.last_start_date),
		end_date: dayColumn(knex, record.end_date),
		working_day_calendar: record.working_day_calendar,
		total_value_pence: record.total_value,
		implementation_costs_pence: record.implementation_costs,
	};
}

function areaRows(contract: string, cpas: readonly number[]): Row[] {
	return cpas.map((contract_package_area) => ({ id: randomUUID(), contract, contract_package_area }));
}

/** Replaces the areas of a contract that is already there; says whether they differed. */
async function writeAreas(
	{ knex }: Loading,
	contract: string,
	cpas: readonly number[],
	isNew: boolean,
): Promise<boolean> {
	if (isNew) return false;
	const rows = await knex('contract_cpas').where({ contract }).select('contract_package_area');
	const found = rows.map((row) => Number(row.contract_package_area)).sort((a, b) => a - b);
	if (found.join() === cpas.join()) return false;
	await knex('contract_cpas').where({ contract }).delete();
	await insertAll(knex, 'contract_cpas', areaRows(contract, cpas));
	return true;
}
