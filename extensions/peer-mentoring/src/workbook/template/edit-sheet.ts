import { setImmediate as turn } from 'node:timers/promises';
import { SheetCursor } from './addresses.ts';
import { rowEdits, type RowEdit, type SheetEdits } from './row-edits.ts';
import { SheetWriter, type EditContext } from './sheet-writer.ts';
import { localName, readXml, type XmlPiece } from './xml-reader.ts';

/** How many pieces are read before other work has its turn, and about how much is passed on at once. */
const PIECES_A_TURN = 5000;
const LETTERS_A_TURN = 64 * 1024;

/**
 * A sheet with values put into some of its cells, bit by bit. A cell keeps its format, and everything else in the sheet
 * is passed on as it came, but for the stored results of formulas that read what is filled: without them, whatever opens the
 * file works them out.
 */
export async function* editSheet(
	chunks: AsyncIterable<string>,
	edits: SheetEdits,
	context: EditContext,
): AsyncGenerator<string> {
	let read = 0;
	let out = '';
	for await (const text of editedPieces(chunks, edits, context)) {
		out += text;
		const isTurn = ++read % PIECES_A_TURN === 0;
		if (isTurn) await turn();
		if (!isTurn && out.length < LETTERS_A_TURN) continue;
		yield out;
		out = '';
	}
	yield out;
}

async function* editedPieces(
	chunks: AsyncIterable<string>,
	edits: SheetEdits,
	context: EditContext,
): AsyncGenerator<string> {
	const rows = rowEdits(edits);
	const writer = new SheetWriter(edits, context);
	const cursor = new SheetCursor();
	let next = await following(rows);
	let isData = false;
	let isBehind = false;
	/** The pieces of the cell that is being read. */
	let cell: XmlPiece[] | undefined;
	const newRows = async function* (before: number) {
		while (next && next.row < before) {
			yield writer.newRow(next);
			next = await following(rows);
		}
	};
	for await (const piece of readXml(chunks)) {
		const local = localName(piece.name);
		const { kind, raw } = piece;
		if (cell) {
			cell.push(piece);
			if (kind !== 'close' || local !== 'c') continue;
			yield writer.oldCell(cell, cursor);
			cell = undefined;
		} else if (!isData) {
			isData = kind === 'open' && local === 'sheetData';
			if (kind === 'empty' && local === 'sheetData') {
				yield `${raw.slice(0, -'/>'.length)}>`;
				yield* newRows(Infinity);
				yield `</${piece.name}>`;
				isBehind = true;
			} else yield isBehind ? writer.afterData(piece) : writer.beforeData(piece);
		} else if (local === 'row' && (kind === 'open' || kind === 'empty')) {
			const row = cursor.enterRow(piece);
			yield* newRows(row);
			const own = next?.row === row ? next : undefined;
			if (own) next = await following(rows);
			yield writer.startRow(piece, row, own);
		} else if (local === 'row') {
			yield writer.endRow(raw);
		} else if (local === 'c' && kind === 'open') {
			cursor.enterCell(piece);
			cell = [piece];
		} else if (local === 'c') {
			cursor.enterCell(piece);
			yield writer.oldCell([piece], cursor);
		} else {
			if (local === 'sheetData') {
				yield* newRows(Infinity);
				isData = false;
				isBehind = true;
			}
			yield raw;
		}
	}
}

async function following(rows: AsyncGenerator<RowEdit>): Promise<RowEdit | undefined> {
	const { value, done } = await rows.next();
	return done ? undefined : value;
}
