import type { Language } from '../../language/messages.ts';
import { dateNames } from '../../language/date-names.ts';
import { mutated } from './mutations.ts';
import { fold } from './words.ts';

/** As people shorten them: not always as the platform does, whose `chwe` is Welsh for six as well. */
const SHORT: Record<Language, readonly string[]> = {
	'en-GB': dateNames['en-GB'].shortMonths,
	'cy-GB': 'Ion Chwef Maw Ebr Mai Meh Gorff Awst Med Hyd Tach Rhag'.split(' '),
};

/** Every way to write a month, folded: English, Welsh, mutated, shortened. */
export const MONTHS: ReadonlyMap<string, { number: number; language: Language }> = new Map(
	(['cy-GB', 'en-GB'] as const).flatMap((language) =>
		dateNames[language].months.flatMap((name, index) => {
			const forms = [name, SHORT[language][index] as string].map(fold);
			const all = language === 'cy-GB' ? [...forms, ...mutated(fold(name))] : forms;
			return [...all, ...(name === 'September' ? ['sept'] : [])].map(
				(form) => [form, { number: index + 1, language }] as const,
			);
		}),
	),
);

/** The full names with a capital, for a month that stands alone; `May` and `Mai` are words as well. */
export const FULL: readonly string[] = [...MONTHS.keys()]
	.filter((form) => form.length > 3 && !['sept', 'gorff', 'chwef', 'tach', 'rhag'].includes(form))
	.map((form) => form.charAt(0).toUpperCase() + form.slice(1));

/** Any month, the longest first. */
export const MONTH_SOURCE = [...MONTHS.keys()].sort((a, b) => b.length - a.length).join('|');

/** What without a capital is a word and no month. */
export const LIKE_WORDS: ReadonlySet<string> = new Set([
	'may',
	'march',
	'mar',
	'mai',
	'fai',
	'awst',
	'med',
	'dec',
	'ion',
	'hyd',
	'jan',
	'maw',
	'sep',
]);
