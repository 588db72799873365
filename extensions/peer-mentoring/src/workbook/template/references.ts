import { LAST_ROW, parseColumn, type CellPosition } from '../../domain/returns/templates/cell-address.ts';

/** A block of cells that a formula reads; the last row or column of a sheet where it has no end. */
export interface Block {
	sheet: string;
	firstColumn: number;
	lastColumn: number;
	firstRow: number;
	lastRow: number;
}

const LAST_COLUMN = 16_384;

/** What gives another result each time, or reads cells that its text does not name (SUMIF goes on as far as its condition). */
const RESTLESS =
	/\b(?:NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|OFFSET|INDIRECT|CELL|INFO|SHEET|SHEETS|LAMBDA|LET|SUMIF|AVERAGEIF)\s*\(/i;
const TEXT = /"(?:[^"]|"")*"/g;
const SHEET = String.raw`(?:(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\d_.]*))!)?`;
const COLUMN = String.raw`\$?[A-Z]{1,3}`;
const ROW = String.raw`\$?\d{1,7}`;
const AREA = new RegExp(
	`${SHEET}(?<![\\p{L}\\d_.$])(?:(${COLUMN})(${ROW})(?::(${COLUMN})(${ROW}))?|(${COLUMN}):(${COLUMN})|(${ROW}):(${ROW}))(?![\\p{L}\\d_.(!#:])`,
	'giu',
);
const FUNCTION = /[\p{L}_][\p{L}\d_.]*\s*\(/gu;
const CONSTANT = /\b(?:TRUE|FALSE)\b|#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)|\d+(?:\.\d+)?(?:E[+-]?\d+)?/gi;
/** A name, a table, another workbook, a spill: anything but cells, functions and constants. */
const OTHER = /[\p{L}_[\]#@!\\{}]/u;

/**
 * The cells that a formula reads, moved as a shared formula moves; `undefined` where its text does not say all of them.
 * @param moved how far the cell is from the one that the formula was written for
 */
export function blocksOf(
	formula: string,
	sheet: string,
	moved: { rows: number; columns: number } = { rows: 0, columns: 0 },
): Block[] | undefined {
	if (RESTLESS.test(formula)) return undefined;
	const blocks: Block[] = [];
	const rest = formula
		.replace(TEXT, ' ')
		.replace(AREA, (_, quoted, plain, c1, r1, c2, r2, firstC, lastC, firstR, lastR) => {
			const column = (text: string | undefined, missing: number) =>
				text === undefined
					? missing
					: (parseColumn(text.replace('$', '')) ?? NaN) + (text.startsWith('$') ? 0 : moved.columns);
			const row = (text: string | undefined, missing: number) =>
				text === undefined ? missing : Number(text.replace('$', '')) + (text.startsWith('$') ? 0 : moved.rows);
			const columns = [column(c1 ?? firstC, 1), column(c2 ?? c1 ?? lastC, LAST_COLUMN)].sort((a, b) => a - b);
			const rows = [row(r1 ?? firstR, 1), row(r2 ?? r1 ?? lastR, LAST_ROW)].sort((a, b) => a - b);
			blocks.push({
				sheet: (quoted?.replaceAll("''", "'") ?? plain ?? sheet) as string,
				firstColumn: columns[0] as number,
				lastColumn: columns[1] as number,
				firstRow: rows[0] as number,
				lastRow: rows[1] as number,
			});
			return ' ';
		});
	// Sheets from one to another are more than this knows.
	const isWhole = blocks.every(
		({ sheet: own, firstColumn, firstRow, lastColumn }) =>
			!/[:[]/.test(own) && firstColumn >= 1 && firstRow >= 1 && lastColumn <= LAST_COLUMN,
	);
	return isWhole && !OTHER.test(rest.replace(FUNCTION, '(').replace(CONSTANT, ' ')) ? blocks : undefined;
}

export function holdsCell(block: Block, { column, row }: CellPosition): boolean {
	return column >= block.firstColumn && column <= block.lastColumn && row >= block.firstRow && row <= block.lastRow;
}

export function overlap(a: Block, b: Block): boolean {
	return (
		a.sheet.toLowerCase() === b.sheet.toLowerCase() &&
		a.firstColumn <= b.lastColumn &&
		b.firstColumn <= a.lastColumn &&
		a.firstRow <= b.lastRow &&
		b.firstRow <= a.lastRow
	);
}
