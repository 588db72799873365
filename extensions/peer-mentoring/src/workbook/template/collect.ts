import { setImmediate as turn } from 'node:timers/promises';
import { SheetCursor } from './addresses.ts';
import { UNKNOWN, type HeldCells } from './formulas/cells.ts';
import { LeftFormula } from './formulas/left.ts';
import type { NeededCells } from './formulas/needed.ts';
import { errorOf, type ErrorCode } from './formulas/values.ts';
import { FormulaFollower, type SheetFormula } from './sheet-formulas.ts';
import { attribute, localName, readXml, unescapeXml, type XmlPiece } from './xml-reader.ts';

/** A text that stands among those that the sheets share. */
export class SharedText {
	readonly index: number;

	constructor(index: number) {
		this.index = index;
	}
}

/** More cells than this are not held, nor more formulas worked out. */
const MOST_CELLS = 400_000;
const MOST_FORMULAS = 100_000;
const PIECES_A_TURN = 20_000;

/** What is collected of the sheets of a workbook that is filled. */
export interface Collected {
	cells: HeldCells;
	/** Formulas that have no result in it. */
	open: SheetFormula[];
	/** Texts that the sheets share, of the cells that are held. */
	shared: Map<number, { sheet: string; column: number; row: number }[]>;
	held: number;
}

/** Notes the cells of a filled sheet that are needed, and its formulas without a result. */
export async function collectSheet(
	chunks: AsyncIterable<string>,
	sheet: string,
	needed: NeededCells,
	found: Collected,
): Promise<void> {
	const cursor = new SheetCursor();
	const follower = new FormulaFollower(sheet);
	let cell: CellReader | undefined;
	let read = 0;
	const end = () => {
		if (cell) note(cell, sheet, needed, found);
		cell = undefined;
	};
	for await (const piece of readXml(chunks)) {
		if (++read % PIECES_A_TURN === 0) await turn();
		const local = localName(piece.name);
		const opens = piece.kind === 'open' || piece.kind === 'empty';
		if (local === 'sheetFormatPr' && isOn(piece.attributes, 'zeroHeight')) found.cells.hide(sheet);
		else if (local === 'row' && opens) {
			cursor.enterRow(piece);
			if (isHidden(piece.attributes)) found.cells.hide(sheet);
		} else if (local === 'c' && opens) {
			end();
			cursor.enterCell(piece);
			cell = new CellReader(piece.attributes, cursor);
		} else if (cell) {
			const formula = follower.piece(piece, cursor);
			if (formula) cell.formula = formula;
			else cell.piece(piece, local);
		}
		if (local === 'sheetData' && piece.kind === 'close') break;
	}
	end();
}

function isHidden(row: string): boolean {
	return isOn(row, 'hidden') || (row.includes('ht=') && Number(attribute(row, 'ht') ?? 1) === 0);
}

function isOn(attributes: string, name: string): boolean {
	return attributes.includes(name) && ['1', 'true'].includes(attribute(attributes, name) ?? '');
}

/** One cell as it is read. */
class CellReader {
	readonly column: number;
	readonly row: number;
	readonly #attributes: string;
	#text: string | undefined;
	#isUnclear = false;
	#isSound = false;
	#inText = false;
	formula: SheetFormula | undefined;

	constructor(attributes: string, { column, row }: SheetCursor) {
		this.column = column;
		this.row = row;
		this.#attributes = attributes;
	}

	piece({ kind, raw }: XmlPiece, local: string): void {
		// How an East Asian text is spoken is no part of it.
		if (local === 'rPh') this.#isSound = kind === 'open';
		else if (local === 'v' || (local === 't' && !this.#isSound)) {
			this.#inText = kind === 'open';
			if (kind !== 'close') this.#text ??= '';
		} else if (kind === 'text' && this.#inText) this.#text += unescapeXml(raw);
		else if (kind === 'other') this.#isUnclear = true;
	}

	value(): ReturnType<typeof plainValue> | SharedText | undefined {
		if (this.#text === undefined) return undefined;
		if (this.#isUnclear) return UNKNOWN;
		const type = attribute(this.#attributes, 't') ?? 'n';
		return type === 's' ? new SharedText(Number(this.#text)) : plainValue(type, this.#text);
	}

	/** Whether it holds anything. */
	get isFilled(): boolean {
		return this.#text !== undefined;
	}
}

function plainValue(type: string, text: string) {
	if (type === 'str' || type === 'inlineStr') return plainText(text);
	if (type === 'b') return text === '1' || text === 'true';
	if (type === 'e') return errorOf(text as ErrorCode);
	const number = Number(text);
	// A day in words, or no number at all.
	if (type !== 'n' || !Number.isFinite(number) || text.trim() === '')
		return type === 'n' && text === '' ? null : UNKNOWN;
	return number;
}

/** Letters that no document may hold are written as numbers. */
export function plainText(text: string): string {
	return text
		.replace(/\r\n?/g, '\n')
		.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function note(cell: CellReader, sheet: string, needed: NeededCells, found: Collected): void {
	const { column, row, formula } = cell;
	if (formula?.text !== undefined && /\b(?:SUBTOTAL|AGGREGATE)\s*\(/i.test(formula.text)) {
		found.cells.addSubtotal(sheet, column, row);
	}
	if (formula && !cell.isFilled) {
		found.open.push(formula);
		if (found.open.length > MOST_FORMULAS) throw new LeftFormula('many');
		return;
	}
	if (!cell.isFilled || !needed.has(sheet, cell)) return;
	const value = cell.value();
	if (value === undefined || value === null) return;
	if (++found.held > MOST_CELLS) throw new LeftFormula('many');
	if (value instanceof SharedText) {
		const own = found.shared.get(value.index) ?? [];
		found.shared.set(value.index, own);
		own.push({ sheet, column, row });
		// A text without letters that is no result is nothing to some programs.
	} else found.cells.put(sheet, column, row, value === '' && !formula ? UNKNOWN : value);
}

/** Puts the texts that sheets share where they stand. */
export async function putShared(chunks: AsyncIterable<string>, { cells, shared }: Collected): Promise<void> {
	let index = -1;
	let text = '';
	let isText = false;
	let isSound = false;
	let read = 0;
	for await (const { kind, name, raw } of readXml(chunks)) {
		if (++read % PIECES_A_TURN === 0) await turn();
		const local = localName(name);
		if (local === 'si' && kind !== 'close') {
			index++;
			text = '';
		}
		if (local === 'rPh') isSound = kind === 'open';
		if (local === 't') isText = kind === 'open' && !isSound;
		if (kind === 'text' && isText) text += unescapeXml(raw);
		if (local !== 'si' || kind === 'open') continue;
		const value = text === '' ? UNKNOWN : plainText(text);
		for (const { sheet, column, row } of shared.get(index) ?? []) cells.put(sheet, column, row, value);
		shared.delete(index);
	}
	for (const places of shared.values()) {
		for (const { sheet, column, row } of places) cells.put(sheet, column, row, UNKNOWN);
	}
}
