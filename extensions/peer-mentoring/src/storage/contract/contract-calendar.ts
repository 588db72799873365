import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { CodeOf } from '../../domain/language/code-lists.ts';
import { informationDueOn } from '../../domain/contract/information-requests.ts';
import { plannedMeetings } from '../../domain/contract/meeting-calendar.ts';
import { milestonesOf, planDueOn } from '../../domain/contract/milestones.ts';
import { HolidaysUnknownError } from '../../domain/calendar/working-days.ts';
import { readContracts, type StoredContract } from './contracts.ts';
import { dayColumn, dayOf } from '../database/day-columns.ts';
import { holidayReader, type HolidayReader } from '../calendar/holidays.ts';

/**
 * Makes the milestones (2.29) and, once, the meetings (3.1) of contracts, and brings the milestones' due days and status
 * up to date. A contract whose years have no bank holidays yet is left for the day they are loaded.
 * @param ids the contracts, or all of them
 */
export async function settleContractCalendar(
	knex: Knex,
	ids: readonly string[] | undefined,
	today: CalendarDay,
): Promise<void> {
	const holidaysOf = holidayReader(knex);
	for (const contract of await readContracts(knex, ids)) {
		try {
			await settleMilestones(knex, contract, holidaysOf, today);
			await planMeetings(knex, contract, holidaysOf);
			await settleDueDays(knex, contract, holidaysOf);
		} catch (error) {
			if (!(error instanceof HolidaysUnknownError)) throw error;
		}
	}
}

async function settleMilestones(
	knex: Knex,
	contract: StoredContract,
	holidaysOf: HolidayReader,
	today: CalendarDay,
): Promise<void> {
	const there = await knex('milestones')
		.where({ contract: contract.id })
		.select('id', 'milestone', 'due_on', 'met_on', 'status');
	for (const { milestone, due_on } of milestonesOf(contract, await holidaysOf(contract.calendar))) {
		const row = there.find((each) => each.milestone === milestone);
		const status = milestoneStatus(due_on, dayOf(row?.met_on), today);
		if (row && dayOf(row.due_on) === due_on && row.status === status) continue;
		const values = { due_on: dayColumn(knex, due_on), status };
		if (row) await knex('milestones').where({ id: row.id }).update(values);
		else {
			const own = { contract: contract.id, supplier: contract.supplier, milestone };
			await knex('milestones').insert({ id: randomUUID(), ...own, ...values });
		}
	}
}

function milestoneStatus(due: CalendarDay | null, met: CalendarDay | null, today: CalendarDay): CodeOf<'clock_status'> {
	const late = due !== null && (met ?? today) > due;
	return late ? 'missed' : met === null ? 'pending' : 'met';
}

/** Due days of other records that count Working Days: of the Implementation Plan (2.29) and of requests not answered (3.14). */
async function settleDueDays(knex: Knex, contract: StoredContract, holidaysOf: HolidayReader): Promise<void> {
	const holidays = await holidaysOf(contract.calendar);
	const { days, workingDays } = planDueOn(contract.start_date, contract.terms, holidays);
	const dueDays = { due_on: dayColumn(knex, days), working_days_due_on: dayColumn(knex, workingDays) };
	await knex('implementation_plans')
		.where({ contract: contract.id })
		.where((other) =>
			other.whereNot({ due_on: dueDays.due_on }).orWhereNot({ working_days_due_on: dueDays.working_days_due_on }),
		)
		.update(dueDays);
	const requests = await knex('information_requests')
		.where({ contract: contract.id, due_given: false })
		.whereNull('answered_on')
		.select('id', 'kind', 'requested_on', 'due_on');
	for (const { id, kind, requested_on, due_on } of requests) {
		const due = informationDueOn(kind, dayOf(requested_on) as CalendarDay, { holidays, terms: contract.terms });
		if (due === null || due === dayOf(due_on)) continue;
		await knex('information_requests')
			.where({ id })
			.update({ due_on: dayColumn(knex, due) });
	}
}

/** Meetings are planned once; after that they are the Supplier's to move. */
async function planMeetings(knex: Knex, contract: StoredContract, holidaysOf: HolidayReader): Promise<void> {
	if (await knex('meetings').where({ contract: contract.id }).first('id')) return;
	const rows = plannedMeetings(contract, await holidaysOf(contract.calendar)).map(({ kind, planned_on }) => ({
		id: randomUUID(),
		contract: contract.id,
		supplier: contract.supplier,
		kind,
		planned_on: dayColumn(knex, planned_on),
	}));
	await knex.batchInsert('meetings', rows, 100);
}
