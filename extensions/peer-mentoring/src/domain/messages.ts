import { codeLists, type CodeList } from './code-lists.ts';
import { FIELDS, MESSAGES, type Language } from './message-texts.ts';
import { poundsText } from './pounds.ts';
import type { Problem } from './problem.ts';
import { figureLabel, figureOf } from './return-template/figures.ts';

export type { Language } from './message-texts.ts';

/** Where the field has no name of its own in a sentence: the message stands beside it. */
const THIS_DATE: Record<Language, string> = { 'en-GB': 'this date', 'cy-GB': 'y dyddiad hwn' };

const MONTHS: Record<Language, string> = {
	'en-GB': 'January February March April May June July August September October November December',
	'cy-GB': 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr',
};

/** A problem as sentences for the person who entered the record: what is wrong, and what would be right. */
export function problemMessage(problem: Problem, language: Language): string {
	const text = MESSAGES[problem.code][language].replace(/\{(\w+)\}/g, (_, name: string) =>
		wordsFor(name, problem, language),
	);
	// The Welsh article leans on a vowel before it.
	return (text.charAt(0).toUpperCase() + text.slice(1)).replace(/^Mae y /, 'Mae’r ');
}

/** A day as people write it: `2023-12-05` is '5 December 2023', '5 Rhagfyr 2023'. */
export function dayInWords(day: string, language: Language): string {
	return `${Number(day.slice(8))} ${monthInWords(day.slice(0, 7), language)}`;
}

/** A month as people write it: `2023-12` is 'December 2023', 'Rhagfyr 2023'. */
export function monthInWords(month: string, language: Language): string {
	return `${MONTHS[language].split(' ')[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
}

function wordsFor(name: string, { field, params = {} }: Problem, language: Language): string {
	if (name === 'field') return FIELDS[field]?.[language] ?? THIS_DATE[language];
	if (name === 'start') return outcomeLabel('start', language);
	if (name === 'pounds') return poundsText(params.pence ?? 0);
	const value = params[name] ?? '';
	if (name === 'predecessor') return FIELDS[value]?.[language] ?? String(value);
	if (name === 'outcome') return outcomeLabel(value, language);
	if (name === 'figure') return figureName(String(value), language);
	if (name === 'column' || name === 'other_column') return labelOf('tracker_column', String(value), language);
	if (name === 'because') return labelOf(params.list as CodeList, String(value), language);
	const text = String(value);
	if (/^\d{4}-\d\d$/.test(text)) return monthInWords(text, language);
	return /^\d{4}-\d\d-\d\d$/.test(text) ? dayInWords(text, language) : text;
}

function figureName(key: string, language: Language): string {
	const figure = figureOf(key);
	return figure ? figureLabel(figure, language) : key;
}

function outcomeLabel(value: string | number, language: Language): string {
	return labelOf('initial_meeting_outcome', String(value), language);
}

/** What people read where a list's stored value stands. */
export function labelOf(list: CodeList, value: string, language: Language): string {
	const code = codeLists[list].find((each) => each.value === value);
	return code?.[language === 'cy-GB' ? 'cy' : 'en'] ?? value;
}

/** What people read where a list's stored value stands, in both languages. */
export function codeText(list: CodeList, value: string): Record<Language, string> {
	return { 'en-GB': labelOf(list, value, 'en-GB'), 'cy-GB': labelOf(list, value, 'cy-GB') };
}
