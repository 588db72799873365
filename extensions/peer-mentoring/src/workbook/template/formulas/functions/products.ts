import { LAST_ROW } from '../../../../domain/returns/templates/cell-address.ts';
import { MANY, rule, type Call, type Functions } from '../call.ts';
import { doubt } from '../left.ts';
import type { Node } from '../parse.ts';
import { between, signed } from '../signs.ts';
import { finite, FormulaError, isArea, kindOfText, type Scalar } from '../values.ts';
import { sumOf } from './aggregates.ts';

/** Values in rows and columns; a single one stands for every place. */
interface Grid {
	/** How many rows and columns; one value has none. */
	size: { rows: number; columns: number } | undefined;
	/** From here on, all rows are as empty ones. */
	filled: number;
	at: (row: number, column: number) => Scalar;
}

/** The grid of a part of a formula: cells, and signs between and before them, place by place. */
function gridOf(node: Node, call: Call): Grid {
	if (node.kind === 'binary') {
		const [left, right] = [gridOf(node.left, call), gridOf(node.right, call)];
		return { ...both(left, right), at: (row, column) => result(node, left.at(row, column), right.at(row, column)) };
	}
	if (node.kind === 'sign') {
		const of = gridOf(node.of, call);
		return { ...of, at: (row, column) => caught(() => signed(node.sign, of.at(row, column))) };
	}
	const value = call.work(node);
	if (!isArea(value)) return { size: undefined, filled: 0, at: () => value };
	const size = { rows: value.lastRow - value.firstRow + 1, columns: value.lastColumn - value.firstColumn + 1 };
	const isOne = size.rows === 1 && size.columns === 1;
	const at = (row: number, column: number) =>
		call.cells.at(value.sheet, value.firstColumn + column, value.firstRow + row);
	if (isOne) return { size: undefined, filled: 0, at: () => at(0, 0) };
	return { size, filled: call.cells.lastFilled(value) - value.firstRow + 1, at };
}

/** What would be worked out place by place inside a function is left. */
function isGrid(node: Node): boolean {
	return node.kind === 'binary' || node.kind === 'sign';
}

/** Functions that give one value for many cells. */
const OF_MANY = /^(?:SUM|COUNT|AVERAGE|MAX|MIN)(?:A|IFS?)?$/;

function result(node: Node & { kind: 'binary' }, left: Scalar, right: Scalar): Scalar {
	return caught(() => between(node.sign, left, right));
}

function caught(work: () => Scalar): Scalar {
	try {
		return work();
	} catch (error) {
		if (error instanceof FormulaError) return error;
		throw error;
	}
}

function both(left: Grid, right: Grid): Pick<Grid, 'size' | 'filled'> {
	const { size: a } = left;
	const { size: b } = right;
	if (a && b && (a.rows !== b.rows || a.columns !== b.columns)) throw doubt();
	return { size: a ?? b, filled: Math.max(left.filled, right.filled) };
}

/** The numbers of a place multiplied; what is no number is nought. */
function product(grids: readonly Grid[], row: number, column: number): number {
	let number = 1;
	for (const grid of grids) {
		const value = grid.at(row, column);
		if (value instanceof FormulaError) throw value;
		// A truth, or a text of digits, is a number to some programs.
		const isUnsure = typeof value === 'boolean' || (typeof value === 'string' && kindOfText(value) !== 'text');
		if (isUnsure) throw doubt();
		number *= typeof value === 'number' ? value : 0;
	}
	return finite(number);
}

export const PRODUCTS: Functions = {
	SUMPRODUCT: rule(
		1,
		MANY,
		(parts, call) => {
			const grids = parts.map(({ node }) => gridOf(node, call));
			const size = grids[0]?.size ?? { rows: 1, columns: 1 };
			const isAlike = grids.every(
				(grid) => (grid.size?.rows ?? 1) === size.rows && (grid.size?.columns ?? 1) === size.columns,
			);
			if (!isAlike) throw doubt();
			const isOpen = size.rows === LAST_ROW;
			const rows = isOpen ? Math.max(...grids.map(({ filled }) => filled)) : size.rows;
			const numbers: number[] = [];
			for (let row = 0; row < rows; row++) {
				for (let column = 0; column < size.columns; column++) numbers.push(product(grids, row, column));
			}
			if (rows < size.rows && product(grids, rows, 0) !== 0) throw doubt();
			return sumOf(numbers);
		},
		(parts) => parts.some(hasGridInside),
	),
};

/** A function of single values that would be worked out place by place. */
function hasGridInside(node: Node): boolean {
	if (node.kind === 'binary') return hasGridInside(node.left) || hasGridInside(node.right);
	if (node.kind === 'sign') return hasGridInside(node.of);
	if (node.kind !== 'call') return false;
	return OF_MANY.test(node.name) ? node.parts.some(isGrid) : !node.parts.every(isSingle);
}

/** Whether a part of a formula is one value, by how it is written. */
function isSingle(node: Node): boolean {
	if (node.kind === 'area') return node.from.row === node.to.row && node.from.column === node.to.column;
	if (node.kind === 'binary') return isSingle(node.left) && isSingle(node.right);
	if (node.kind === 'sign') return isSingle(node.of);
	if (node.kind === 'call') return node.parts.every(isSingle);
	return !['name', 'table', 'array'].includes(node.kind);
}
