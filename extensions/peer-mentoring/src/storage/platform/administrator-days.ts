/**
 * The days on which an account was used that may do everything, by whatever way: a token that only reads leaves no other
 * trace. Beside the data model, so that no request reaches it.
 */
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';

export const ADMINISTRATOR_DAYS = 'platform_administrator_days';

export async function createAdministratorDaysTable(knex: Knex): Promise<void> {
	if (await knex.schema.hasTable(ADMINISTRATOR_DAYS)) return;
	await knex.schema.createTable(ADMINISTRATOR_DAYS, (table) => {
		table.uuid('user').notNullable();
		table.string('day', 10).notNullable();
		table.primary(['user', 'day']);
	});
}

export async function noteAdministratorDay(knex: Knex, user: string, day: CalendarDay): Promise<void> {
	await knex(ADMINISTRATOR_DAYS).insert({ user, day }).onConflict(['user', 'day']).ignore();
}

/** Who was there since a day, each day once. */
export async function administratorDays(knex: Knex, since: CalendarDay): Promise<{ user: string; day: CalendarDay }[]> {
	return knex(ADMINISTRATOR_DAYS).where('day', '>=', since).orderBy(['day', 'user']).select('user', 'day');
}
