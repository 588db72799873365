import type { CodeList } from './code-lists.ts';
import { dayInWords, labelOf, monthInWords, poundsText } from './in-words.ts';
import type { Params, ProblemOf } from './problem.ts';
import { inLanguage, type Language } from './text.ts';
import type { Words } from './words.ts';

export { codeText, dayInWords, labelOf, monthInWords } from './in-words.ts';
export type { Language } from './text.ts';

/** How the params of messages are put into words, by the names that stand in the messages. */
export type ParamsInWords = Readonly<
	Record<string, (value: string | number, language: Language, params: Params) => string>
>;

/** What can be said, by all the rooms together. */
export interface Speech<Code extends string> {
	messages: Readonly<Record<Code, Words>>;
	/** Names of fields that can stand in a sentence. */
	fields: Readonly<Record<string, Words>>;
	params: ParamsInWords;
}

/** Where the field has no name of its own in a sentence: the message stands beside it. */
const THIS_DATE: Words = { en: 'this date', cy: 'y dyddiad hwn' };

/** What any message can name. */
const PARAMS: ParamsInWords = {
	pounds: (_, _language, { pence = 0 }) => poundsText(pence),
	label: (_, language, { en = '', cy = '' }) => String(language === 'cy-GB' ? cy : en),
	because: (value, language, { list }) => labelOf(list as CodeList, String(value), language),
};

/** A problem as sentences for the person who entered the record: what is wrong, and what would be right. */
export function say<Code extends string>(speech: Speech<Code>, problem: ProblemOf<Code>, language: Language): string {
	const { field, params = {} } = problem;
	const text = inLanguage(speech.messages[problem.code], language).replace(/\{(\w+)\}/g, (_, name: string) => {
		if (name === 'field') return inLanguage(speech.fields[field] ?? THIS_DATE, language);
		const inWords = speech.params[name] ?? PARAMS[name] ?? plainly;
		return inWords(params[name] ?? '', language, params);
	});
	// The Welsh article leans on a vowel before it.
	return (text.charAt(0).toUpperCase() + text.slice(1)).replace(/^Mae y /, 'Mae’r ');
}

/** Days and months in words; anything else stands as it is given. */
function plainly(value: string | number, language: Language): string {
	const text = String(value);
	if (/^\d{4}-\d\d$/.test(text)) return monthInWords(text, language);
	return /^\d{4}-\d\d-\d\d$/.test(text) ? dayInWords(text, language) : text;
}
