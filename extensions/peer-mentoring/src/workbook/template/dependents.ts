import { setImmediate as turn } from 'node:timers/promises';
import { LAST_ROW, type CellPosition } from '../../domain/returns/templates/cell-address.ts';
import { SheetCursor } from './addresses.ts';
import type { WorkbookPackage } from './package.ts';
import { blocksOf, holdsCell, overlap, type Block } from './references.ts';
import type { SheetEdits } from './row-edits.ts';
import type { WorkbookSheet } from './structure.ts';
import { attribute, localName, readXml, unescapeXml } from './xml-reader.ts';

/** The formulas whose stored results stay true, by sheet: nothing that they read is filled. */
export type Untouched = ReadonlyMap<string, ReadonlySet<string>>;

/** A formula, and the cells that it reads; `undefined` where nobody can tell. */
interface Formula {
	sheet: string;
	cell: CellPosition;
	reads: Block[] | undefined;
}

/** More formulas than this are all worked out anew, as they may be. */
const MOST_FORMULAS = 60_000;
const FORMULAS_A_TURN = 2_000;

/** Which formulas keep their results when these edits are made. */
export async function untouchedBy(
	parts: WorkbookPackage,
	sheets: readonly WorkbookSheet[],
	edits: ReadonlyMap<string, SheetEdits>,
): Promise<Untouched> {
	const formulas: Formula[] = [];
	for (const sheet of sheets) {
		await readFormulas(parts, sheet, formulas);
		if (formulas.length > MOST_FORMULAS) return new Map();
	}
	const filled = sheets.flatMap(({ name, part }) => filledBlocks(name, edits.get(part)));
	const stale = await dependents(formulas, filled);
	const kept = formulas.filter((formula) => !stale.has(formula));
	return new Map(
		[...Map.groupBy(kept, ({ sheet }) => sheet)].map(([sheet, own]) => [
			sheet,
			new Set(own.map(({ cell }) => keyOf(cell))),
		]),
	);
}

export function keyOf({ column, row }: CellPosition): string {
	return `${column} ${row}`;
}

function filledBlocks(sheet: string, edits: SheetEdits | undefined): Block[] {
	const cells = (edits?.cells ?? []).map(({ cell: { column, row } }) => blockOf(sheet, column, row, row));
	const { list } = edits ?? {};
	if (!list) return cells;
	const columns = [...list.columns, ...(list.calculated ?? []).map(({ column }) => column)];
	return [...cells, ...columns.map((column) => blockOf(sheet, column, list.firstRow, LAST_ROW))];
}

function blockOf(sheet: string, column: number, firstRow: number, lastRow: number): Block {
	return { sheet, firstColumn: column, lastColumn: column, firstRow, lastRow };
}

async function readFormulas(
	parts: WorkbookPackage,
	{ name: sheet, part }: WorkbookSheet,
	formulas: Formula[],
): Promise<void> {
	const cursor = new SheetCursor();
	const shared = new Map<string, { text: string; at: CellPosition }>();
	let open: { attributes: string; text: string } | undefined;
	let read = 0;
	const add = (attributes: string, text: string) => {
		const cell = { column: cursor.column, row: cursor.row };
		const type = attribute(attributes, 't') ?? 'normal';
		const group = type === 'shared' ? attribute(attributes, 'si') : undefined;
		if (group !== undefined && text !== '') shared.set(group, { text, at: cell });
		const written = group === undefined ? { text, at: cell } : shared.get(group);
		// An array or a data table has its results in other cells as well.
		const isOne = (type === 'normal' || type === 'shared') && written !== undefined && written.text !== '';
		const moved = written && { rows: cell.row - written.at.row, columns: cell.column - written.at.column };
		formulas.push({ sheet, cell, reads: isOne ? blocksOf(written.text, sheet, moved) : undefined });
	};
	for await (const piece of readXml(parts.chunks(part))) {
		if (++read % 20_000 === 0) await turn();
		const { kind, attributes, raw } = piece;
		const local = localName(piece.name);
		const opens = kind === 'open' || kind === 'empty';
		if (local === 'sheetData' && kind === 'close') return;
		if (local === 'row' && opens) cursor.enterRow(piece);
		else if (local === 'c' && opens) cursor.enterCell(piece);
		else if (local === 'f' && kind === 'empty') add(attributes, '');
		else if (local === 'f' && kind === 'open') open = { attributes, text: '' };
		else if (local === 'f' && open) {
			add(open.attributes, open.text);
			open = undefined;
		} else if (open && kind === 'text') open.text += unescapeXml(raw);
		if (formulas.length > MOST_FORMULAS) return;
	}
}

/** The formulas that read what is filled, or the result of one that does. */
async function dependents(formulas: readonly Formula[], filled: readonly Block[]): Promise<ReadonlySet<Formula>> {
	const isStale = ({ reads }: Formula) => !reads || reads.some((block) => filled.some((each) => overlap(block, each)));
	const stale = new Set<Formula>();
	const waiting: Formula[] = [];
	const mark = (formula: Formula) => {
		stale.add(formula);
		waiting.push(formula);
	};
	for (const formula of formulas) if (isStale(formula)) mark(formula);
	const readers = readersByColumn(formulas.filter((formula) => !stale.has(formula)));
	let done = 0;
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		if (++done % FORMULAS_A_TURN === 0) await turn();
		const { sheet, cell } = next;
		for (const { block, formula } of readers(sheet, cell.column)) {
			if (!stale.has(formula) && holdsCell(block, cell)) mark(formula);
		}
	}
	return stale;
}

interface Reader {
	block: Block;
	formula: Formula;
}

const MOST_COLUMNS_APART = 200;

/** Who reads a column, so that not every formula is asked about every cell. */
function readersByColumn(formulas: readonly Formula[]): (sheet: string, column: number) => Iterable<Reader> {
	const narrow = new Map<string, Reader[]>();
	const wide = new Map<string, Reader[]>();
	const put = (map: Map<string, Reader[]>, key: string, reader: Reader) => {
		const own = map.get(key);
		if (own) own.push(reader);
		else map.set(key, [reader]);
	};
	for (const formula of formulas) {
		for (const block of formula.reads ?? []) {
			const { sheet, firstColumn, lastColumn } = block;
			if (lastColumn - firstColumn > MOST_COLUMNS_APART) put(wide, sheet.toLowerCase(), { block, formula });
			else
				for (let column = firstColumn; column <= lastColumn; column++)
					put(narrow, `${sheet.toLowerCase()}\n${column}`, { block, formula });
		}
	}
	return (sheet, column) => [
		...(narrow.get(`${sheet.toLowerCase()}\n${column}`) ?? []),
		...(wide.get(sheet.toLowerCase()) ?? []),
	];
}
