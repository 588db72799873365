import type { Knex } from 'knex';
import type { CalendarDay } from '../../../domain/calendar/calendar-day.ts';
import { codeLists, type CodeOf } from '../../../domain/language/code-lists.ts';
import type { Language } from '../../../domain/language/messages.ts';
import { readResults } from '../../../storage/journey/referral-results.ts';
import type { Sender } from './sender.ts';
import { TEXTS } from './texts.ts';

/** A referral as whoever made it may see it: nothing that says who it is about. */
export interface ResultRow {
	reference: string;
	received_on: CalendarDay | null;
	result: CodeOf<'referral_result'> | null;
	/** The result in words, or that the meeting is being arranged. */
	label: string;
	told_on: CalendarDay | null;
}

export async function resultsFor(knex: Knex, sender: Sender, language: Language): Promise<ResultRow[]> {
	const rows = await readResults(knex, sender.origin);
	return rows.map(({ reference, received_on, told }) => ({
		reference,
		received_on,
		result: told?.result ?? null,
		label: told ? resultLabel(told.result, language) : TEXTS[language].arranging,
		told_on: told?.told_on ?? null,
	}));
}

function resultLabel(result: CodeOf<'referral_result'>, language: Language): string {
	const code = codeLists.referral_result.find(({ value }) => value === result);
	return code?.[language === 'cy-GB' ? 'cy' : 'en'] ?? result;
}
