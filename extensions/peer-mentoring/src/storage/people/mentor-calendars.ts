/**
 * The secret addresses by which Peer Mentors have their appointments in a calendar. Beside the data model, so that no
 * request reaches them; an address is told once, and only its hash is here.
 */
import type { Knex } from 'knex';
import { hashOfToken, isToken, newToken } from '../database/secret-token.ts';

export const MENTOR_CALENDARS = 'mentor_calendars';

export async function createCalendarsTable(knex: Knex): Promise<void> {
	if (await knex.schema.hasTable(MENTOR_CALENDARS)) return;
	await knex.schema.createTable(MENTOR_CALENDARS, (table) => {
		table.uuid('user').primary();
		table.string('hash').notNullable().unique();
		table.bigInteger('made_at').notNullable();
	});
}

/** Makes an address for somebody; the one they had works no more. @returns its token, this once */
export async function issueCalendar(knex: Knex, user: string): Promise<string> {
	const token = newToken();
	const row = { user, hash: hashOfToken(token), made_at: Date.now() };
	await knex(MENTOR_CALENDARS).insert(row).onConflict('user').merge();
	return token;
}

export async function forgetCalendar(knex: Knex, user: string): Promise<void> {
	await knex(MENTOR_CALENDARS).where({ user }).delete();
}

/** All addresses: of those in a backup nobody knows which were renewed or taken away since. */
export async function forgetCalendars(knex: Knex): Promise<void> {
	await knex(MENTOR_CALENDARS).delete();
}

/** When somebody's address was made; `null` where they have none. */
export async function calendarMadeAt(knex: Knex, user: string): Promise<Date | null> {
	const row = await knex(MENTOR_CALENDARS).where({ user }).first('made_at');
	return row ? new Date(Number(row.made_at)) : null;
}

/** Whose address it is. */
export async function userOfCalendar(knex: Knex, token: string): Promise<string | undefined> {
	if (!isToken(token)) return undefined;
	return (await knex(MENTOR_CALENDARS).where({ hash: hashOfToken(token) }).first('user'))?.user; // prettier-ignore
}
