/** Some spreadsheets read the wide forms of East Asian keyboards as formulas too. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

/** Control characters, halves of a letter and what is none at all: a file that holds one of them does not open. */
const NOT_IN_XML = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu;

/** The most letters that a cell of Excel holds. */
const MOST_LETTERS = 32_767;

/** Text that a cell can hold: what a spreadsheet could take for a formula is made plain text. */
export function plainText(text: string): string {
	const known = text.replace(NOT_IN_XML, '');
	const plain = FORMULA_START.test(known) ? `'${known}` : known;
	return plain.length > MOST_LETTERS ? plain.slice(0, MOST_LETTERS).replace(/[\ud800-\udbff]$/, '') : plain;
}
