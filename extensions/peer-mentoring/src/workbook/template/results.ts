import { LAST_ROW } from '../../domain/returns/templates/cell-address.ts';
import { collectSheet, putShared, type Collected } from './collect.ts';
import { keyOf } from './dependents.ts';
import { HeldCells, UNKNOWN } from './formulas/cells.ts';
import { readsOfKnown } from './formulas/check.ts';
import { workOut, type Result } from './formulas/in-order.ts';
import { LeftFormula } from './formulas/left.ts';
import { NeededCells } from './formulas/needed.ts';
import { placesOf, type Standing } from './formulas/places.ts';
import type { Area } from './formulas/values.ts';
import { treeOf } from './left-formulas.ts';
import { relationshipsOf, type WorkbookPackage } from './package.ts';
import { FormulaTrees } from './references.ts';
import type { SheetEdits } from './row-edits.ts';
import type { SheetFormula } from './sheet-formulas.ts';
import type { WorkbookOutline } from './structure.ts';
import type { SheetTable } from './tables.ts';

/** What formulas come to, by sheet and cell ({@link keyOf}). */
export type Results = ReadonlyMap<string, ReadonlyMap<number, Result>>;

export interface FilledWorkbook {
	parts: WorkbookPackage;
	outline: WorkbookOutline;
	tables: readonly SheetTable[];
	/** By the parts of the sheets. */
	edits: ReadonlyMap<string, SheetEdits>;
	/** The formulas that will have no result. */
	open: readonly SheetFormula[];
	/** A sheet as it is filled, without results. */
	filled: (part: string) => AsyncIterable<string>;
}

/**
 * The results of the formulas of a filled workbook that have none, where they are such that every program comes to the
 * same. Only the cells that they read are held; the sheets are filled once more for it. What we cannot say stays out.
 */
export async function resultsOf(book: FilledWorkbook): Promise<Results> {
	const { parts, outline, edits, open } = book;
	const trees = new FormulaTrees();
	const results = new Map<string, Map<number, Result>>();
	// Results cut to what cells show, and what is counted from more than we hold, are not ours to say.
	if (outline.asDisplayed) return results;
	try {
		const areas = readBy(book, trees);
		if (!areas) return results;
		const needed = new NeededCells(areas);
		const found: Collected = { cells: new HeldCells(), open: [], shared: new Map(), held: 0 };
		const withOpen = new Set(open.map(({ sheet }) => sheet));
		for (const { name, part } of outline.sheets) {
			const isAsked = needed.hasSheet(name) || withOpen.has(name) || edits.get(part)?.list?.calculated?.length;
			if (isAsked) await collectSheet(book.filled(part), name, needed, found);
		}
		await putSharedTexts(parts, outline, found);
		hideSpilled(found);
		const grounds = { cells: found.cells, places: grownPlaces(book), from1904: outline.from1904 };
		const asked = found.open.map((formula) => ({ ...formula, tree: () => treeOf(formula, trees) }));
		await workOut(asked, grounds, ({ sheet, cell }, result) => {
			if (result instanceof LeftFormula) return;
			const own = results.get(sheet) ?? new Map<number, Result>();
			results.set(sheet, own);
			own.set(keyOf(cell), result);
		});
		return results;
	} catch (error) {
		if (error instanceof LeftFormula) return new Map();
		throw error;
	}
}

/** The cells that those formulas read that we may work out; `undefined` where there are none. */
function readBy({ outline, tables, edits, open }: FilledWorkbook, trees: FormulaTrees): Area[] | undefined {
	const growing = new Set([...edits.values()].flatMap(({ grown }) => grown?.table ?? []));
	const places = placesOf(outline, tables, (table) => (growing.has(table) ? LAST_ROW : table.range.to.row));
	let isAny = false;
	const areasOf = (formula: Omit<SheetFormula, 'hasResult'>): Area[] => {
		try {
			const areas = readsOfKnown(treeOf(formula, trees), formula, places);
			isAny = true;
			return areas;
		} catch (error) {
			if (error instanceof LeftFormula) return [];
			throw error;
		}
	};
	const areas = open.flatMap(areasOf);
	for (const { name, part } of outline.sheets) {
		const { list } = edits.get(part) ?? {};
		for (const { column, formula } of list?.calculated ?? []) {
			const cell = { column, row: list?.firstRow ?? 1 };
			const standing: Standing = { sheet: name, cell, moved: { rows: 0, columns: 0 } };
			// The same in every row: what is read of the first is read of all.
			const down = (area: Area) => (area.firstRow === cell.row ? { ...area, lastRow: LAST_ROW } : area);
			areas.push(...areasOf({ ...standing, text: formula, fills: undefined }).map(down));
		}
	}
	return isAny ? areas : undefined;
}

/** Where the tables end, once the rows are written. */
function grownPlaces({ outline, tables, edits }: FilledWorkbook) {
	const ends = new Map([...edits.values()].flatMap(({ grown }) => (grown ? [[grown.table, grown.lastRow ?? 0]] : [])));
	return placesOf(outline, tables, (table) => Math.max(table.range.to.row, ends.get(table) ?? 0));
}

async function putSharedTexts(parts: WorkbookPackage, { workbook }: WorkbookOutline, found: Collected): Promise<void> {
	if (found.shared.size === 0) return;
	const part = (await relationshipsOf(parts, workbook)).find(({ type }) => type === 'sharedStrings')?.target;
	if (part === undefined || !parts.names.includes(part)) throw new LeftFormula('written');
	await putShared(parts.chunks(part), found);
}

/** What an array formula without a result filled beside its own cell is not known either. */
function hideSpilled({ cells, open }: Collected): void {
	for (const { fills, sheet } of open) {
		if (!fills) continue;
		cells.look((fills.lastRow - fills.firstRow + 1) * (fills.lastColumn - fills.firstColumn + 1));
		for (let { firstRow: row } = fills; row <= fills.lastRow; row++) {
			for (let { firstColumn: column } = fills; column <= fills.lastColumn; column++) {
				cells.put(sheet, column, row, UNKNOWN);
			}
		}
	}
}
