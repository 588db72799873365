import { cellAddress, parseRange, type CellRange } from '../../domain/returns/templates/cell-address.ts';
import { relationshipsOf, type WorkbookPackage } from './package.ts';
import type { CalculatedColumn, ListEdit } from './row-edits.ts';
import type { WorkbookSheet } from './structure.ts';
import { attribute, localName, piecesOf, unescapeXml } from './xml-reader.ts';

/** An Excel table on a sheet. */
export interface SheetTable {
	part: string;
	sheet: string;
	/** As formulas call it. */
	name: string;
	/** What its columns are called, from the left. */
	columns: string[];
	/** With its header and, where it has one, its row of totals. */
	range: CellRange;
	headerRows: number;
	totalsRows: number;
	/** Columns that one formula fills. */
	calculated: CalculatedColumn[];
}

/** The tables of a workbook's sheets. */
export async function tablesOf(parts: WorkbookPackage, sheets: readonly WorkbookSheet[]): Promise<SheetTable[]> {
	const tables: SheetTable[] = [];
	for (const { name, part } of sheets) {
		for (const { type, target } of await relationshipsOf(parts, part)) {
			if (type !== 'table' || !parts.names.includes(target)) continue;
			const table = readTable(await parts.text(target));
			if (table) tables.push({ ...table, part: target, sheet: name });
		}
	}
	return tables;
}

function readTable(document: string): Omit<SheetTable, 'part' | 'sheet'> | undefined {
	let table: Omit<SheetTable, 'part' | 'sheet'> | undefined;
	let column = 0;
	let formula: string | undefined;
	for (const { kind, name, attributes, raw } of piecesOf(document)) {
		const local = localName(name);
		if (kind === 'text' && formula !== undefined) formula += unescapeXml(raw);
		if (local === 'calculatedColumnFormula') {
			const isWhole = kind === 'close' && formula !== undefined && formula !== '';
			if (isWhole && table) table.calculated.push({ column, formula: formula as string });
			formula = kind === 'open' && attribute(attributes, 'array') === undefined ? '' : undefined;
		}
		if (kind === 'close') continue;
		if (local === 'table') {
			const range = parseRange(attribute(attributes, 'ref') ?? '');
			if (!range) return undefined;
			const count = (key: string, missing: number) => Number(attribute(attributes, key) ?? missing);
			table = {
				name: attribute(attributes, 'displayName') ?? attribute(attributes, 'name') ?? '',
				columns: [],
				range,
				headerRows: count('headerRowCount', 1),
				totalsRows: count('totalsRowCount', 0),
				calculated: [],
			};
			column = range.from.column - 1;
		}
		if (local === 'tableColumn') {
			column++;
			// A line break in a heading is written as its number.
			table?.columns.push((attribute(attributes, 'name') ?? '').replace(/_x000[da]_/gi, '\n'));
		}
	}
	return table;
}

/**
 * The table that the rows of a list are written into: it takes them all, so that its own totals count them. One with a
 * row of totals below its rows cannot grow.
 */
export function tableOfList(
	tables: readonly SheetTable[],
	{ sheet, firstRow, columns }: Pick<ListEdit, 'firstRow' | 'columns'> & { sheet: string },
): SheetTable | undefined {
	return tables.find(({ sheet: own, range, headerRows, totalsRows }) => {
		const isWithin = firstRow >= range.from.row + headerRows && firstRow <= range.to.row + 1;
		const shares = columns.some((column) => column >= range.from.column && column <= range.to.column);
		return own === sheet && totalsRows === 0 && isWithin && shares;
	});
}

/** The part of a table that ends with another row now: its own range, its filter and its order. */
export function grownTable(document: string, { range }: SheetTable, lastRow: number): string {
	if (lastRow <= range.to.row) return document;
	return piecesOf(document)
		.map(({ kind, name, attributes, raw }) => {
			const isRange = ['table', 'autoFilter', 'sortState', 'sortCondition'].includes(localName(name));
			const own = isRange && kind !== 'close' ? parseRange(attribute(attributes, 'ref') ?? '') : undefined;
			if (!own || own.to.row !== range.to.row) return raw;
			return raw.replace(/(\sref\s*=\s*)("[^"]*"|'[^']*')/, `$1"${grownRange(own, lastRow)}"`);
		})
		.join('');
}

/** The ranges of a validation or a format that went to the end of the table go on to its new end. */
export function grownRanges(ranges: string, { range, headerRows }: SheetTable, lastRow: number): string {
	if (lastRow <= range.to.row) return ranges;
	return ranges
		.split(/\s+/)
		.map((text) => {
			const own = parseRange(text);
			const isOfTable =
				own &&
				own.to.row === range.to.row &&
				own.from.row >= range.from.row + headerRows &&
				own.from.column >= range.from.column &&
				own.to.column <= range.to.column;
			return isOfTable ? grownRange(own, lastRow) : text;
		})
		.join(' ');
}

function grownRange({ from, to }: CellRange, lastRow: number): string {
	return `${cellAddress(from)}:${cellAddress({ column: to.column, row: lastRow })}`;
}
