import type { CellValue, Row, Workbook, Worksheet } from 'exceljs';
import { NOT_DUE } from '../domain/returns/pmi/returns.ts';
import { plainText } from '../domain/language/plain-text.ts';

/** Text, a number, a day (`Date` at midnight UTC), or nothing. */
export type Value = string | number | Date | null;

export interface Column {
	header: string;
	width: number;
	/** Number format of the column's figures. */
	format?: string;
}

export interface SheetLayout {
	name: string;
	title: string;
	subtitle: string;
	columns: readonly Column[];
	/** Headings over several columns, in order, each with the number of columns it covers. */
	groups?: readonly (readonly [heading: string, columns: number])[];
	orientation?: 'portrait' | 'landscape';
}

export type RowKind = 'normal' | 'detail' | 'section';

export const WHOLE = '#,##0';
export const PERCENT = '0.0%';
export const FTE = '0.000';
export const DAY = 'd mmm yyyy';
export const POUNDS = '£#,##0.00;-£#,##0.00';
export const NOT_APPLICABLE = 'n/a';

const FONT = 'Arial';
const DARK = 'FF003366';
const TINT = 'FFE8EEF5';
const LINE = { style: 'thin', color: { argb: 'FFBFC7D1' } } as const;
const A4 = 9;
const LINE_HEIGHT = 13;
/** In points: the most that Excel takes. */
const TALLEST_ROW = 409;
/** Width of a letter in the unit of column widths, on the safe side. */
const AVERAGE_LETTER = 0.85;
/** The column that names the figure. */
const DETAIL_COLUMN = 2;

/** A sheet with a title, a header that stays in sight and repeats on paper, ready to print on A4. */
export function addSheet(workbook: Workbook, layout: SheetLayout): Worksheet {
	const { name, title, subtitle, columns, groups, orientation = 'landscape' } = layout;
	const sheet = workbook.addWorksheet(name);
	sheet.columns = columns.map(({ width, format }) => ({
		width,
		style: { font: { name: FONT, size: 10 }, ...(format === undefined ? {} : { numFmt: format }) },
	}));
	titleRow(sheet, title, { name: FONT, size: 14, bold: true, color: { argb: DARK } });
	titleRow(sheet, subtitle, { name: FONT, size: 10, color: { argb: 'FF505A5F' } });
	sheet.addRow([]);
	if (groups) addGroups(sheet, groups);
	const header = headerRow(
		sheet,
		columns.map((column) => column.header),
	);
	sheet.views = [{ state: 'frozen', xSplit: 0, ySplit: header.number, showGridLines: false }];
	sheet.pageSetup = {
		paperSize: A4,
		orientation,
		fitToPage: true,
		fitToWidth: 1,
		fitToHeight: 0,
		margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.3 },
		printTitlesRow: `${groups ? header.number - 1 : header.number}:${header.number}`,
	};
	sheet.headerFooter.oddFooter = `&L${subtitle.replaceAll('&', '&&')}&C${name}&RPage &P of &N`;
	return sheet;
}

/** A row of the table; `null` stays empty. Text that a spreadsheet could take for a formula is made plain text. */
export function addRow(sheet: Worksheet, values: readonly Value[], kind: RowKind = 'normal'): Row {
	const row = sheet.addRow(values.map(plain));
	for (let column = 1; column <= values.length; column++) {
		const cell = row.getCell(column);
		cell.border = { bottom: LINE };
		cell.font = { name: FONT, size: 10, bold: kind === 'section' };
		const horizontal = isFigure(sheet, column, values[column - 1]) ? 'right' : 'left';
		cell.alignment = { vertical: 'middle', wrapText: true, horizontal };
		if (kind === 'section') cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: TINT } };
		if (kind === 'detail' && column === DETAIL_COLUMN) cell.alignment = { ...cell.alignment, indent: 2 };
	}
	row.height = heightOf(sheet, values);
	return row;
}

/** A second table further down: a heading and the names of its columns. */
export function addTable(sheet: Worksheet, heading: string, headers: readonly string[]): void {
	sheet.addRow([]);
	titleRow(sheet, heading, { name: FONT, size: 12, bold: true, color: { argb: DARK } });
	headerRow(sheet, headers);
}

/** A sentence across the sheet, such as a nil return. */
export function addNote(sheet: Worksheet, text: string): void {
	titleRow(sheet, text, { name: FONT, size: 10, italic: true });
}

/** A percentage as a fraction for the format {@link PERCENT}, or n/a where there was nothing to divide. */
export function percentage(percent: number | null | undefined): Value {
	if (percent === undefined) return null;
	return percent === null ? NOT_APPLICABLE : Math.round(percent * 10) / 1000;
}

export function orNotApplicable(value: number | null): Value {
	return value ?? NOT_APPLICABLE;
}

export function dateOf(day: string): Date {
	return new Date(`${day}T00:00:00Z`);
}

/** What a cell holds: text that a spreadsheet could take for a formula is made plain text. */
export function plain(value: Value): CellValue {
	return typeof value === 'string' ? plainText(value) : value;
}

/** Figures and what stands for them are set to the right; numbers that are names, such as a CPA's, are not. */
function isFigure(sheet: Worksheet, column: number, value?: Value): boolean {
	const { numFmt } = sheet.getColumn(column);
	if (value === NOT_APPLICABLE || value === NOT_DUE) return true;
	return numFmt !== undefined && numFmt !== DAY && (value === undefined || typeof value === 'number');
}

/** Points for the most lines that a cell of the row wraps to: spreadsheets do not all work it out when they open. */
function heightOf(sheet: Worksheet, values: readonly Value[]): number {
	const lines = values.map((value, index) =>
		typeof value === 'string'
			? Math.ceil((value.length * AVERAGE_LETTER) / (sheet.getColumn(index + 1).width ?? 10))
			: 1,
	);
	return Math.min(TALLEST_ROW, LINE_HEIGHT * Math.max(...lines) + 4);
}

function titleRow(sheet: Worksheet, text: string, font: Row['font']): void {
	const row = sheet.addRow([plain(text)]);
	row.getCell(1).font = font;
	row.getCell(1).alignment = { vertical: 'middle', wrapText: false };
}

function addGroups(sheet: Worksheet, groups: readonly (readonly [string, number])[]): void {
	const row = headerRow(
		sheet,
		groups.flatMap(([heading, columns]) => Array.from({ length: columns }, () => heading)),
	);
	let first = 1;
	for (const [, columns] of groups) {
		if (columns > 1) {
			sheet.mergeCells(row.number, first, row.number, first + columns - 1);
			row.getCell(first).alignment = { vertical: 'middle', horizontal: 'center', wrapText: true };
		}
		first += columns;
	}
}

function headerRow(sheet: Worksheet, headers: readonly string[]): Row {
	const row = sheet.addRow([...headers]);
	row.eachCell({ includeEmpty: true }, (cell, column) => {
		cell.font = { name: FONT, size: 10, bold: true, color: { argb: 'FFFFFFFF' } };
		cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: DARK } };
		const horizontal = isFigure(sheet, column) ? 'right' : 'left';
		cell.alignment = { vertical: 'middle', wrapText: true, horizontal };
		cell.border = { left: LINE, right: LINE };
	});
	return row;
}
