/** Adds to the imported demo what its files have no columns for. */
import { randomUUID } from 'node:crypto';
import { today } from '../../extensions/peer-mentoring/src/domain/today.ts';
import { parseDay, type CalendarDay } from '../../extensions/peer-mentoring/src/domain/calendar-day.ts';
import { dayColumn, dayOf } from '../../extensions/peer-mentoring/src/storage/day-columns.ts';
import { keepPresence } from '../../extensions/peer-mentoring/src/storage/presence.ts';
import { settle } from '../../extensions/peer-mentoring/src/storage/settle.ts';
import { demoContractRecords, demoRecord, type DemoMentee, type DemoRow } from '../../seed/demo/records.ts';
import type { Knex } from './directus.ts';

export async function loadDemoRecords(knex: Knex): Promise<void> {
	await knex.transaction(async (transaction) => {
		const tables = new Map<string, DemoRow[]>();
		const add = (table: string, row: DemoRow) => {
			const rows = tables.get(table) ?? [];
			tables.set(table, rows);
			rows.push(columnsOf(transaction, { id: randomUUID(), ...row }));
		};
		for (const [number, mentee] of (await readMentees(transaction)).entries()) {
			const { rows, mentee: change } = demoRecord(mentee, number, today());
			for (const [table, row] of rows) add(table, row);
			if (Object.keys(change).length === 0) continue;
			await transaction('mentees').where({ id: mentee.id }).update(columnsOf(transaction, change));
		}
		for (const { id, supplier } of await transaction('call_off_contracts').select('id', 'supplier')) {
			for (const [table, row] of demoContractRecords(id, supplier)) add(table, row);
		}
		for (const row of await dedicatedOffices(transaction)) add('fte_assignments_offices', row);
		for (const [table, rows] of tables) {
			// Rows of one table may differ in the columns they name.
			for (const row of rows) await transaction(table).insert(row);
		}
	});
	const contracts = (await knex('call_off_contracts').select('id')).map(({ id }) => id as string);
	await settle(knex, { referrals: [], contracts, calendars: [] }, today());
	await keepPresence(knex, today());
}

async function readMentees(knex: Knex): Promise<DemoMentee[]> {
	const rows = await knex('mentees as mentee')
		.join('referrals as referral', 'referral.id', 'mentee.referral')
		.join('initial_meetings as meeting', 'meeting.referral', 'referral.id')
		.leftJoin('action_plans as plan', 'plan.mentee', 'mentee.id')
		.where('meeting.outcome', 'start')
		.orderBy('mentee.reference')
		.select(
			'mentee.*',
			'referral.route',
			'meeting.held_on as met_on',
			'plan.id as plan',
			'plan.agreed_on as plan_agreed_on',
		);
	return rows.map((row) => ({
		...row,
		dwp_customer: row.dwp_customer === 'yes',
		met_on: dayOf(row.met_on) as CalendarDay,
		start_on: dayOf(row.start_on),
		ended_on: dayOf(row.ended_on),
		consent_given_on: dayOf(row.consent_given_on),
		plan_agreed_on: dayOf(row.plan_agreed_on),
	}));
}

/** Every mentor's first office is one of their delivery area. */
async function dedicatedOffices(knex: Knex): Promise<DemoRow[]> {
	const offices = await knex('jobcentre_offices').orderBy('id').select('id', 'delivery_area');
	const assignments = await knex('fte_assignments').whereNull('ends_on').select('id', 'delivery_area', 'supplier');
	return assignments.flatMap(({ id, delivery_area, supplier }) => {
		const office = offices.find((each) => each.delivery_area === delivery_area);
		return office ? [{ fte_assignment: id, jobcentre_office: office.id, supplier }] : [];
	});
}

/** Days as this database keeps them. */
function columnsOf(knex: Knex, row: DemoRow): DemoRow {
	return Object.fromEntries(
		Object.entries(row).map(([column, value]) => {
			const on = typeof value === 'string' && column.endsWith('_on') ? parseDay(value) : undefined;
			return [column, on ? dayColumn(knex, on) : value];
		}),
	);
}
