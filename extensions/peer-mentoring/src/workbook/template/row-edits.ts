import type { CellPosition } from '../../domain/returns/templates/cell-address.ts';
import type { CellContent } from './cell-value.ts';
import type { SheetTable } from './tables.ts';

/** A value and the cell it goes to. */
export interface CellEdit {
	cell: CellPosition;
	value: CellContent;
	/** Of a calculated column: written where the cell has nothing of its own. */
	formula?: string;
}

/** A column of a table that one formula fills. */
export interface CalculatedColumn {
	column: number;
	formula: string;
}

/** Values by column number. */
export type RowValues = ReadonlyMap<number, CellContent>;

/** Rows one below another, each with a value for some columns; those without one are emptied. */
export interface ListEdit {
	firstRow: number;
	columns: readonly number[];
	rows: Iterable<RowValues> | AsyncIterable<RowValues>;
	/** Columns beside them that every row is given the formula of. */
	calculated?: readonly CalculatedColumn[];
	/** Told the last row once all of them are written. */
	written?: (lastRow: number) => void;
}

export interface SheetEdits {
	cells: readonly CellEdit[];
	list?: ListEdit;
	/** The table that the list is written into, and its last row once that is known. */
	grown?: { table: SheetTable; lastRow?: number };
}

/** What changes in one row, in the order of the columns. */
export interface RowEdit {
	row: number;
	cells: readonly CellEdit[];
	/** Whether it is one of the list's rows. */
	inList: boolean;
}

/** The changes of a sheet row by row, from the top; the list's rows are asked for one at a time. */
export async function* rowEdits({ cells, list }: SheetEdits): AsyncGenerator<RowEdit> {
	const single = [...Map.groupBy(cells, ({ cell }) => cell.row)].sort(([a], [b]) => a - b);
	const edit = (row: number, found: readonly CellEdit[], inList: boolean): RowEdit => ({
		row,
		cells: found.toSorted((a, b) => a.cell.column - b.cell.column),
		inList,
	});
	if (list) {
		let row = list.firstRow;
		const beside = (list.calculated ?? []).filter(({ column }) => !list.columns.includes(column));
		const inRow = (values: RowValues): CellEdit[] => [
			...list.columns.map((column) => ({ cell: { column, row }, value: values.get(column) ?? '' })),
			...beside.map(({ column, formula }) => ({ cell: { column, row }, value: '' as const, formula })),
		];
		const upTo = function* (last: number) {
			while (single[0] && single[0][0] < last) {
				const [own, found] = single.shift() as [number, CellEdit[]];
				yield edit(own, found, false);
			}
		};
		for await (const values of list.rows) {
			yield* upTo(row);
			const own = single[0]?.[0] === row ? (single.shift()?.[1] ?? []) : [];
			yield edit(row, [...inRow(values), ...own], true);
			row++;
		}
		list.written?.(row - 1);
		// Without rows, what the template has as an example goes.
		if (row === list.firstRow) {
			yield* upTo(row);
			const own = single[0]?.[0] === row ? (single.shift()?.[1] ?? []) : [];
			yield edit(row, [...inRow(new Map()), ...own], true);
		}
	}
	for (const [row, found] of single) yield edit(row, found, false);
}
