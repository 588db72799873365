/** What a problem of a mapping names, so that whoever reads it finds the entry (3.7, 3.9). */
import { describe, expect, it, test } from 'vitest';
import { valuesOf } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import {
	isComplete,
	mappingProblems,
} from '../../../extensions/peer-mentoring/src/domain/returns/templates/mapping-problems.ts';
import {
	isEmpty,
	type CellEntry,
	type ListEntry,
} from '../../../extensions/peer-mentoring/src/domain/returns/templates/mapping.ts';
import type { ReturnKind } from '../../../extensions/peer-mentoring/src/domain/returns/templates/figures.ts';
import type { WorkbookStructure } from '../../../extensions/peer-mentoring/src/domain/returns/templates/structure.ts';

/** Columns B and D hold formulas in rows 5 to 9, F something in row 20; A1:C2 is merged, and H8:I9. */
const STRUCTURE: WorkbookStructure = {
	sheets: [
		{ name: 'Other', merges: [], formulas: [], filled: [] },
		{
			name: 'Return',
			merges: [
				{ from: { column: 1, row: 1 }, to: { column: 3, row: 2 } },
				{ from: { column: 8, row: 8 }, to: { column: 9, row: 9 } },
			],
			formulas: [
				[2, 5, 9],
				[4, 5, 9],
			],
			filled: [
				[2, 5, 9],
				[4, 5, 9],
				[6, 20, 22],
			],
		},
	],
	names: [
		{ name: 'Other', sheet: 'Return', cell: { column: 5, row: 1 } },
		{ name: 'Refs', sheet: 'Return', cell: { column: 4, row: 6 } },
	],
};
const entry = (cell: string, more: Partial<CellEntry> = {}): CellEntry => ({
	figure: 'contract',
	view: 'cumulative',
	cpa: null,
	place: { sheet: 'Return', cell },
	...more,
});
const named = (name: string) => entry('', { place: { name } });
const rows = (columns: ListEntry['columns'], first_row = 4, sheet = 'Return'): ListEntry => ({
	of: 'mentees',
	sheet,
	first_row,
	columns,
});
const contract = { line: 1, figure: 'contract' };
const mentees = { rows: 'mentees', sheet: 'Return' };

describe('a problem of an entry names it', () => {
	test.each<[CellEntry, string, object]>([
		[entry('E3', { figure: 'x' }), 'mapping_figure_unknown', { line: 1, figure: 'x' }],
		[entry('E3', { view: 'month' }), 'mapping_view_unknown', contract],
		[entry('E3', { cpa: 9 }), 'mapping_cpa_unknown', { ...contract, cpa: 9 }],
		[named('Missing'), 'mapping_name_missing', { ...contract, name: 'Missing' }],
		[entry('', { place: { sheet: 'X', cell: 'A1' } }), 'mapping_sheet_missing', { ...contract, sheet: 'X' }],
		[entry('1A'), 'mapping_cell_invalid', { ...contract, cell: '1A' }],
		[entry('d5'), 'mapping_cell_formula', { ...contract, cell: 'Return!D5' }],
		[named('Refs'), 'mapping_cell_formula', { ...contract, cell: 'Return!D6' }],
		[entry('C2'), 'mapping_cell_merged', { ...contract, cell: 'Return!C2', first_cell: 'A1' }],
		[entry('I9'), 'mapping_cell_merged', { ...contract, cell: 'Return!I9', first_cell: 'H8' }],
	])('%j: %s', (cell, code, params) => {
		expect(mappingProblems('pmi', { cells: [cell], lists: [] }, STRUCTURE)).toEqual([
			{ field: 'mapping', code, params },
		]);
	});

	test.each(['A1', 'H8', 'D4', 'D10', 'D3', 'E5', 'J8', 'G9'])('%s has none', (cell) => {
		expect(mappingProblems('pmi', { cells: [entry(cell)], lists: [] }, STRUCTURE)).toEqual([]);
	});

	test.each([
		[0, 1],
		[1, 0],
		[9, 0],
		[10, 1],
	])('area %i has %i', (cpa, number) => {
		const cells = [entry('E3', { figure: 'starts_total.total', cpa })];
		expect(mappingProblems('pmi', { cells, lists: [] }, STRUCTURE)).toHaveLength(number);
	});

	it('counts lines from one, and says with which line a cell is shared', () => {
		const cells = [entry('E3'), entry('E4'), entry('$e$3', { figure: 'month' }), named('Other'), entry('E1')];
		const [first, second, ...none] = mappingProblems('pmi', { cells, lists: [] }, STRUCTURE);
		const twice = { field: 'mapping', code: 'mapping_cell_twice' };
		expect(first).toEqual({ ...twice, params: { line: 3, figure: 'month', cell: 'Return!E3', other: 1 } });
		expect(second).toEqual({ ...twice, params: { line: 5, figure: 'contract', cell: 'Return!E1', other: 4 } });
		expect(none).toEqual([]);
	});

	it('names of three entries for one cell the first', () => {
		const found = mappingProblems('pmi', { cells: [entry('E3'), entry('E3'), entry('E3')], lists: [] }, STRUCTURE);
		expect(found.map(({ params }) => [params?.line, params?.other])).toEqual([
			[2, 1],
			[3, 1],
		]);
	});

	it('shares nothing with a cell of the same address on another sheet', () => {
		const cells = [entry('E3'), entry('', { place: { sheet: 'Other', cell: 'E3' } })];
		expect(mappingProblems('pmi', { cells, lists: [] }, STRUCTURE)).toEqual([]);
	});
});

