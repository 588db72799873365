import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { CodeOf } from '../../domain/language/code-lists.ts';
import { dayColumn } from '../database/day-columns.ts';

/** Which document of a contract, and for somebody of which language. */
interface Wanted {
	contract: string;
	kind: CodeOf<'approved_document_kind'>;
	language: string;
}

/** The approved document in use on a day, in somebody's language if there is one. */
export async function documentOn(
	knex: Knex,
	{ contract, kind, language }: Wanted,
	on: CalendarDay,
): Promise<{ version: string | null; document: string | null; words: string | null } | undefined> {
	const rows = await knex('approved_documents')
		.where({ contract, kind })
		.where('in_use_on', '<=', dayColumn(knex, on) as string)
		.orderBy('in_use_on', 'desc')
		.select('version', 'language', 'document', 'words');
	return rows.find((row) => row.language === language) ?? rows[0];
}
