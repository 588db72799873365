import type { CodeList } from './code-lists.ts';
import { dayInWords, labelOf, monthInWords } from './in-words.ts';
import { FIELDS, MESSAGES, type Language } from './message-texts.ts';
import { poundsText } from '../money/pounds.ts';
import type { Problem } from './problem.ts';
import { figureLabel, figureOf } from '../returns/templates/figures.ts';
import { columnLabel, LISTS, type ListName } from '../returns/templates/lists.ts';

export { codeText, dayInWords, labelOf, monthInWords } from './in-words.ts';
export type { Language } from './message-texts.ts';

/** Where the field has no name of its own in a sentence: the message stands beside it. */
const THIS_DATE: Record<Language, string> = { 'en-GB': 'this date', 'cy-GB': 'y dyddiad hwn' };

/** A problem as sentences for the person who entered the record: what is wrong, and what would be right. */
export function problemMessage(problem: Problem, language: Language): string {
	const text = MESSAGES[problem.code][language].replace(/\{(\w+)\}/g, (_, name: string) =>
		wordsFor(name, problem, language),
	);
	// The Welsh article leans on a vowel before it.
	return (text.charAt(0).toUpperCase() + text.slice(1)).replace(/^Mae y /, 'Mae’r ');
}

function wordsFor(name: string, { field, params = {} }: Problem, language: Language): string {
	if (name === 'field') return FIELDS[field]?.[language] ?? THIS_DATE[language];
	if (name === 'start') return outcomeLabel('start', language);
	if (name === 'pounds') return poundsText(params.pence ?? 0);
	const value = params[name] ?? '';
	if (name === 'predecessor') return FIELDS[value]?.[language] ?? String(value);
	if (name === 'outcome') return outcomeLabel(value, language);
	if (name === 'figure') return figureName(String(value), language);
	if (name === 'rows' || name === 'other_rows') return LISTS[value as ListName].name[language];
	if (name === 'column' || name === 'other_column') {
		return columnLabel(params.rows as ListName, String(value), language);
	}
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
