import { optional, part, rule, type Argument, type Call, type Functions } from '../call.ts';
import { doubt } from '../left.ts';
import type { Node } from '../parse.ts';
import { errorOf, isArea, isSameNumber, isSameText, type Area, type Scalar } from '../values.ts';

/** Whether a cell is what is looked for: of the same kind, and the same. */
function isSought(held: Scalar, sought: Scalar): boolean {
	if (typeof held === 'number' && typeof sought === 'number') return isSameNumber(held, sought);
	if (typeof held === 'string' && typeof sought === 'string') return isSameText(held, sought);
	// A truth is a number to some programs.
	if (typeof held === 'boolean' && typeof sought === 'number') throw doubt();
	return false;
}

/** What is looked for, where every program looks for the same. */
function soughtIn(argument: Argument): Scalar {
	const value = argument.plain();
	if (value === null || value === '' || typeof value === 'boolean') throw doubt();
	if (typeof value === 'string' && (/[*?~]/.test(value) || value.length > 255)) throw doubt();
	return value;
}

/** The place of the first cell of a row or column that is what is looked for, from nought. */
function placeOf(sought: Scalar, area: Area, { cells }: Call): number {
	const isColumn = area.firstColumn === area.lastColumn;
	if (!isColumn && area.firstRow !== area.lastRow) throw doubt();
	const last = isColumn ? cells.lastFilled(area) - area.firstRow : area.lastColumn - area.firstColumn;
	for (let index = 0; index <= last; index++) {
		const row = area.firstRow + (isColumn ? index : 0);
		const column = area.firstColumn + (isColumn ? 0 : index);
		if (isSought(cells.at(area.sheet, column, row), sought)) return index;
	}
	throw errorOf('#N/A');
}

/** Only what is exactly there is looked for: the argument that asks for it is written out as 0 or FALSE. */
const isExact = (node: Node | undefined) =>
	(node?.kind === 'number' && node.value === 0) ||
	(node?.kind === 'boolean' && !node.value) ||
	node?.kind === 'missing';

const firstColumn = (area: Area): Area => ({ ...area, lastColumn: area.firstColumn });
const firstRow = (area: Area): Area => ({ ...area, lastRow: area.firstRow });

function cellOf(area: Area, row: number, column: number): Area {
	const [ofRow, ofColumn] = [area.firstRow + row, area.firstColumn + column];
	if (ofRow > area.lastRow || ofColumn > area.lastColumn) throw doubt();
	return { sheet: area.sheet, firstRow: ofRow, lastRow: ofRow, firstColumn: ofColumn, lastColumn: ofColumn };
}

function indexIn(argument: Argument): number {
	const index = argument.whole();
	if (index < 1) throw doubt();
	return index - 1;
}

/** A part of an area: a cell, or a whole row or column of it for nought. */
function indexed(area: Area, row: number, column: number): Area {
	if (row < 0 || column < 0) throw doubt();
	const rows = row === 0 ? area : cellOf(area, row - 1, 0);
	const columns = column === 0 ? area : cellOf(area, 0, column - 1);
	return {
		sheet: area.sheet,
		firstRow: rows.firstRow,
		lastRow: rows.lastRow,
		firstColumn: columns.firstColumn,
		lastColumn: columns.lastColumn,
	};
}

export const LOOKUP: Functions = {
	VLOOKUP: rule(
		4,
		4,
		(parts, call) => {
			const area = part(parts, 1).area();
			const sought = soughtIn(part(parts, 0));
			const column = indexIn(part(parts, 2));
			cellOf(area, 0, column);
			return cellOf(area, placeOf(sought, firstColumn(area), call), column);
		},
		(parts) => !isExact(parts[3]),
	),
	HLOOKUP: rule(
		4,
		4,
		(parts, call) => {
			const area = part(parts, 1).area();
			const sought = soughtIn(part(parts, 0));
			const row = indexIn(part(parts, 2));
			cellOf(area, row, 0);
			return cellOf(area, row, placeOf(sought, firstRow(area), call));
		},
		(parts) => !isExact(parts[3]),
	),
	MATCH: rule(
		3,
		3,
		(parts, call) => placeOf(soughtIn(part(parts, 0)), part(parts, 1).area(), call) + 1,
		(parts) => !isExact(parts[2]) || parts[2]?.kind === 'boolean',
	),
	/** Without a third argument the second counts along the only row or column. */
	INDEX: rule(2, 3, (parts) => {
		const area = part(parts, 0).area();
		const isRow = area.firstRow === area.lastRow;
		if (parts.length === 2 && !isRow && area.firstColumn !== area.lastColumn) throw doubt();
		const first = part(parts, 1).whole();
		if (parts.length === 2) return isRow ? indexed(area, 1, first) : indexed(area, first, 1);
		return indexed(area, first, part(parts, 2).whole());
	}),
	ROW: rule(0, 1, (parts, { standing }) => optional(parts, 0, (each) => oneOf(each).firstRow, standing.cell.row)),
	COLUMN: rule(0, 1, (parts, { standing }) =>
		optional(parts, 0, (each) => oneOf(each).firstColumn, standing.cell.column),
	),
	ROWS: rule(1, 1, (parts) => {
		const area = part(parts, 0).area();
		return area.lastRow - area.firstRow + 1;
	}),
	COLUMNS: rule(1, 1, (parts) => {
		const area = part(parts, 0).area();
		return area.lastColumn - area.firstColumn + 1;
	}),
};

function oneOf(argument: Argument): Area {
	const value = argument.value();
	if (!isArea(value) || value.firstRow !== value.lastRow || value.firstColumn !== value.lastColumn) throw doubt();
	return value;
}
