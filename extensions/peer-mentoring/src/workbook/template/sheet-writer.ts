import { cellAddress, LAST_ROW, parseRange, type CellPosition } from '../../domain/returns/templates/cell-address.ts';
import { cellXml, formulaXml, resultXml, writtenCell } from './cell-value.ts';
import { keyOf } from './dependents.ts';
import { TemplateFault } from './fault.ts';
import type { Result } from './formulas/in-order.ts';
import type { CellEdit, RowEdit, SheetEdits } from './row-edits.ts';
import type { Styles } from './styles.ts';
import { grownRanges } from './tables.ts';
import { attribute, localName, withoutAttributes, type XmlPiece } from './xml-reader.ts';

export interface EditContext {
	styles: Styles;
	from1904: boolean;
	/** The cells of this sheet whose formulas keep their results. */
	untouched: ReadonlySet<number>;
	/** What other formulas of it come to now. */
	results: ReadonlyMap<number, Result>;
	/** What array formulas without a result once filled. */
	spilled: ReadonlySet<number>;
}

/** Of a row, what says nothing about how it looks. */
const NOT_LOOKS = ['r', 'spans', 'hidden', 'outlineLevel', 'collapsed'];

/** Writes the rows and cells of one sheet, each cell in the format that it has or that its place gives it. */
export class SheetWriter {
	readonly #edits: SheetEdits;
	readonly #context: EditContext;
	/** The prefix that the sheet gives to its tags, with its colon. */
	#prefix = '';
	readonly #columns: { first: number; last: number; style: number }[] = [];
	/** The looks of the list's first row, which its further rows take on. */
	#listRow = '';
	readonly #listStyles = new Map<number, number>();
	#rowStyle: number | undefined;
	#inList = false;
	/** What is still to be written into the row that is being read. */
	#pending: CellEdit[] = [];

	constructor(edits: SheetEdits, context: EditContext) {
		this.#edits = edits;
		this.#context = context;
	}

	/** What comes before the rows: the sheet's columns are noted, and how far it reaches follows what is added. */
	beforeData({ kind, name, attributes, raw }: XmlPiece): string {
		const local = localName(name);
		if (kind !== 'open' && kind !== 'empty') return raw;
		if (local === 'worksheet') this.#prefix = name.slice(0, name.length - local.length);
		if (local === 'col') {
			const [first, last, style] = ['min', 'max', 'style'].map((each) => Number(attribute(attributes, each) ?? 0));
			if (style) this.#columns.push({ first: first ?? 0, last: last ?? 0, style });
		}
		return local === 'dimension' ? this.#dimension(raw, attributes) : raw;
	}

