import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { CodeOf } from '../../domain/language/code-lists.ts';
import type { LinkDates } from '../../domain/journey/referral-link.ts';
import { dayOf, nowColumn } from '../database/day-columns.ts';
import { hashOfToken, isToken, newToken } from '../database/secret-token.ts';

/** A link with which one organisation refers people, as the database has it. */
export interface StoredLink extends LinkDates {
	id: string;
	supplier: string;
	contract: string;
	cpa: number | null;
	route: CodeOf<'referral_route'>;
	organisation: string;
	jobcentre_office: string | null;
}

/** The link that a token belongs to, whether it still works or not. The token is stored nowhere: its hash is looked up. */
export async function findLink(knex: Knex, token: string): Promise<StoredLink | undefined> {
	return isToken(token) ? readLink(knex, { token_hash: hashOfToken(token) }) : undefined;
}

export async function readLink(knex: Knex, where: Record<string, string>): Promise<StoredLink | undefined> {
	const row = await knex('referral_links')
		.where(where)
		.first(
			'id',
			'supplier',
			'contract',
			'cpa',
			'route',
			'organisation',
			'jobcentre_office',
			'expires_on',
			'withdrawn_on',
		);
	return (
		row && {
			...row,
			cpa: row.cpa === null ? null : Number(row.cpa),
			expires_on: dayOf(row.expires_on) as CalendarDay,
			withdrawn_on: dayOf(row.withdrawn_on),
		}
	);
}

/** Gives a link a new token, which ends the one before. It is returned this once. */
export async function issueToken(knex: Knex, link: string, user: string | null): Promise<string> {
	const token = newToken();
	const change = { token_hash: hashOfToken(token), user_updated: user, date_updated: nowColumn(knex) };
	await knex('referral_links').where({ id: link }).update(change);
	return token;
}
