import type { Knex } from 'knex';
import { monthOf } from '../../domain/calendar/calendar-day.ts';
import { SPEND_OF } from '../../domain/returns/periodic/periodic.ts';
import type { DocumentLine, PeriodicReport, SpendLine } from '../../domain/returns/periodic/periodic-report.ts';
import type { StoredContract } from '../contract/contracts.ts';
import { readImplementationCosts } from '../money/payments.ts';
import { pence } from '../database/pence.ts';
import { readEntries, type StoredEntry } from './periodic-entries.ts';
import { ownEntries, readPeriodicReturns } from './periodic-returns.ts';
import type { StoredPeriodicReturn } from './periodic-entries.ts';

/**
 * What a quarterly or six-monthly return of a contract reports: its own entries, and revisions of earlier periods. One
 * that has been sent says what it said then.
 */
export async function readPeriodicReport(
	knex: Knex,
	contract: Pick<StoredContract, 'id' | 'reference' | 'cpas'>,
	id: string,
): Promise<PeriodicReport | undefined> {
	const sent = await knex('periodic_returns').where({ id, contract: contract.id }).first('figures');
	if (sent?.figures) return typeof sent.figures === 'string' ? JSON.parse(sent.figures) : sent.figures;
	const returns = await readPeriodicReturns(knex, contract.id);
	const found = returns.find((each) => each.id === id);
	if (!found) return undefined;
	const { kind, period, month, due_on, status } = found;
	const entries = await readEntries(knex, contract.id, kind, returns);
	const reported = entries.filter(({ reporting }) => reporting?.by === id);
	const spend = SPEND_OF[kind] ? reported.map(spendLine).sort(byOrganisation) : [];
	const supplier = await knex('suppliers').where({ id: found.supplier }).first('name');
	return {
		id,
		kind,
		contract: contract.reference,
		cpas: contract.cpas,
		supplier: supplier.name,
		period,
		month,
		due_on,
		status,
		nil_declared_on: found.nil_declared && ownEntries(entries, id).length === 0 ? found.declared_on : null,
		spend,
		total_pence: spend.reduce((total, { amount_pence }) => total + amount_pence, 0),
		documents: SPEND_OF[kind] ? [] : reported.map(documentLine),
		costs: kind === 'contract_cost_register' ? await costsOf(knex, found) : null,
	};
}

function spendLine({ row, dated, reporting }: StoredEntry): SpendLine {
	return {
		dated,
		revision: reporting?.revision === true,
		organisation: String(row.organisation),
		amount_pence: pence(row.amount_pence) as number,
	};
}

function documentLine({ id, row, dated, reporting }: StoredEntry): DocumentLine {
	return {
		id,
		dated,
		revision: reporting?.revision === true,
		title: String(row.title),
		version: String(row.version),
		has_file: Boolean(row.document),
	};
}

function byOrganisation(a: SpendLine, b: SpendLine): number {
	return a.organisation === b.organisation ? 0 : a.organisation < b.organisation ? -1 : 1;
}

/** What the Cost Register says of each month up to the end of the period, beside what the contract agreed. */
async function costsOf(knex: Knex, { contract, period }: StoredPeriodicReturn): Promise<PeriodicReport['costs']> {
	const { implementation_costs_pence } = await knex('call_off_contracts')
		.where({ id: contract })
		.first('implementation_costs_pence');
	const months = (await readImplementationCosts(knex, contract))
		.filter(({ month, amount }) => amount !== null && month <= monthOf(period.to))
		.map(({ month, amount, deferral }) => ({
			month,
			actual_pence: amount as number,
			deferred_pence: deferral.pence,
		}))
		.sort((a, b) => (a.month < b.month ? -1 : 1));
	const actual = months.reduce((total, { actual_pence }) => total + actual_pence, 0);
	const agreed = pence(implementation_costs_pence);
	return { months, actual_pence: actual, agreed_pence: agreed, left_pence: agreed === null ? null : agreed - actual };
}
