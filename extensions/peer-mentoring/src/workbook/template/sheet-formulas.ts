import { setImmediate as turn } from 'node:timers/promises';
import { parseRange, type CellPosition } from '../../domain/returns/templates/cell-address.ts';
import { SheetCursor } from './addresses.ts';
import type { Standing } from './formulas/places.ts';
import type { Area } from './formulas/values.ts';
import type { WorkbookPackage } from './package.ts';
import type { WorkbookSheet } from './structure.ts';
import { attribute, localName, readXml, unescapeXml, type XmlPiece } from './xml-reader.ts';

/** A formula in its cell. */
export interface SheetFormula extends Standing {
	/** As it was written for the first cell of those that share it; `undefined` for a data table. */
	text: string | undefined;
	/** What the formula fills beside its own cell. */
	fills: Area | undefined;
	hasResult: boolean;
}

/** Follows the formulas of a sheet, with those that several cells share. */
export class FormulaFollower {
	readonly #sheet: string;
	readonly #shared = new Map<string, { text: string; at: CellPosition }>();
	#open: { attributes: string; text: string } | undefined;

	constructor(sheet: string) {
		this.#sheet = sheet;
	}

	/** The formula that ends with this piece, if one does. */
	piece({ kind, name, attributes, raw }: XmlPiece, { column, row }: CellPosition): SheetFormula | undefined {
		const isFormula = localName(name) === 'f' && kind !== 'text';
		if (isFormula && kind === 'empty') return this.#formula(attributes, '', { column, row });
		if (isFormula && kind === 'open') this.#open = { attributes, text: '' };
		else if (isFormula && this.#open) {
			const { attributes: own, text } = this.#open;
			this.#open = undefined;
			return this.#formula(own, text, { column, row });
		} else if (this.#open && kind === 'text') this.#open.text += unescapeXml(raw);
		return undefined;
	}

	#formula(attributes: string, text: string, cell: CellPosition): SheetFormula {
		const type = attribute(attributes, 't') ?? 'normal';
		const group = type === 'shared' ? attribute(attributes, 'si') : undefined;
		if (group !== undefined && text !== '') this.#shared.set(group, { text, at: cell });
		const written = group === undefined ? { text, at: cell } : this.#shared.get(group);
		const isOne = type !== 'dataTable' && written !== undefined && written.text !== '';
		const moved = written ? { rows: cell.row - written.at.row, columns: cell.column - written.at.column } : NOWHERE;
		const range = type === 'array' || type === 'dataTable' ? parseRange(attribute(attributes, 'ref') ?? '') : undefined;
		const fills = range && {
			sheet: this.#sheet,
			firstColumn: range.from.column,
			lastColumn: range.to.column,
			firstRow: range.from.row,
			lastRow: range.to.row,
		};
		return { sheet: this.#sheet, cell, text: isOne ? written.text : undefined, moved, fills, hasResult: false };
	}
}

const NOWHERE = { rows: 0, columns: 0 };

/** The formulas of a sheet, one after another. */
export async function* formulasIn(parts: WorkbookPackage, { name, part }: WorkbookSheet): AsyncGenerator<SheetFormula> {
	const cursor = new SheetCursor();
	const follower = new FormulaFollower(name);
	let formula: SheetFormula | undefined;
	let isText = false;
	let read = 0;
	for await (const piece of readXml(parts.chunks(part))) {
		if (++read % 20_000 === 0) await turn();
		const local = localName(piece.name);
		const opens = piece.kind === 'open' || piece.kind === 'empty';
		if (local === 'row' && opens) cursor.enterRow(piece);
		if (local === 'c' && opens) {
			if (formula) yield formula;
			formula = undefined;
			cursor.enterCell(piece);
			isText = attribute(piece.attributes, 't') === 'str';
		}
		formula = follower.piece(piece, cursor) ?? formula;
		// A text without letters is a result too.
		if (formula && local === 'v' && (piece.kind === 'open' || (piece.kind === 'empty' && isText)))
			formula.hasResult = true;
		if (local === 'sheetData' && piece.kind === 'close') break;
	}
	if (formula) yield formula;
}
