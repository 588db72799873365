import type { Problem } from './messages.ts';
import {
	cellAddress,
	columnLetters,
	isSameCell,
	isWithin,
	LAST_ROW,
	parseCell,
	parseColumn,
	rangeAddress,
	type CellPosition,
} from './cell-address.ts';
import { figuresFor, listsFor, type ReturnKind } from './figures.ts';
import type { CellEntry, ListEntry, Mapping, Place } from './mapping.ts';
import { holds, type SheetStructure, type WorkbookStructure } from './structure.ts';

type Params = Problem['params'];

/** One target of a mapping, with what its messages call it. */
interface Target {
	sheet: string;
	cell: CellPosition;
	entry: Params;
}

function problem(code: Problem['code'], params: Params): Problem {
	return { field: 'mapping', code, params };
}

/**
 * What is wrong with a mapping for this workbook (3.7, 3.9): each problem names its entry. An entry needs a figure that
 * there is, in a view that it has, and a cell to itself that is neither a formula nor hidden under a merged one.
 */
export function mappingProblems(kind: ReturnKind, mapping: Mapping, structure: WorkbookStructure): Problem[] {
	const targets: Target[] = [];
	const problems = mapping.cells.flatMap((entry, index): Problem[] => {
		const named = { line: index + 1, figure: entry.figure };
		return figureProblem(kind, entry, named) ?? place(entry.place, named, structure, targets) ?? [];
	});
	for (const [index, list] of mapping.lists.entries()) {
		const other = mapping.lists.slice(0, index).find(({ sheet }) => sheet === list.sheet);
		if (!listsFor(kind).includes(list.of)) problems.push(problem('mapping_list_unknown', { rows: list.of }));
		else if (other) problems.push(problem('mapping_list_beside', { ...rowsOf(list), other_rows: other.of }));
		else problems.push(...listProblems(list, structure, targets));
	}
	return [...problems, ...sharedCells(targets)];
}

/** Whether there is enough of a mapping to fill a file with: one figure for the PMI, one column for what has rows. */
export function isComplete(kind: ReturnKind, { cells, lists }: Mapping): boolean {
	if (listsFor(kind).length === 0) return cells.length > 0;
	return lists.some(({ columns }) => Object.keys(columns).length > 0);
}

function rowsOf({ of, sheet }: ListEntry): { rows: string; sheet: string } {
	return { rows: of, sheet };
}

function figureProblem(kind: ReturnKind, { figure: key, view, cpa }: CellEntry, named: Params): Problem[] | undefined {
	const figure = figuresFor(kind).find((each) => each.key === key);
	if (!figure) return [problem('mapping_figure_unknown', named)];
	if (!figure.views.includes(view)) return [problem('mapping_view_unknown', named)];
	const wrongArea = cpa !== null && (!figure.perCpa || cpa < 1 || cpa > 9);
	return wrongArea ? [problem('mapping_cpa_unknown', { ...named, cpa })] : undefined;
}

/** Finds the cell of an entry and notes it among the targets; or says what is wrong with it. */
function place(
	to: Place,
	entry: Params,
	{ sheets, names }: WorkbookStructure,
	targets: Target[],
): Problem[] | undefined {
	const named = 'name' in to ? names.find((each) => each.name === to.name) : undefined;
	if ('name' in to && !named) return [problem('mapping_name_missing', { ...entry, name: to.name })];
	const sheetName = named?.sheet ?? ('sheet' in to ? to.sheet : '');
	const sheet = sheets.find((each) => each.name === sheetName);
	if (!sheet) return [problem('mapping_sheet_missing', { ...entry, sheet: sheetName })];
	const cell = named?.cell ?? ('cell' in to ? parseCell(to.cell) : undefined);
	if (!cell) return [problem('mapping_cell_invalid', { ...entry, cell: 'cell' in to ? to.cell : '' })];
	targets.push({ sheet: sheetName, cell, entry });
	return cellProblem(sheet, cell, entry);
}

function cellProblem(sheet: SheetStructure, cell: CellPosition, entry: Params): Problem[] | undefined {
	const where = { ...entry, cell: `${sheet.name}!${cellAddress(cell)}` };
	const block = sheet.blocks?.find((range) => isWithin(cell, range));
	if (block) return [problem('mapping_cell_block', { ...where, range: rangeAddress(block) })];
	if (holds(sheet.formulas, cell)) return [problem('mapping_cell_formula', where)];
	const merge = sheet.merges.find((range) => isWithin(cell, range));
	if (!merge || isSameCell(merge.from, cell)) return undefined;
	return [problem('mapping_cell_merged', { ...where, first_cell: cellAddress(merge.from) })];
}

/** The rows of a list need columns of their own with nothing below their first row. */
function listProblems(list: ListEntry, { sheets }: WorkbookStructure, targets: Target[]): Problem[] {
	const sheet = sheets.find((each) => each.name === list.sheet);
	if (!sheet) return [problem('mapping_list_sheet_missing', rowsOf(list))];
	if (list.first_row < 1 || list.first_row > LAST_ROW) {
		return [problem('mapping_list_row', { ...rowsOf(list), row: list.first_row })];
	}
	const columns = Object.entries(list.columns);
	const found = columns.flatMap(([column, letters]): Problem[] => {
		const number = parseColumn(letters);
		const entry = { ...rowsOf(list), column, letters };
		if (number === undefined) return [problem('mapping_column_invalid', entry)];
		const earlier = columns.find(([other, own]) => parseColumn(own) === number && other !== column);
		if (earlier && columns.indexOf(earlier) < columns.findIndex(([own]) => own === column)) {
			return [problem('mapping_column_twice', { ...entry, other_column: earlier[0] })];
		}
		targets.push({ sheet: sheet.name, cell: { column: number, row: list.first_row }, entry });
		return columnProblem(sheet, number, list.first_row, entry);
	});
	return found;
}

function columnProblem(sheet: SheetStructure, column: number, first: number, entry: Params): Problem[] {
	const merged = sheet.merges.find(({ from, to }) => column >= from.column && column <= to.column && to.row >= first);
	if (merged) return [problem('mapping_column_merged', { ...entry, cell: cellAddress(merged.from) })];
	const block = sheet.blocks?.find(({ from, to }) => column >= from.column && column <= to.column && to.row >= first);
	if (block) return [problem('mapping_column_block', { ...entry, range: rangeAddress(block) })];
	const taken = sheet.formulas.find(([own, , last]) => own === column && last >= first);
	const below = taken ?? sheet.filled.find(([own, , last]) => own === column && last > first);
	if (!below) return [];
	const row = Math.max(below[1], taken ? first : first + 1);
	return [problem('mapping_column_filled', { ...entry, cell: `${columnLetters(column)}${row}` })];
}

/** No two entries go to one cell. */
function sharedCells(targets: readonly Target[]): Problem[] {
	const seen = new Map<string, Target>();
	return targets.flatMap((target) => {
		const cell = `${target.sheet}!${cellAddress(target.cell)}`;
		const before = seen.get(cell);
		if (!before) seen.set(cell, target);
		// A column of the list says for itself what it shares.
		if (!before || before.entry?.line === undefined || target.entry?.line === undefined) {
			return before ? [problem('mapping_cell_in_list', { ...target.entry, ...before.entry, cell })] : [];
		}
		return [problem('mapping_cell_twice', { ...target.entry, cell, other: before.entry.line })];
	});
}
