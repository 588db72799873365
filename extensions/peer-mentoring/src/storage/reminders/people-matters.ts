import type { Knex } from 'knex';
import { addDays, monthOf, type CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { mondayOf } from '../../domain/calendar/week.ts';
import type { Matter } from '../../domain/service-levels/reminders.ts';
import { dayColumn, dayOf } from '../database/day-columns.ts';

/** A warning a week before the five weeks without engagement are over that make a Dropout (Annex E). */
const WARNING_DAYS = 7;

/** Who has not engaged for four weeks: five make a Dropout (Annex E). */
export async function disengaged(knex: Knex, today: CalendarDay): Promise<Matter[]> {
	const rows = await presentMentees(knex)
		.where('dropout_due_on', '>', dayColumn(knex, today))
		.where('dropout_due_on', '<=', dayColumn(knex, addDays(today, WARNING_DAYS)));
	return rows.map((row) => dropoutMatter('disengaged', row));
}

/** Who has not engaged for five weeks, and may be recorded as a Dropout (Annex E). Nobody is by itself. */
export async function dropoutProposed(knex: Knex, today: CalendarDay): Promise<Matter[]> {
	const rows = await presentMentees(knex).where('dropout_due_on', '<=', dayColumn(knex, today));
	return rows.map((row) => dropoutMatter('dropout_proposed', row));
}

/** Whose consent is not recorded though it must be (2.25); told again each month. */
export async function consentMissing(knex: Knex, today: CalendarDay): Promise<Matter[]> {
	const rows = await presentMentees(knex).whereRaw('cast(outstanding as text) like ?', ['%"consent_missing"%']);
	return rows.map(({ id, mentor_user, supplier, reference }) => ({
		kind: 'consent_missing',
		key: `${id} ${monthOf(today)}`,
		mentor_user,
		supplier,
		reference,
	}));
}

/** Which dedicated office was not visited in the week before this one (2.22, 2.26). */
export async function officeVisitMissing(knex: Knex, today: CalendarDay): Promise<Matter[]> {
	const week = addDays(mondayOf(today), -7);
	const rows = await knex('office_visit_weeks as week')
		.join('peer_mentors as mentor', 'mentor.id', 'week.peer_mentor')
		.join('jobcentre_offices as office', 'office.id', 'week.jobcentre_office')
		.where({ 'week.week_starts_on': dayColumn(knex, week), 'week.gap': true })
		.select('week.id', 'week.mentor_user', 'week.supplier', 'mentor.reference', 'office.name');
	return rows.map(({ id, mentor_user, supplier, reference, name }) => ({
		kind: 'office_visit_missing',
		key: id,
		mentor_user,
		supplier,
		reference,
		about: { 'en-GB': name, 'cy-GB': name },
		on: week,
	}));
}

/** Mentees who are there, and have not withdrawn consent (2.25). */
function presentMentees(knex: Knex) {
	return knex('mentees')
		.where({ restricted: false })
		.whereNull('ended_on')
		.select('id', 'mentor_user', 'supplier', 'reference', 'dropout_due_on');
}

function dropoutMatter(
	kind: 'disengaged' | 'dropout_proposed',
	{ id, mentor_user, supplier, reference, dropout_due_on }: Record<string, string>,
): Matter {
	const on = dayOf(dropout_due_on) as CalendarDay;
	// A later session moves the day, and with it begins another wait.
	return {
		kind,
		key: `${id} ${on}`,
		mentor_user: mentor_user ?? null,
		supplier: supplier as string,
		reference: reference as string,
		on,
	};
}
