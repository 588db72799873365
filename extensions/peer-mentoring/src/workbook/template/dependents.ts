import { setImmediate as turn } from 'node:timers/promises';
import { LAST_ROW, type CellPosition } from '../../domain/returns/templates/cell-address.ts';
import type { Places } from './formulas/places.ts';
import { LAST_COLUMN } from './formulas/tokens.ts';
import type { Area } from './formulas/values.ts';
import type { WorkbookPackage } from './package.ts';
import { FormulaTrees, overlap, readsOf } from './references.ts';
import type { SheetEdits } from './row-edits.ts';
import { formulasIn, type SheetFormula } from './sheet-formulas.ts';
import type { WorkbookSheet } from './structure.ts';

/** The formulas whose stored results stay true, by sheet: nothing that they read is filled. */
export type Untouched = ReadonlyMap<string, ReadonlySet<number>>;

/** A formula, and the cells that it reads; `undefined` where nobody can tell. */
interface Formula extends SheetFormula {
	reads: Area[] | undefined;
}

/** What becomes of the results of a workbook's formulas. */
export interface Dependents {
	untouched: Untouched;
	/** The formulas without a result, or whose result goes. */
	open: SheetFormula[];
}

/** More formulas than this are all worked out anew, as they may be. */
export const MOST_FORMULAS = 60_000;
const FORMULAS_A_TURN = 2_000;

/** Which formulas keep their results when these edits are made, and which have none then. */
export async function dependentsOf(
	parts: WorkbookPackage,
	sheets: readonly WorkbookSheet[],
	edits: ReadonlyMap<string, SheetEdits>,
	places: Places,
): Promise<Dependents> {
	const formulas: Formula[] = [];
	const trees = new FormulaTrees();
	for (const sheet of sheets) {
		for await (const formula of formulasIn(parts, sheet)) {
			const { text } = formula;
			formulas.push({ ...formula, reads: text === undefined ? undefined : readsOf(text, formula, places, trees) });
			if (formulas.length > MOST_FORMULAS) return { untouched: new Map(), open: [] };
		}
	}
	const filled = sheets.flatMap(({ name, part }) => filledBlocks(name, edits.get(part)));
	const stale = await dependents(formulas, filled);
	const kept = formulas.filter((formula) => !stale.has(formula));
	const untouched = [...Map.groupBy(kept, ({ sheet }) => sheet)].map(
		([sheet, own]) => [sheet, new Set(own.map(({ cell }) => keyOf(cell)))] as const,
	);
	return {
		untouched: new Map(untouched),
		open: formulas.filter((formula) => stale.has(formula) || !formula.hasResult),
	};
}

/** One number for the place of a cell in its sheet. */
export function keyOf({ column, row }: CellPosition): number {
	return row * LAST_COLUMN + column - 1;
}

/** More cells than this, filled by formulas of other cells, are left as they are. */
const MOST_SPILLED = 200_000;

/** The cells that these formulas once filled beside their own, by sheet. */
export function spilledBy(formulas: readonly SheetFormula[]): ReadonlyMap<string, ReadonlySet<number>> {
	const spilled = new Map<string, Set<number>>();
	let left = MOST_SPILLED;
	for (const { sheet, fills } of formulas) {
		if (!fills) continue;
		left -= (fills.lastRow - fills.firstRow + 1) * (fills.lastColumn - fills.firstColumn + 1);
		if (left < 0) break;
		const own = spilled.get(sheet) ?? new Set();
		spilled.set(sheet, own);
		for (let { firstRow: row } = fills; row <= fills.lastRow; row++) {
			for (let { firstColumn: column } = fills; column <= fills.lastColumn; column++) own.add(keyOf({ column, row }));
		}
	}
	return spilled;
}

function filledBlocks(sheet: string, edits: SheetEdits | undefined): Area[] {
	const cells = (edits?.cells ?? []).map(({ cell: { column, row } }) => blockOf(sheet, column, row, row));
	const { list } = edits ?? {};
	if (!list) return cells;
	const columns = [...list.columns, ...(list.calculated ?? []).map(({ column }) => column)];
	return [...cells, ...columns.map((column) => blockOf(sheet, column, list.firstRow, LAST_ROW))];
}

function blockOf(sheet: string, column: number, firstRow: number, lastRow: number): Area {
	return { sheet, firstColumn: column, lastColumn: column, firstRow, lastRow };
}

/** The formulas that read what is filled, or the result of one that does. */
async function dependents(formulas: readonly Formula[], filled: readonly Area[]): Promise<ReadonlySet<Formula>> {
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
		const fills = next.fills ?? blockOf(sheet, cell.column, cell.row, cell.row);
		for (let { firstColumn: column } = fills; column <= fills.lastColumn; column++) {
			for (const { block, formula } of readers(sheet, column)) {
				if (!stale.has(formula) && overlap(block, fills)) mark(formula);
			}
		}
	}
	return stale;
}

interface Reader {
	block: Area;
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
