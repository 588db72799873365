import { daysBetween, day } from '../../domain/calendar/calendar-day.ts';
import type { FigureValue } from '../../domain/returns/templates/figure.ts';
import { monthInWords } from '../pmi-return.ts';
import { plainText } from '../../domain/language/plain-text.ts';
import { NOT_APPLICABLE } from '../sheet.ts';
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
	if (value === null) return textCell(NOT_APPLICABLE, style);
	if (typeof value === 'string') return textCell(value, style);
	if (typeof value === 'number') return numberCell(value, style);
	const format = styles.formatOf(style);
	if ('percent' in value) {
		return numberCell(format === 'percent' ? Math.round(value.percent * 10) / 1000 : value.percent, style);
	}
	const first = from1904 ? FIRST_DAY_1904 : FIRST_DAY;
	if ('month' in value) {
		if (format !== 'day') return textCell(monthInWords(value.month), style);
		return numberCell(daysBetween(first, day(`${value.month}-01`)), style);
	}
	if (format === 'text') return textCell(value.day.split('-').reverse().join('/'), style);
	return numberCell(daysBetween(first, value.day), format === 'day' ? style : styles.forDays(style));
}

function numberCell(value: number, style: number): WrittenCell {
	return { style, content: { number: String(value) } };
}

function textCell(value: string, style: number): WrittenCell {
	return { style, content: { text: plainText(value) } };
}

/** The XML of a cell, in the prefix of its sheet. Text stands in the cell itself: the shared texts stay as they were. */
export function cellXml(address: string, { style, content }: WrittenCell, prefix: string): string {
	const start = `<${prefix}c r="${address}"${style === 0 ? '' : ` s="${style}"`}`;
	if (content === undefined) return `${start}/>`;
	if ('number' in content) return `${start}><${prefix}v>${content.number}</${prefix}v></${prefix}c>`;
	// `_x000D_` would be read as the letter with that number.
	const safe = content.text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
	const text = `<${prefix}t xml:space="preserve">${escapeXml(safe)}</${prefix}t>`;
	return `${start} t="inlineStr"><${prefix}is>${text}</${prefix}is></${prefix}c>`;
}
