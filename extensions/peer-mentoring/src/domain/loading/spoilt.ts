import { isShortened } from './typed-number.ts';

/** What a spreadsheet shows where a formula came to nothing. */
const ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|#+)$/i;
const LOST = '\ufffd';
/** `Ã´` or `â€™`: UTF-8 that was once taken for Windows-1252 and saved so. */
const TWICE = /[ÃÅÄ][\u0080-\u00bf\u0152-\u0178\u2013-\u20ac]|â€[™œ\u009d˜“”¦]|Â[\u00a0-\u00bf]/u;

const CONTROLS: Readonly<Record<string, string>> = {
	'\n': 'a line break',
	'\r': 'a line break',
	'\u0085': 'a line break',
	'\t': 'a tab',
	'\0': 'a null character',
	'\v': 'a line break of a spreadsheet cell (vertical tab)',
	'\f': 'a page break',
	'\u001b': 'an escape character',
	'\u007f': 'a delete character',
};

/** What has happened to the text of a cell so that it cannot be read as it was meant; nothing of the text is repeated. */
export function spoiltBy(text: string): string | undefined {
	if (text.includes(LOST)) return 'holds a character that was lost when the file was saved (�); type it again';
	if (ERROR.test(text)) return 'holds an error of the spreadsheet instead of a value; correct it there';
	return TWICE.test(text)
		? 'holds letters that were saved twice in different encodings; type them again, or export the file again as UTF-8'
		: undefined;
}

/** What else explains why a text is not of its kind: a control character, by name, or a number cut short. */
export function explained(text: string): string | undefined {
	const control = /\p{Cc}/u.exec(text)?.[0];
	if (control !== undefined) {
		const code = control.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
		return `holds ${CONTROLS[control] ?? `a control character (U+${code})`}`;
	}
	const unseen = /\p{Cf}/u.exec(text)?.[0];
	if (unseen !== undefined) {
		return `holds a character that cannot be seen (U+${unseen.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')})`;
	}
	return isShortened(text)
		? 'was shortened by a spreadsheet, and its digits are lost: format the column as text and type the number again'
		: undefined;
}

/** A `?` within a name: a spreadsheet that saves in the code page of Windows puts it in for letters such as ŵ and ŷ. */
export function lostLetter(name: string): boolean {
	return /\p{L}\?|\?\p{L}/u.test(name);
}
