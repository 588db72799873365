import { lastDay, parseDay, parseMonth } from '../../../domain/calendar/calendar-day.ts';
import { dateNames } from '../../../domain/language/date-names.ts';
import type { Language } from '../../../domain/language/messages.ts';

/** A day as people type it, in three boxes; any of them may still be empty or wrong. */
export interface TypedDay {
	day: string;
	month: string;
	year: string;
}

export const NOTHING_TYPED: TypedDay = { day: '', month: '', year: '' };

/**
 * The value of a field for what is typed: an ISO day, `null` for nothing, and for anything else a text such as
 * `2024-06-??` that the server refuses, so that a half-typed day is neither lost nor saved as another one.
 */
export function valueOf({ day, month, year }: TypedDay): string | null {
	if (!day && !month && !year) return null;
	return `${year.padEnd(4, '?')}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** What to show in the boxes for a value: the inverse of {@link valueOf}. */
export function typedDay(value: string | null | undefined): TypedDay {
	const match = /^(.{4})-(.{2})-(.{2})/.exec(value ?? '');
	if (!match) return NOTHING_TYPED;
	const [year = '', month = '', day = ''] = match.slice(1).map((part) => part.replaceAll('?', ''));
	return { day: withoutZero(day), month: withoutZero(month), year };
}

/** Only digits, and no more than the box holds. */
export function digits(text: string, most: number): string {
	return text.replace(/\D/g, '').slice(0, most);
}

/** What is wrong with the typed day and what would be right, or `undefined` for an empty or a real day. */
export function dayProblem(typed: TypedDay, language: Language): string | undefined {
	const value = valueOf(typed);
	if (value === null || parseDay(value)) return undefined;
	const texts = TEXTS[language];
	if (!typed.day) return texts.no_day;
	if (!typed.month) return texts.no_month;
	if (typed.year.length < 4) return texts.no_year;
	const month = parseMonth(value.slice(0, 7));
	if (!month || Number(typed.year) < 1000) return texts.not_real;
	const length = Number(lastDay(month).slice(8));
	return texts.month_length(dateNames[language].months[Number(typed.month) - 1] ?? '', typed.year, length);
}

const TEXTS = {
	'en-GB': {
		no_day: 'The date must include a day',
		no_month: 'The date must include a month',
		no_year: 'The year must include 4 numbers',
		not_real: 'The date must be a real date, for example 27 3 2024',
		month_length: (month: string, year: string, days: number) =>
			`The date must be real: ${month} ${year} has ${days} days`,
	},
	'cy-GB': {
		no_day: 'Rhaid i’r dyddiad gynnwys diwrnod',
		no_month: 'Rhaid i’r dyddiad gynnwys mis',
		no_year: 'Rhaid i’r flwyddyn gynnwys 4 rhif',
		not_real: 'Rhaid i’r dyddiad fod yn ddyddiad go iawn, er enghraifft 27 3 2024',
		month_length: (month: string, year: string, days: number) =>
			`Rhaid i’r dyddiad fod yn ddyddiad go iawn: mae ${days} diwrnod ym mis ${month} ${year}`,
	},
};

function twoDigits(text: string): string {
	return text ? text.padStart(2, '0') : '??';
}

function withoutZero(text: string): string {
	return text.replace(/^0(?=\d)/, '');
}
