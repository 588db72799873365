import { cy } from 'date-fns/locale/cy';
import { enGB } from 'date-fns/locale/en-GB';
import type { Language } from './text.ts';

const MONTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const;

interface DateNames {
	months: readonly string[];
	shortMonths: readonly string[];
	weekdays: readonly string[];
	shortWeekdays: readonly string[];
}

/**
 * The names of months and weekdays, weekdays from Sunday; from a package, because browsers without Welsh data fall back
 * to English.
 */
export const dateNames: Record<Language, DateNames> = {
	'en-GB': namesOf(enGB),
	'cy-GB': welshNames(namesOf(cy)),
};

/** A day as people write it: `2023-12-05` is '5 December 2023', '5 Rhagfyr 2023'. */
export function dayInWords(day: string, language: Language): string {
	return `${Number(day.slice(8))} ${monthInWords(day.slice(0, 7), language)}`;
}

/** A month as people write it: `2023-12` is 'December 2023', 'Rhagfyr 2023'. */
export function monthInWords(month: string, language: Language): string {
	return `${dateNames[language].months[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
}

function namesOf({ localize }: typeof enGB): DateNames {
	return {
		months: MONTHS.map((month) => localize.month(month)),
		shortMonths: MONTHS.map((month) => localize.month(month, { width: 'abbreviated' })),
		weekdays: WEEKDAYS.map((weekday) => localize.day(weekday)),
		shortWeekdays: WEEKDAYS.map((weekday) => localize.day(weekday, { width: 'abbreviated' })),
	};
}

/**
 * Welsh differs from date-fns in two things, and as the glossary and CLDR have it, who both write for labels. A weekday
 * by itself has a capital ('Dydd Llun'), where date-fns has it for the middle of a sentence. Two short months keep four
 * letters: 'Awst' and 'Medi' are the whole names, and 'Aws' or 'Med' nobody writes.
 */
function welshNames(names: DateNames): DateNames {
	return {
		...names,
		shortMonths: names.shortMonths.map((short, month) =>
			names.months[month]?.length === 4 ? names.months[month] : short,
		),
		weekdays: names.weekdays.map((weekday) => weekday.replace(/^dydd/, 'Dydd')),
	};
}
