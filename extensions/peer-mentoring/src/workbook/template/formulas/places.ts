import { LAST_ROW, type CellPosition } from '../../../domain/returns/templates/cell-address.ts';
import type { WorkbookOutline } from '../structure.ts';
import type { SheetTable } from '../tables.ts';
import { LeftFormula } from './left.ts';
import { parseFormula, type Node } from './parse.ts';
import { LAST_COLUMN, type WrittenArea } from './tokens.ts';
import type { Area } from './values.ts';

/** The cell that a formula stands in, and how far that is from the one it was written for. */
export interface Standing {
	sheet: string;
	cell: CellPosition;
	moved: { rows: number; columns: number };
}

/** What the words in a workbook's formulas stand for: its sheets, names and tables. */
export interface Places {
	hasSheet(name: string): boolean;
	/** The range or the constant that a name stands for. */
	named(name: string): Node;
	/** The cells of a table that are meant, such as `[#This Row],[Sessions]`. */
	inTable(table: string, inside: string, standing: Standing): Area;
}

/** Formulas without names or tables, of sheets that are there. */
export const NO_PLACES: Places = {
	hasSheet: () => true,
	named: (name) => {
		throw new LeftFormula('name', name);
	},
	inTable: (table) => {
		throw new LeftFormula('table', table);
	},
};

/** @param lastRow where a table ends that takes in rows; its own end for others */
export function placesOf(
	{ sheets, names, ownNames }: Pick<WorkbookOutline, 'sheets' | 'names' | 'ownNames'>,
	tables: readonly SheetTable[],
	lastRow: (table: SheetTable) => number = ({ range }) => range.to.row,
): Places {
	const sheetNames = new Set(sheets.map(({ name }) => name.toLowerCase()));
	const byName = new Map(names.map(({ name, refersTo }) => [name.toLowerCase(), refersTo]));
	const shadowed = new Set(ownNames.map((name) => name.toLowerCase()));
	const byTable = new Map(tables.map((table) => [table.name.toLowerCase(), table]));
	const ofTable = (name: string) => {
		const table = byTable.get(name.toLowerCase());
		if (!table) throw new LeftFormula('table', name);
		return table;
	};
	return {
		hasSheet: (name) => sheetNames.has(name.toLowerCase()),
		named: (name) => {
			const key = name.toLowerCase();
			if (byTable.has(key) && !byName.has(key) && !shadowed.has(key)) return { kind: 'table', name, inside: '' };
			const refersTo = byName.get(key);
			// The name of one sheet stands for something else on another.
			if (refersTo === undefined || shadowed.has(key)) throw new LeftFormula('name', name);
			return plainMeaning(name, refersTo);
		},
		inTable: (name, inside, standing) => {
			const table = ofTable(name);
			return cellsOfTable(table, inside, lastRow(table), standing);
		},
	};
}

/** Only a range that stays where it is, or a constant: what moves with the cell that asks is nobody's to follow. */
function plainMeaning(name: string, refersTo: string): Node {
	const node = meaning(refersTo);
	if (node && ['number', 'text', 'boolean'].includes(node.kind)) return node;
	const stays = (end: WrittenArea['from']) => end.fixedColumn && end.fixedRow;
	if (node?.kind === 'area' && node.sheet !== undefined && stays(node.from) && stays(node.to)) return node;
	throw new LeftFormula('name', name);
}

function meaning(refersTo: string): Node | undefined {
	try {
		return parseFormula(refersTo.trim());
	} catch {
		return undefined;
	}
}

/** Parts of a table in brackets, and `[first]:[last]` of columns. */
const PARTS = /^\s*(?:\[(#[^\]]+)\]\s*,\s*)*(?:\[((?:'.|[^\]'])+)\](?:\s*:\s*\[((?:'.|[^\]'])+)\])?)?\s*$/;
const ITEMS = /\[(#[^\]]+)\]/g;

function cellsOfTable(table: SheetTable, inside: string, last: number, { sheet, cell }: Standing): Area {
	const wrong = () => new LeftFormula('table', table.name);
	const { items, first, second } = insideTable(inside, wrong);
	const { from, to } = table.range;
	const column = (name: string | undefined, missing: number) => {
		if (name === undefined) return missing;
		const index = table.columns.findIndex((each) => each.toLowerCase() === name.toLowerCase());
		if (index < 0) throw wrong();
		return from.column + index;
	};
	const firstColumn = column(first, from.column);
	const lastColumn = column(second ?? first, to.column);
	if (firstColumn > lastColumn) throw wrong();
	const top = from.row + table.headerRows;
	const bottom = last - table.totalsRows;
	const area = (firstRow: number, lastRow: number): Area => {
		if (firstRow > lastRow) throw wrong();
		return { sheet: table.sheet, firstColumn, lastColumn, firstRow, lastRow };
	};
	if (items.length > 1) throw wrong();
	const [item = '#data'] = items;
	if (item === '#data') return area(top, bottom);
	if (item === '#all') return area(from.row, last);
	if (item === '#headers' && table.headerRows === 1) return area(from.row, from.row);
	if (item === '#totals' && table.totalsRows === 1) return area(last, last);
	const isWithin = sheet.toLowerCase() === table.sheet.toLowerCase() && cell.row >= top && cell.row <= bottom;
	if (item === '#this row' && isWithin) return area(cell.row, cell.row);
	throw wrong();
}

function insideTable(inside: string, wrong: () => Error): { items: string[]; first?: string; second?: string } {
	const plain = (text: string | undefined) => text?.replace(/'(.)/g, '$1');
	if (inside.trim() === '') return { items: [] };
	if (/^#[^[\],]+$/.test(inside)) return { items: [inside.toLowerCase()] };
	if (inside.startsWith('@')) {
		const own = inside.slice(1);
		const { first, second } = insideTable(own, wrong);
		return { items: ['#this row'], first, second };
	}
	if (!/^\s*\[/.test(inside)) return { items: [], first: plain(inside) };
	const match = PARTS.exec(inside);
	if (!match) throw wrong();
	const items = [...inside.matchAll(ITEMS)].map(([, item]) => (item as string).toLowerCase());
	const [, , first, second] = match;
	if (first?.startsWith('#')) return { items };
	return { items, first: plain(first), second: plain(second) };
}

/** The cells of a range, where the formula stands now. */
export function areaOf({ sheet, from, to }: WrittenArea, { sheet: own, moved }: Standing, places: Places): Area {
	const columns = [from, to].map((end) => end.column + (end.fixedColumn ? 0 : moved.columns)).sort((a, b) => a - b);
	const rows = [from, to].map((end) => end.row + (end.fixedRow ? 0 : moved.rows)).sort((a, b) => a - b);
	const [firstColumn = 0, lastColumn = 0] = columns;
	const [firstRow = 0, lastRow = 0] = rows;
	const isOutside = firstColumn < 1 || lastColumn > LAST_COLUMN || firstRow < 1 || lastRow > LAST_ROW;
	if (isOutside || (sheet !== undefined && !places.hasSheet(sheet))) throw new LeftFormula('written');
	return { sheet: sheet ?? own, firstColumn, lastColumn, firstRow, lastRow };
}
