const FORMULA_START = /^[=+\-@\t\r]/;

/** Text that a spreadsheet could take for a formula is made plain text. */
export function plainText(text: string): string {
	return FORMULA_START.test(text) ? `'${text}` : text;
}
