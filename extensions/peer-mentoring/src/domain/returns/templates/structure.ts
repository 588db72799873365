import type { CellPosition, CellRange } from './cell-address.ts';
import type { LeftFormulas } from './left-formulas.ts';

/** Cells of one column, one below another: the column and its first and last row. */
export type ColumnRun = readonly [column: number, first: number, last: number];

export interface SheetStructure {
	name: string;
	/** Merged ranges; only the top left cell of one holds a value. */
	merges: readonly CellRange[];
	/** Ranges that one formula fills, or a pivot table: none of their cells can be written by itself. */
	blocks?: readonly CellRange[];
	/** Cells with a formula. */
	formulas: readonly ColumnRun[];
	/** Cells that hold anything, formulas included. */
	filled: readonly ColumnRun[];
}

/** A name that the workbook gives to one cell. */
export interface NamedCell {
	name: string;
	sheet: string;
	cell: CellPosition;
}

/** What a Buyer's workbook has that figures could be put into (3.7, 3.9). */
export interface WorkbookStructure {
	sheets: readonly SheetStructure[];
	names: readonly NamedCell[];
	/** Formulas that the platform does not work out. */
	left?: readonly LeftFormulas[];
}

/** Whether one of the runs holds the cell. */
export function holds(runs: readonly ColumnRun[], { column, row }: CellPosition): boolean {
	return runs.some(([own, first, last]) => own === column && row >= first && row <= last);
}
