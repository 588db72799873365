/** What measures 17 to 20 are made of (3.8). */
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { DocumentEntry, SpendEntry } from '../../domain/returns/pmi/context.ts';
import { dayOf } from '../database/day-columns.ts';

/** Everything spent under a contract (3.8). */
export async function readSpend(knex: Knex, contract: string): Promise<SpendEntry[]> {
	const rows = await knex('spend_entries')
		.where({ contract })
		.select('kind', 'organisation', 'spent_on', 'amount_pence');
	return rows.map((row) => ({
		kind: row.kind,
		organisation: row.organisation,
		spent_on: dayOf(row.spent_on) as CalendarDay,
		amount_pence: Number(row.amount_pence),
	}));
}

/** The versions of a document, in order. */
export async function readDocuments(
	knex: Knex,
	table: 'cost_register_entries' | 'ipr_log_entries',
	contract: string,
): Promise<DocumentEntry[]> {
	const rows = await knex(table).where({ contract }).select('title', 'version', 'dated_on');
	return rows
		.map((row) => ({ version: row.version, dated: dayOf(row.dated_on) as CalendarDay, title: row.title }))
		.sort((a, b) => (`${a.dated} ${a.version}` < `${b.dated} ${b.version}` ? -1 : 1));
}
