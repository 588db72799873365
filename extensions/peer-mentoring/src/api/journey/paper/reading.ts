import type { CalendarDay } from '../../../domain/calendar/calendar-day.ts';
import { dayInWords, type Language } from '../../../domain/language/messages.ts';
import type { Labels } from '../../../storage/language/labels.ts';
import { NotYoursError } from '../../shared/errors.ts';

export type Row = Record<string, unknown>;

export interface Query {
	fields: string[];
	filter: object;
	sort?: string[];
}

/** Reads records as whoever asks may read them. */
export type Rows = (collection: string, query: Query) => Promise<Row[]>;

/** Who a paper is for: it is in their language, whoever prints it. */
export interface Subject {
	language: Language;
	labels: Labels;
	rows: Rows;
}

export async function oneOf(rows: Rows, collection: string, query: Query): Promise<Row> {
	const [row] = await rows(collection, query);
	if (!row) throw new NotYoursError();
	return row;
}

export const languageOfPerson = ({ preferred_language }: Row): Language =>
	preferred_language === 'cy-GB' ? 'cy-GB' : 'en-GB';

/** A day in words, where there is one. */
export function dayText(value: unknown, language: Language): string | null {
	return value ? dayInWords(value as CalendarDay, language) : null;
}
