import type { Knex } from 'knex';
import type { CalendarMonth } from '../../../domain/calendar/calendar-day.ts';
import { closedMonths, monthCells, type MonthResult } from '../../../domain/home/performance.ts';
import type { StoredContract } from '../../../storage/contract/contracts.ts';
import { readCpaFte } from '../../../storage/people/fte.ts';
import type { Reading, Row } from './reading.ts';

/** Contracts and their areas in rows, months in columns: of each month what was submitted, and no person (3.3, 5.4). */
export async function performanceHome(knex: Knex, reading: Reading, contracts: readonly StoredContract[]) {
	const months = closedMonths(reading.today);
	const filter = { month: { _in: months } };
	const returns = await reading.rows('mi_returns', { fields: ['contract', 'month', 'status', 'late'], filter });
	const results = await reading.rows('service_level_results', {
		fields: ['contract', 'cpa', 'month', 'service_level', 'status', 'lowest_fte', 'minimum_fte'],
		filter,
	});
	const payments = await reading.rows('payments', {
		aggregate: { sum: ['amount_pence', 'deferred_pence'] },
		group: ['contract', 'month'],
		filter,
	});
	const plans = await reading.countBy('plans_open', ['contract']);
	const milestones = await reading.rows('milestones', {
		fields: ['contract', 'milestone', 'due_on', 'met_on'],
		filter: { met_on: { _null: true } },
		sort: ['due_on'],
	});
	const areas = await readCpaFte(knex, [...new Set(contracts.flatMap(({ cpas }) => cpas))]);
	return {
		months,
		contracts: contracts.map(({ id, reference, cpas }) => {
			const own = (rows: Row[]) => rows.filter(({ contract }) => contract === id);
			const sent = own(returns).filter(({ status }) => status === 'submitted');
			const submitted = new Set(sent.map(({ month }) => month as CalendarMonth));
			const ofMonth = (rows: Row[], month: string) => own(rows).find((row) => row.month === month);
			const all = own(results) as unknown as MonthResult[];
			const next = own(milestones)[0];
			return {
				id,
				reference,
				whole: monthCells(all, null, months, submitted),
				areas: cpas.map((cpa) => ({
					cpa,
					district: areas.find((area) => area.cpa === cpa)?.district ?? '',
					cells: monthCells(all, cpa, months, submitted),
				})),
				returns: months.map((month) => {
					const found = ofMonth(sent, month);
					return found ? (found.late ? 'late' : 'on_time') : null;
				}),
				payments: months.map((month) => (submitted.has(month) ? paidIn(ofMonth(payments, month)) : null)),
				plans: plans.find(({ contract }) => contract === id)?.count ?? 0,
				milestone: next ? { milestone: next.milestone, due_on: next.due_on } : null,
			};
		}),
	};
}

function paidIn(row: Row | undefined): { amount: number; deferred: number } | null {
	if (!row) return null;
	const { amount_pence, deferred_pence } = row.sum as Record<string, unknown>;
	return { amount: Number(amount_pence ?? 0), deferred: Number(deferred_pence ?? 0) };
}
