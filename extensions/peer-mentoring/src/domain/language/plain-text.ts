/**
 * What a formula begins with, as a class of a regular expression: some spreadsheets read the wide forms of East Asian
 * keyboards as formulas too.
 */
export const FORMULA_SIGN = String.raw`[=+\-@\t\r\n＝＋－＠]`;
const FORMULA_START = new RegExp(`^${FORMULA_SIGN}`);

/** Control characters, halves of a letter and what is none at all: a file that holds one of them does not open. */
const NOT_IN_XML = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu;

/** The most letters that a cell of Excel holds. */
const MOST_LETTERS = 32_767;

/** Text that a cell can hold. */
export function cellText(text: string): string {
	const known = text.replace(NOT_IN_XML, '');
	return known.length > MOST_LETTERS ? known.slice(0, MOST_LETTERS).replace(/[\ud800-\udbff]$/, '') : known;
}

export function startsLikeFormula(text: string): boolean {
	return FORMULA_START.test(text);
}

/** Text that a cell can hold: what a spreadsheet could take for a formula is made plain text. */
export function plainText(text: string): string {
	const known = cellText(text);
	return startsLikeFormula(known) ? cellText(`'${known}`) : known;
}

/** Text that Markdown makes nothing of: its words, in its lines, and no more. */
export function inMarkdown(text: string): string {
	return text.replace(/[!-/:-@[-`{-~]/g, '\\$&').replaceAll('\n', '  \n');
}
