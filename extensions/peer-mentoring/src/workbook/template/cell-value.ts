import { daysBetween, day } from '../../domain/calendar/calendar-day.ts';
import { cellText, plainText, startsLikeFormula } from '../../domain/language/plain-text.ts';
import type { FigureValue } from '../../domain/returns/templates/figure.ts';
import { monthInWords } from '../pmi-return.ts';
import { NOT_APPLICABLE } from '../sheet.ts';
import type { Result } from './formulas/in-order.ts';
import { FormulaError } from './formulas/values.ts';
import type { Styles } from './styles.ts';
import { escapeXml } from './xml-reader.ts';

/** What a cell is given; `''` empties it. */
export type CellContent = FigureValue;

/** What a cell holds, as the file writes it, with the format that shows it. */
export interface WrittenCell {
	style: number;
	/** A number, as it is stored, or a text; `undefined` for an empty cell. */
	content: { number: string } | { text: string } | undefined;
}

/** The days from which workbooks count; 1900 is taken for a leap year, so that day 60 never was. */
const FIRST_DAY = day('1899-12-30');
const FIRST_DAY_1904 = day('1904-01-01');

/** How a value is written into a cell with this format: a day as a day, a percentage as the format counts it. */
export function writtenCell(value: CellContent, style: number, styles: Styles, from1904: boolean): WrittenCell {
	if (value === '') return { style, content: undefined };
	if (value === null) return textCell(NOT_APPLICABLE, style, styles);
	if (typeof value === 'string') return textCell(value, style, styles);
	if (typeof value === 'number') return numberCell(value, style);
	const format = styles.formatOf(style);
	if ('percent' in value) {
		return numberCell(format === 'percent' ? Math.round(value.percent * 10) / 1000 : value.percent, style);
	}
	const first = from1904 ? FIRST_DAY_1904 : FIRST_DAY;
	if ('month' in value) {
		if (format !== 'day') return textCell(monthInWords(value.month), style, styles);
		return numberCell(daysBetween(first, day(`${value.month}-01`)), style);
	}
	if (format === 'text') return textCell(value.day.split('-').reverse().join('/'), style, styles);
	return numberCell(daysBetween(first, value.day), format === 'day' ? style : styles.forDays(style));
}

function numberCell(value: number, style: number): WrittenCell {
	return { style, content: { number: String(value) } };
}

/** Text that a spreadsheet could take for a formula is said to be text by the format of its cell, and stays as it is. */
function textCell(value: string, style: number, styles: Styles): WrittenCell {
	const text = cellText(value);
	if (!startsLikeFormula(text)) return { style, content: { text } };
	const quoted = styles.forQuoted(style);
	return quoted === undefined ? { style, content: { text: plainText(value) } } : { style: quoted, content: { text } };
}

/** The XML of a cell, in the prefix of its sheet. Text stands in the cell itself: the shared texts stay as they were. */
export function cellXml(address: string, { style, content }: WrittenCell, prefix: string): string {
	const start = `<${prefix}c r="${address}"${style === 0 ? '' : ` s="${style}"`}`;
	if (content === undefined) return `${start}/>`;
	if ('number' in content) return `${start}><${prefix}v>${content.number}</${prefix}v></${prefix}c>`;
	const text = `<${prefix}t xml:space="preserve">${escapeXml(withoutNumbers(content.text))}</${prefix}t>`;
	return `${start} t="inlineStr"><${prefix}is>${text}</${prefix}is></${prefix}c>`;
}

/** The XML of a cell with a formula; without a result, that is worked out when the workbook is opened. */
export function formulaXml(
	address: string,
	formula: string,
	style: number,
	result: Result | undefined,
	prefix: string,
): string {
	const { type, xml } = resultXml(result, prefix);
	const start = `<${prefix}c r="${address}"${style === 0 ? '' : ` s="${style}"`}${type}`;
	return `${start}><${prefix}f>${escapeXml(formula)}</${prefix}f>${xml}</${prefix}c>`;
}

/** Letters that no document may hold. */
// eslint-disable-next-line no-control-regex
const NOT_WRITTEN = /[\0-\x08\x0b\x0c\r\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;

/** What a formula comes to, and the kind of it, as the attribute of its cell; nothing where it has no result. */
export function resultXml(result: Result | undefined, prefix: string): { type: string; xml: string } {
	const value = (text: string) => `<${prefix}v>${text}</${prefix}v>`;
	if (result === undefined) return { type: '', xml: '' };
	if (typeof result === 'number') return { type: '', xml: value(String(result)) };
	if (typeof result === 'boolean') return { type: ' t="b"', xml: value(result ? '1' : '0') };
	if (result instanceof FormulaError) return { type: ' t="e"', xml: value(result.code) };
	if (NOT_WRITTEN.test(result)) return { type: '', xml: '' };
	return { type: ' t="str"', xml: value(escapeXml(withoutNumbers(result))) };
}

/** `_x000D_` would be read as the letter with that number. */
function withoutNumbers(text: string): string {
	return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}
