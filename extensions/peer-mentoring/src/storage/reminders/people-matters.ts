import type { Knex } from 'knex';
import { addDays, monthOf, type CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { mondayOf } from '../../domain/calendar/week.ts';
import type { Matter } from '../../domain/service-levels/reminders.ts';
import { dayColumn, dayOf } from '../database/day-columns.ts';

/** A warning a week before the time without engagement is over that makes a Dropout (Annex E). */
const WARNING_DAYS = 7;

/** Who may be a Dropout in a week (Annex E). */
export async function disengaged(knex: Knex, today: CalendarDay): Promise<Matter[]> {
	const rows: MenteeRow[] = await presentMentees(knex)
		.where('mentee.dropout_due_on', '>', dayColumn(knex, today))
		.where('mentee.dropout_due_on', '<=', dayColumn(knex, addDays(today, WARNING_DAYS)));
	return rows.map((row) => dropoutMatter('disengaged', row));
}

/** Who has not engaged for as long as makes a Dropout, and may be recorded as a Dropout (Annex E). Nobody is by itself; told again each week. */
export async function dropoutProposed(knex: Knex, today: CalendarDay): Promise<Matter[]> {
	const rows: MenteeRow[] = await presentMentees(knex).where('mentee.dropout_due_on', '<=', dayColumn(knex, today));
	const told = rows.map((row) => dropoutMatter('dropout_proposed', row));
	return told.map((matter) => ({ ...matter, key: `${matter.key} ${mondayOf(today)}` }));
}

/** Whose consent is not recorded though it must be (2.25); told again each month. */
export async function consentMissing(knex: Knex, today: CalendarDay): Promise<Matter[]> {
	const rows: MenteeRow[] = await presentMentees(knex).whereRaw('cast(mentee.outstanding as text) like ?', [
		'%"consent_missing"%',
	]);
	return rows.map((row) => ({ ...ofMentee(row, 'consent_missing'), key: `${row.id} ${monthOf(today)}` }));
}

/** Which dedicated office was not visited in the week before this one (2.22, 2.26). */
export async function officeVisitMissing(knex: Knex, today: CalendarDay): Promise<Matter[]> {
	const week = addDays(mondayOf(today), -7);
	const rows = await knex('office_visit_weeks as week')
		.join('peer_mentors as mentor', 'mentor.id', 'week.peer_mentor')
		.join('jobcentre_offices as office', 'office.id', 'week.jobcentre_office')
		.join('call_off_contracts as contract', 'contract.id', 'week.contract')
		.where({ 'week.week_starts_on': dayColumn(knex, week), 'week.gap': true })
		.select(
			'week.id',
			'week.mentor_user',
			'week.supplier',
			'mentor.reference',
			'office.name',
			'contract.reference as contract',
		);
	return rows.map(({ id, mentor_user, supplier, reference, name, contract }) => ({
		kind: 'office_visit_missing',
		key: id,
		mentor_user,
		supplier,
		reference,
		contract,
		about: { 'en-GB': name, 'cy-GB': name },
		on: week,
		record: { collection: 'office_visit_weeks', key: id },
	}));
}

/** Mentees who are there, and have not withdrawn consent (2.25). */
function presentMentees(knex: Knex) {
	return knex('mentees as mentee')
		.join('call_off_contracts as contract', 'contract.id', 'mentee.contract')
		.where({ 'mentee.restricted': false })
		.whereNull('mentee.ended_on')
		.select(
			'mentee.id',
			'mentee.mentor_user',
			'mentee.supplier',
			'mentee.reference',
			'mentee.dropout_due_on',
			'contract.reference as contract',
		);
}

interface MenteeRow {
	id: string;
	mentor_user: string | null;
	supplier: string;
	reference: string;
	contract: string;
	dropout_due_on: unknown;
}

function ofMentee({ id, mentor_user, supplier, reference, contract }: MenteeRow, kind: Matter['kind']) {
	return { kind, mentor_user, supplier, reference, contract, record: { collection: 'mentees', key: id } };
}

/** A later session moves the day, and with it begins another wait. */
function dropoutMatter(kind: 'disengaged' | 'dropout_proposed', row: MenteeRow): Matter {
	const on = dayOf(row.dropout_due_on) as CalendarDay;
	return { ...ofMentee(row, kind), key: `${row.id} ${on}`, on };
}
