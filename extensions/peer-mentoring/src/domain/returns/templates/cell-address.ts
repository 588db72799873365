/** The last column (XFD) and row of a worksheet (ECMA-376). */
const LAST_COLUMN = 16_384;
export const LAST_ROW = 1_048_576;

/** A cell by its numbers, both from 1. */
export interface CellPosition {
	column: number;
	row: number;
}

/** A rectangle of cells; the ends belong to it. */
export interface CellRange {
	from: CellPosition;
	to: CellPosition;
}

const ADDRESS = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/;

/** `B7` as its numbers; `undefined` where no worksheet has such a cell. */
export function parseCell(address: string): CellPosition | undefined {
	const match = ADDRESS.exec(address.trim().toUpperCase());
	if (!match) return undefined;
	const column = parseColumn(match[1] as string);
	const row = Number(match[2]);
	return column === undefined || row > LAST_ROW ? undefined : { column, row };
}

/** `AB` as 28; `undefined` where no worksheet has such a column. */
export function parseColumn(letters: string): number | undefined {
	if (!/^[A-Z]{1,3}$/i.test(letters)) return undefined;
	let number = 0;
	for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
	return number > LAST_COLUMN ? undefined : number;
}

export function columnLetters(column: number): string {
	let letters = '';
	for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
		letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
	}
	return letters;
}

export function cellAddress({ column, row }: CellPosition): string {
	return `${columnLetters(column)}${row}`;
}

/** `B7:D9` or `B7`, with or without dollar signs. */
export function parseRange(text: string): CellRange | undefined {
	const [first = '', second = first] = text.split(':');
	const from = parseCell(first);
	const to = parseCell(second);
	return from && to && { from, to };
}

export function rangeAddress({ from, to }: CellRange): string {
	return `${cellAddress(from)}:${cellAddress(to)}`;
}

export function isWithin({ column, row }: CellPosition, { from, to }: CellRange): boolean {
	return column >= from.column && column <= to.column && row >= from.row && row <= to.row;
}

export function isSameCell(a: CellPosition, b: CellPosition): boolean {
	return a.column === b.column && a.row === b.row;
}
