import { randomUUID } from 'node:crypto';
import { termsOf } from '../../domain/contract/terms.ts';
import { mostImplementationCosts } from '../../domain/money/implementation-costs.ts';
import type { ContractRecord } from '../../import/contracts.ts';
import type { Located } from '../../import/form-reader.ts';
import { dayColumn } from '../database/day-columns.ts';
import { noCounts, type Counts, type Loading } from './context.ts';
import { addLinks, removeLinks } from '../writer/records.ts';
import { addAll, change, changesTo, type Row } from './rows.ts';

/** Creates or corrects Call-Off Contracts and the Suppliers they name. */
export async function loadContracts(loading: Loading, records: Located<ContractRecord>[]): Promise<Counts> {
	const { knex } = loading;
	const counts = noCounts();
	if (records.length === 0) return counts;
	const suppliers = new Map<string, string>(
		(await knex('suppliers').select('id', 'name')).map((row) => [row.name, row.id]),
	);
	const found = new Map<string, Row>((await knex('call_off_contracts')).map((row) => [row.reference, row]));

	for (const record of records) {
		const there = found.get(record.reference);
		const supplier = suppliers.get(record.supplier) ?? (await addSupplier(loading, record.supplier, suppliers));
		const wanted = columns(loading, record, supplier);
		checkCosts(loading, record, there);
		if (!there) {
			const id = randomUUID();
			await addAll(loading, 'call_off_contracts', [{ id, ...wanted }]);
			await addLinks(knex, 'contract_cpas', areaRows(id, record.cpas));
			loading.touched.contracts.add(id);
			counts.created += 1;
			continue;
		}
		if (there.supplier !== supplier) {
			const message = 'supplier must stay the Supplier that the contract is on record with; a contract does not move';
			loading.fault(record.source, 'supplier', 'CONTRADICTION', message);
			continue;
		}
		const id = there.id as string;
		const changes = changesTo(there, wanted);
		const changed = Object.keys(changes).length > 0;
		if (changed) await change(loading, 'call_off_contracts', there, changes);
		const areasChanged = await changeAreas(loading, record, id);
		if (changed || areasChanged) loading.changedTerms.add(id);
		counts[changed || areasChanged ? 'updated' : 'unchanged'] += 1;
	}
	return counts;
}

async function addSupplier(loading: Loading, name: string, suppliers: Map<string, string>): Promise<string> {
	const id = randomUUID();
	await addAll(loading, 'suppliers', [{ id, name }]);
	suppliers.set(name, id);
	return id;
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

/** The Implementation Costs, as they would become, against the total value (4.2). */
function checkCosts(loading: Loading, record: Located<ContractRecord>, there: Row | undefined): void {
	const total = record.total_value ?? there?.total_value_pence ?? null;
	const costs = record.implementation_costs ?? there?.implementation_costs_pence ?? null;
	if (total === null || costs === null) return;
	const terms = termsOf(there ?? {});
	const most = mostImplementationCosts(Number(total), terms);
	if (Number(costs) <= most) return;
	const message = `implementation_costs must be at most ${terms.implementation_costs_percent}% of total_value (4.2), ${pounds(most)}`;
	loading.fault(record.source, 'implementation_costs', 'RULE', message);
}

function pounds(pence: number): string {
	return (pence / 100).toFixed(2);
}

function areaRows(contract: string, cpas: readonly number[]): Row[] {
	return cpas.map((contract_package_area) => ({ id: randomUUID(), contract, contract_package_area }));
}

/** Brings the areas of a contract that is already there to those of the row; says whether they differed. */
async function changeAreas(loading: Loading, record: Located<ContractRecord>, contract: string): Promise<boolean> {
	const { knex } = loading;
	const rows = await knex('contract_cpas').where({ contract }).select('contract_package_area as cpa');
	const found = rows.map((row) => Number(row.cpa));
	const added = record.cpas.filter((cpa) => !found.includes(cpa));
	const removed = found.filter((cpa) => !record.cpas.includes(cpa));
	for (const cpa of removed) await checkUnused(loading, record, contract, cpa);
	await addLinks(knex, 'contract_cpas', areaRows(contract, added));
	await removeLinks(knex, 'contract_cpas', { contract }, { contract_package_area: removed });
	return added.length + removed.length > 0;
}

/** An area with people in it cannot leave the contract: their records would belong to nothing. */
async function checkUnused(
	loading: Loading,
	record: Located<ContractRecord>,
	contract: string,
	cpa: number,
): Promise<void> {
	for (const table of ['referrals', 'fte_assignments']) {
		if (!(await loading.knex(table).where({ contract, cpa }).first('id'))) continue;
		const what = table === 'referrals' ? 'referrals' : 'Peer Mentors';
		const message = `cpas must keep ${cpa}: there are ${what} of this contract in it`;
		loading.fault(record.source, 'cpas', 'CONTRADICTION', message);
		return;
	}
}
