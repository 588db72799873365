import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { addMonths, monthOf, type CalendarDay, type CalendarMonth } from '../../domain/calendar/calendar-day.ts';
import { pmiDueIfKnown } from '../../domain/contract/pmi-due.ts';
import { readContracts, type StoredContract } from '../contract/contracts.ts';
import { dayColumn, dayOf } from '../database/day-columns.ts';
import { holidayReader } from '../calendar/holidays.ts';

/**
 * Opens the monthly return of every month that each contract has reached, and moves the due day of those not submitted
 * where the calendar has changed (3.4).
 * @param ids the contracts, or all of them
 * @returns how many were opened
 */
export async function settleReturns(
	knex: Knex,
	ids: readonly string[] | undefined,
	today: CalendarDay,
): Promise<number> {
	const there = await knex('mi_returns').select('id', 'contract', 'month', 'due_on', 'status');
	const present = new Map(there.map((row) => [`${row.contract} ${row.month}`, row]));
	const holidaysOf = holidayReader(knex);
	const rows = [];
	for (const contract of await readContracts(knex, ids)) {
		for (const month of monthsOf(contract, today)) {
			// A month beyond the known bank holidays gets its return once they are known.
			const due_on = pmiDueIfKnown(month, await holidaysOf(contract.calendar), contract.terms);
			if (due_on === null) continue;
			const found = present.get(`${contract.id} ${month}`);
			if (found) {
				if (found.status === 'submitted' || dayOf(found.due_on) === due_on) continue;
				await knex('mi_returns')
					.where({ id: found.id })
					.update({ due_on: dayColumn(knex, due_on) });
				continue;
			}
			rows.push({
				id: randomUUID(),
				contract: contract.id,
				supplier: contract.supplier,
				month,
				due_on: dayColumn(knex, due_on),
				status: 'draft',
			});
		}
	}
	if (rows.length > 0) await knex.batchInsert('mi_returns', rows, 200);
	return rows.length;
}

function monthsOf({ start_date, end_date }: StoredContract, today: CalendarDay): CalendarMonth[] {
	const last = monthOf(end_date !== null && end_date < today ? end_date : today);
	const months: CalendarMonth[] = [];
	for (let month = monthOf(start_date); month <= last; month = addMonths(month, 1)) months.push(month);
	return months;
}

/**
 * Writes figures into the draft of a return.
 * @returns `false` where the contract has no return of that month, or it has been submitted
 */
export async function fillReturn(
	knex: Knex,
	contract: string,
	month: CalendarMonth,
	figures: object,
): Promise<boolean> {
	const changed = await knex('mi_returns')
		.where({ contract, month, status: 'draft' })
		.update({ figures: JSON.stringify(figures) });
	return changed > 0;
}
