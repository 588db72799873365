import type { CellPosition } from '../../../domain/returns/templates/cell-address.ts';
import { LeftFormula } from './left.ts';
import type { Area } from './values.ts';

/** Wider ranges are asked about as they are. */
const MOST_COLUMNS_APART = 200;
const MOST_WIDE = 200;

type Rows = [first: number, last: number];

/** Which cells of the sheets formulas read. */
export class NeededCells {
	readonly #sheets = new Map<string, { columns: Map<number, Rows[]>; wide: Area[] }>();

	constructor(areas: Iterable<Area>) {
		for (const area of areas) this.#add(area);
		for (const { columns } of this.#sheets.values()) {
			for (const [column, rows] of columns) columns.set(column, joined(rows));
		}
	}

	hasSheet(sheet: string): boolean {
		return this.#sheets.has(sheet.toLowerCase());
	}

	has(sheet: string, { column, row }: CellPosition): boolean {
		const own = this.#sheets.get(sheet.toLowerCase());
		if (!own) return false;
		return isAmong(own.columns.get(column), row) || own.wide.some((area) => isIn(area, column, row));
	}

	#add(area: Area): void {
		const { sheet, firstColumn, lastColumn, firstRow, lastRow } = area;
		const own = this.#sheets.get(sheet.toLowerCase()) ?? { columns: new Map<number, Rows[]>(), wide: [] };
		this.#sheets.set(sheet.toLowerCase(), own);
		if (lastColumn - firstColumn > MOST_COLUMNS_APART) {
			own.wide.push(area);
			if (own.wide.length > MOST_WIDE) throw new LeftFormula('many');
			return;
		}
		for (let column = firstColumn; column <= lastColumn; column++) {
			const rows = own.columns.get(column);
			const last = rows?.at(-1);
			if (last?.[0] === firstRow && last[1] === lastRow) continue;
			if (rows) rows.push([firstRow, lastRow]);
			else own.columns.set(column, [[firstRow, lastRow]]);
		}
	}
}

function isIn({ firstColumn, lastColumn, firstRow, lastRow }: Area, column: number, row: number): boolean {
	return column >= firstColumn && column <= lastColumn && row >= firstRow && row <= lastRow;
}

/** Ranges of rows in order, those that touch as one. */
function joined(rows: Rows[]): Rows[] {
	const found: Rows[] = [];
	for (const [first, last] of rows.toSorted(([a], [b]) => a - b)) {
		const before = found.at(-1);
		if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last);
		else found.push([first, last]);
	}
	return found;
}

function isAmong(rows: readonly Rows[] | undefined, row: number): boolean {
	let [from, to] = [0, (rows?.length ?? 0) - 1];
	while (from <= to) {
		const middle = (from + to) >> 1;
		const [first, last] = rows?.[middle] as Rows;
		if (row < first) to = middle - 1;
		else if (row > last) from = middle + 1;
		else return true;
	}
	return false;
}
