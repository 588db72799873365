import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { dayColumn } from '../database/day-columns.ts';

/** The version of the oral consent statement in use on a day, in somebody's language if there is one (2.28). */
export async function statementOn(
	knex: Knex,
	contract: string,
	language: string,
	on: CalendarDay,
): Promise<string | undefined> {
	const rows = await knex('approved_documents')
		.where({ contract, kind: 'consent_statement' })
		.where('in_use_on', '<=', dayColumn(knex, on) as string)
		.orderBy('in_use_on', 'desc')
		.select('version', 'language');
	const own = rows.find((row) => row.language === language);
	return (own ?? rows[0])?.version ?? undefined;
}
