import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { addMonths, monthOf, type CalendarDay, type CalendarMonth } from '../domain/calendar-day.ts';
import { pmiDueOn } from '../domain/pmi/context.ts';
import { HolidaysUnknownError } from '../domain/working-days.ts';
import { readContracts, type StoredContract } from './contracts.ts';
import { dayColumn } from './day-columns.ts';
import { holidayReader } from './holidays.ts';

/** Opens the monthly return of every month that each contract has reached (3.4). @returns how many were opened */
export async function ensureReturns(knex: Knex, today: CalendarDay): Promise<number> {
	const present = new Set(
		(await knex('mi_returns').select('contract', 'month')).map((row) => `${row.contract} ${row.month}`),
	);
	const holidaysOf = holidayReader(knex);
	const rows = [];
	for (const contract of await readContracts(knex)) {
		for (const month of monthsOf(contract, today)) {
			if (present.has(`${contract.id} ${month}`)) continue;
			const due_on = dueOn(month, await holidaysOf(contract.calendar));
			if (due_on === null) continue;
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

/** A month beyond the known bank holidays gets its return once they are known, not a guessed due date. */
function dueOn(month: CalendarMonth, holidays: Parameters<typeof pmiDueOn>[1]): CalendarDay | null {
	try {
		return pmiDueOn(month, holidays);
	} catch (error) {
		if (error instanceof HolidaysUnknownError) return null;
		throw error;
	}
}