describe('a problem of the rows names them', () => {
	const problems = (...lists: ListEntry[]) => mappingProblems('mentee_tracker', { cells: [], lists }, STRUCTURE);
	const column = (letters: string, more: object = {}) => ({ ...mentees, column: 'nino', letters, ...more });

	test.each<[ListEntry, string, object]>([
		[rows({ nino: 'A' }, 4, 'X'), 'mapping_list_sheet_missing', { rows: 'mentees', sheet: 'X' }],
		[rows({ nino: 'A' }, 0), 'mapping_list_row', { ...mentees, row: 0 }],
		[rows({ nino: 'A' }, 1_048_577), 'mapping_list_row', { ...mentees, row: 1_048_577 }],
		[rows({ nino: 'A1' }), 'mapping_column_invalid', column('A1')],
		[rows({ nino: 'D' }), 'mapping_column_filled', column('D', { cell: 'D5' })],
		[rows({ nino: 'D' }, 7), 'mapping_column_filled', column('D', { cell: 'D7' })],
		[rows({ nino: 'D' }, 9), 'mapping_column_filled', column('D', { cell: 'D9' })],
		[rows({ nino: 'F' }), 'mapping_column_filled', column('F', { cell: 'F20' })],
		[rows({ nino: 'F' }, 20), 'mapping_column_filled', column('F', { cell: 'F21' })],
		[rows({ nino: 'C' }, 2), 'mapping_column_merged', column('C', { cell: 'A1' })],
		[rows({ nino: 'I' }), 'mapping_column_merged', column('I', { cell: 'H8' })],
		[rows({ nino: 'H' }), 'mapping_column_merged', column('H', { cell: 'H8' })],
		[
			rows({ nino: 'A', start_date: 'a' }),
			'mapping_column_twice',
			{ ...mentees, column: 'start_date', letters: 'a', other_column: 'nino' },
		],
	])('%j: %s', (list, code, params) => {
		expect(problems(list)).toEqual([{ field: 'mapping', code, params }]);
	});

	test.each<[ListEntry]>([
		[rows({ nino: 'C' }, 3)],
		[rows({ nino: 'F' }, 22)],
		[rows({ nino: 'D' }, 10)],
		[rows({ nino: 'J' }, 1)],
		[rows({ nino: 'G' }, 1)],
		[rows({ nino: 'E' }, 1)],
		[rows({ nino: 'A' }, 1_048_576)],
		[rows({})],
	])('%j has none', (list) => expect(problems(list)).toEqual([]));

	it('says of three items in one column which each one meets', () => {
		const found = problems(rows({ nino: 'A', start_date: 'A', first_name: 'A' }));
		expect(found.map(({ params }) => [params?.column, params?.other_column])).toEqual([
			['start_date', 'nino'],
			['first_name', 'nino'],
		]);
	});

	it('says which rows a template of its kind cannot hold, and which stand beside others', () => {
		const costs: ListEntry = { ...rows({ month: 'A' }), of: 'costs' };
		const documents: ListEntry = { ...rows({ title: 'G' }), of: 'documents' };
		const both = { cells: [], lists: [documents, costs] };
		expect(mappingProblems('contract_cost_register', both, STRUCTURE)).toEqual([
			{
				field: 'mapping',
				code: 'mapping_list_beside',
				params: { rows: 'costs', sheet: 'Return', other_rows: 'documents' },
			},
		]);
		expect(mappingProblems('ipr_log', { cells: [], lists: [costs] }, STRUCTURE)).toEqual([
			{ field: 'mapping', code: 'mapping_list_unknown', params: { rows: 'costs' } },
		]);
	});

	it('says of a cell among the rows which entry and which item meet', () => {
		const mapping = { cells: [entry('E4')], lists: [rows({ nino: 'E' })] };
		expect(mappingProblems('mentee_tracker', mapping, STRUCTURE)).toEqual([
			{
				field: 'mapping',
				code: 'mapping_cell_in_list',
				params: { ...mentees, ...contract, column: 'nino', letters: 'E', cell: 'Return!E4' },
			},
		]);
	});
});

describe('enough of a mapping', () => {
	test.each(valuesOf('return_kind') as ReturnKind[])(
		'of %s is one figure where it has no rows, and one column where it has',
		(kind) => {
			const figure = { cells: [entry('B2')], lists: [] };
			const list = { cells: [], lists: [{ ...rows({ title: 'A' }), of: 'documents' } as const] };
			expect([isComplete(kind, figure), isComplete(kind, list)]).toEqual([kind === 'pmi', kind !== 'pmi']);
		},
	);

	it('is not one list of two without a column, but one with', () => {
		expect(isComplete('contract_cost_register', { cells: [], lists: [rows({}), rows({})] })).toBe(false);
		expect(isComplete('contract_cost_register', { cells: [], lists: [rows({}), rows({ title: 'A' })] })).toBe(true);
	});

	it('is nothing at all only where there is neither a cell nor a list', () => {
		expect(isEmpty({ cells: [], lists: [] })).toBe(true);
		expect(isEmpty({ cells: [entry('B2')], lists: [] })).toBe(false);
		expect(isEmpty({ cells: [], lists: [rows({})] })).toBe(false);
	});
});
