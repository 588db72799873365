import { LAST_ROW } from '../../../domain/returns/templates/cell-address.ts';
import { doubt, LeftFormula } from './left.ts';
import type { Area, Scalar } from './values.ts';

/** More looks into cells than this are no form's: the results of what is left are left. */
const MOST_LOOKS = 10_000_000;
/** What one formula may take of them: others wait while it is worked out. */
const MOST_LOOKS_AT_ONCE = 2_000_000;

/** A cell whose result is not there, or not yet. */
export const UNKNOWN = Symbol('unknown');
export type Held = Scalar | typeof UNKNOWN;

interface HeldSheet {
	columns: Map<number, Map<number, Held>>;
	/** A row is hidden, by hand or by a filter: what counts the visible alone is another's to say. */
	hasHidden: boolean;
	/** Where subtotals stand, which others leave out. */
	subtotals: { column: number; row: number }[];
}

/** The cells that formulas read, as the filled workbook has them. */
export class HeldCells {
	readonly #sheets = new Map<string, HeldSheet>();
	#looks = 0;
	#most = MOST_LOOKS_AT_ONCE;

	#sheet(name: string): HeldSheet {
		const key = name.toLowerCase();
		const sheet = this.#sheets.get(key) ?? { columns: new Map(), hasHidden: false, subtotals: [] };
		this.#sheets.set(key, sheet);
		return sheet;
	}

	get looks(): number {
		return this.#looks;
	}

	/** Another formula begins. */
	begin(): void {
		this.#most = Math.min(MOST_LOOKS, this.#looks + MOST_LOOKS_AT_ONCE);
	}

	/** Counts work that grows with the cells; ends it where that is too much. */
	look(times = 1): void {
		this.#looks += times;
		if (this.#looks > this.#most) throw new LeftFormula('many');
	}

	put(sheet: string, column: number, row: number, value: Held): void {
		const { columns } = this.#sheet(sheet);
		const own = columns.get(column) ?? new Map<number, Held>();
		columns.set(column, own);
		if (value === null) own.delete(row);
		else own.set(row, value);
	}

	hide(sheet: string): void {
		this.#sheet(sheet).hasHidden = true;
	}

	addSubtotal(sheet: string, column: number, row: number): void {
		this.#sheet(sheet).subtotals.push({ column, row });
	}

	/** Whether a subtotal over these cells would be a plain one. */
	isPlain({ sheet, ...area }: Area): boolean {
		const { hasHidden, subtotals } = this.#sheet(sheet);
		const isIn = ({ column, row }: { column: number; row: number }) =>
			column >= area.firstColumn && column <= area.lastColumn && row >= area.firstRow && row <= area.lastRow;
		return !hasHidden && !subtotals.some(isIn);
	}

	at(sheet: string, column: number, row: number): Scalar {
		this.look();
		return known(this.#sheet(sheet).columns.get(column)?.get(row) ?? null);
	}

	/** The cells of an area that hold something, column by column. */
	*filled({ sheet, firstColumn, lastColumn, firstRow, lastRow }: Area): Generator<Scalar> {
		for (const own of this.#columns(sheet, firstColumn, lastColumn)) {
			if (lastRow - firstRow < own.size) {
				for (let row = firstRow; row <= lastRow; row++) {
					this.look();
					const value = own.get(row);
					if (value !== undefined) yield known(value);
				}
			} else {
				for (const [row, value] of own) {
					this.look();
					if (row >= firstRow && row <= lastRow) yield known(value);
				}
			}
		}
	}

	/** The last row of an area that holds anything; the one before its first where none does. */
	lastFilled({ sheet, firstColumn, lastColumn, firstRow, lastRow }: Area): number {
		if (lastRow < LAST_ROW) return lastRow;
		let last = firstRow - 1;
		for (const own of this.#columns(sheet, firstColumn, lastColumn)) {
			this.look(own.size);
			for (const row of own.keys()) last = Math.max(last, row);
		}
		return last;
	}

	#columns(sheet: string, first: number, last: number): Map<number, Held>[] {
		const { columns } = this.#sheet(sheet);
		const numbers = [...columns.keys()].filter((column) => column >= first && column <= last);
		return numbers.sort((a, b) => a - b).map((column) => columns.get(column) as Map<number, Held>);
	}
}

function known(value: Held): Scalar {
	if (value === UNKNOWN) throw doubt();
	return value;
}