	/** An old row, with what is written into it; one without cells is opened for its new ones. */
	startRow({ kind, name, attributes, raw }: XmlPiece, row: number, edit: RowEdit | undefined): string {
		this.#rowStyle = attribute(attributes, 'customFormat') ? Number(attribute(attributes, 's') ?? 0) : undefined;
		this.#pending = [...(edit?.cells ?? [])];
		this.#inList = edit?.inList ?? false;
		if (row === this.#edits.list?.firstRow) this.#listRow = withoutAttributes(attributes, NOT_LOOKS);
		if (!edit) return raw;
		// The columns that a row covers are a hint, which the new cells make wrong.
		const start = `<${name}${withoutAttributes(attributes, ['spans'])}>`;
		return kind === 'open' ? start : start + this.endRow(`</${name}>`);
	}

	endRow(raw: string): string {
		return this.#pendingBefore(Infinity) + raw;
	}

	/** An old cell: replaced, or kept. */
	oldCell(pieces: readonly XmlPiece[], cell: CellPosition): string {
		const start = pieces[0] as XmlPiece;
		const style = Number(attribute(start.attributes, 's') ?? 0);
		if (cell.row === this.#edits.list?.firstRow) this.#listStyles.set(cell.column, style);
		const before = this.#pendingBefore(cell.column);
		if (this.#pending[0]?.cell.column !== cell.column) return before + this.#kept(pieces, cell);
		const edit = this.#pending.shift() as CellEdit;
		const keeps = edit.formula !== undefined && pieces.length > 1;
		return before + (keeps ? this.#kept(pieces, cell) : this.#cell(edit, style));
	}

	/** An old cell as it is, with the new result of a formula that reads what is filled, or without one. */
	#kept(pieces: readonly XmlPiece[], cell: CellPosition): string {
		const { untouched, results, spilled } = this.#context;
		const key = keyOf(cell);
		const result = results.get(key);
		if (result === undefined && untouched.has(key)) return pieces.map(({ raw }) => raw).join('');
		const isSpilled = spilled.has(key);
		return withResult(pieces, result, isSpilled, this.#prefix);
	}

	/** A row that the sheet did not have. */
	newRow({ row, cells, inList }: RowEdit): string {
		if (row > LAST_ROW) throw new TemplateFault('unpacks_too_large');
		this.#rowStyle = undefined;
		this.#inList = inList;
		const edits = new Map(cells.map((edit) => [edit.cell.column, edit]));
		const columns = inList ? new Set([...edits.keys(), ...this.#listStyles.keys()]) : edits.keys();
		const written = [...columns]
			.sort((a, b) => a - b)
			.map((column) => this.#cell(edits.get(column) ?? { cell: { row, column }, value: '' }, this.#styleAt(column)));
		return `<${this.#prefix}row r="${row}"${inList ? this.#listRow : ''}>${written.join('')}</${this.#prefix}row>`;
	}

	#pendingBefore(column: number): string {
		let written = '';
		while (this.#pending[0] && this.#pending[0].cell.column < column) {
			const edit = this.#pending.shift() as CellEdit;
			written += this.#cell(edit, this.#styleAt(edit.cell.column));
		}
		return written;
	}

	/** The format of a cell that the sheet did not have: of the list's first row, its own row, or its column. */
	#styleAt(column: number): number {
		const ofList = this.#inList ? this.#listStyles.get(column) : undefined;
		const ofColumn = () => this.#columns.find(({ first, last }) => column >= first && column <= last);
		return ofList ?? this.#rowStyle ?? ofColumn()?.style ?? 0;
	}

	/** What comes behind the rows: validations and formats of a table go on to its new end. */
	afterData({ kind, name, attributes, raw }: XmlPiece): string {
		const { table, lastRow } = this.#edits.grown ?? {};
		if (!table || lastRow === undefined || kind === 'close') return raw;
		const ranges = ['dataValidation', 'conditionalFormatting'].includes(localName(name))
			? attribute(attributes, 'sqref')
			: undefined;
		if (ranges === undefined) return raw;
		return raw.replace(/(\ssqref\s*=\s*)("[^"]*"|'[^']*')/, `$1"${grownRanges(ranges, table, lastRow)}"`);
	}

	#cell({ cell, value, formula }: CellEdit, style: number): string {
		const { styles, from1904 } = this.#context;
		if (formula !== undefined) {
			return formulaXml(cellAddress(cell), formula, style, this.#context.results.get(keyOf(cell)), this.#prefix);
		}
		return cellXml(cellAddress(cell), writtenCell(value, style, styles, from1904), this.#prefix);
	}

	#dimension(raw: string, attributes: string): string {
		const { cells, list } = this.#edits;
		// How many rows come is known at their end; the element may be left out.
		if (list) return '';
		const range = parseRange(attribute(attributes, 'ref') ?? '');
		if (!range || cells.length === 0) return raw;
		const all = [range.from, range.to, ...cells.map(({ cell }) => cell)];
		const reach = (pick: (...numbers: number[]) => number) =>
			cellAddress({ column: pick(...all.map((each) => each.column)), row: pick(...all.map((each) => each.row)) });
		const reached = `${reach(Math.min)}:${reach(Math.max)}`;
		return raw.replace(/(\sref\s*=\s*)("[^"]*"|'[^']*')/, (_, name: string) => `${name}"${reached}"`);
	}
}

/** A cell with a formula has this result, if any, in the place of the one that it had. */
function withResult(
	pieces: readonly XmlPiece[],
	result: Result | undefined,
	isSpilled: boolean,
	prefix: string,
): string {
	const hasFormula = pieces.some(({ kind, name }) => kind !== 'close' && localName(name) === 'f');
	if (!hasFormula && !isSpilled) return pieces.map(({ raw }) => raw).join('');
	const { type, xml } = resultXml(result, prefix);
	let isResult = false;
	return pieces
		.map(({ kind, name, attributes, raw }, index) => {
			const local = localName(name);
			if (index === 0) return `<${name}${withoutAttributes(attributes, ['t'])}${type}${kind === 'empty' ? '/' : ''}>`;
			const isStored = local === 'v' || (isSpilled && local === 'is');
			const drop = isResult || isStored;
			if (isStored) isResult = kind === 'open';
			// A result stands behind its formula.
			const isBehind = local === 'f' && (kind === 'close' || kind === 'empty');
			return (drop ? '' : raw) + (isBehind ? xml : '');
		})
		.join('');
}
