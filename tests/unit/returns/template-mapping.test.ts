/** What can be wrong with the mapping of a Buyer’s template (3.7 to 3.9). */
import { describe, expect, it, test } from 'vitest';
import { valuesOf } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import type { ReturnKind } from '../../../extensions/peer-mentoring/src/domain/returns/templates/figures.ts';
import {
	isComplete,
	mappingProblems,
} from '../../../extensions/peer-mentoring/src/domain/returns/templates/mapping-problems.ts';
import {
	readMapping,
	type CellEntry,
	type ListEntry,
} from '../../../extensions/peer-mentoring/src/domain/returns/templates/mapping.ts';
import type { WorkbookStructure } from '../../../extensions/peer-mentoring/src/domain/returns/templates/structure.ts';

const STRUCTURE: WorkbookStructure = {
	sheets: [
		{
			name: 'Return',
			merges: [{ from: { column: 1, row: 1 }, to: { column: 3, row: 1 } }],
			formulas: [[4, 5, 9]],
			filled: [
				[4, 5, 9],
				[1, 1, 3],
				[6, 20, 20],
			],
		},
	],
	names: [{ name: 'Refs', sheet: 'Return', cell: { column: 2, row: 2 } }],
};

const entry = (cell: string, more: Partial<CellEntry> = {}): CellEntry => ({
	figure: 'contract',
	view: 'cumulative',
	cpa: null,
	place: { sheet: 'Return', cell },
	...more,
});

const list = (columns: ListEntry['columns'], first_row = 4, sheet = 'Return'): ListEntry => ({
	of: 'mentees',
	sheet,
	first_row,
	columns,
});

describe('a mapping', () => {
	test.each<[string, CellEntry[], string[]]>([
		['of cells that there are', [entry('B2'), entry('A1'), entry('C9')], []],
		['of a name', [entry('', { place: { name: 'Refs' } })], []],
		['of a figure that there is not', [entry('B2', { figure: 'x' })], ['mapping_figure_unknown']],
		['of a figure in a view it has not', [entry('B2', { view: 'month' })], ['mapping_view_unknown']],
		['of a fact of one area', [entry('B2', { cpa: 9 })], ['mapping_cpa_unknown']],
		['of an area that there is not', [entry('B2', { figure: 'starts_total.total', cpa: 10 })], ['mapping_cpa_unknown']],
		['of an area that there is', [entry('B2', { figure: 'starts_total.total', cpa: 9 })], []],
		['to a missing name', [entry('', { place: { name: 'X' } })], ['mapping_name_missing']],
		['to a missing sheet', [entry('', { place: { sheet: 'X', cell: 'A1' } })], ['mapping_sheet_missing']],
		['to no cell', [entry('1A')], ['mapping_cell_invalid']],
		['to a formula', [entry('D7')], ['mapping_cell_formula']],
		['to a cell under a merged one', [entry('C1')], ['mapping_cell_merged']],
		['to one cell twice', [entry('B2'), entry('$B$2')], ['mapping_cell_twice']],
		['to one cell by its name too', [entry('', { place: { name: 'Refs' } }), entry('b2')], ['mapping_cell_twice']],
		[
			'with several faults',
			[entry('D5'), entry('B2', { figure: 'x' })],
			['mapping_cell_formula', 'mapping_figure_unknown'],
		],
	])('%s', (_, cells, codes) => {
		const problems = mappingProblems('pmi', { cells, lists: [] }, STRUCTURE);
		expect(problems.map(({ code }) => code)).toEqual(codes);
	});

	test.each<[string, ListEntry, string[]]>([
		['below its headings', list({ nino: 'A', start_date: 'B' }), []],
		['on a missing sheet', list({ nino: 'A' }, 4, 'X'), ['mapping_list_sheet_missing']],
		['from row 0', list({ nino: 'A' }, 0), ['mapping_list_row']],
		['in no column', list({ nino: 'A1' }), ['mapping_column_invalid']],
		['in one column twice', list({ nino: 'A', start_date: 'a' }), ['mapping_column_twice']],
		['over formulas', list({ nino: 'D' }), ['mapping_column_filled']],
		['from a formula on', list({ nino: 'D' }, 9), ['mapping_column_filled']],
		['below formulas', list({ nino: 'D' }, 10), []],
		['over something further down', list({ nino: 'F' }), ['mapping_column_filled']],
		['over an example in its first row', list({ nino: 'F' }, 20), []],
		['over merged cells', list({ nino: 'C' }, 1), ['mapping_column_merged']],
	])('of the tracker’s rows %s', (_, rows, codes) => {
		const problems = mappingProblems('mentee_tracker', { cells: [], lists: [rows] }, STRUCTURE);
		expect(problems.map(({ code }) => code)).toEqual(codes);
	});

	test.each<[string, ReturnKind, ListEntry[], string[]]>([
		['the spend of a quarter', 'sme_spend', [{ ...list({ organisation: 'A', amount: 'B' }), of: 'spend' }], []],
		['Mentees in a return of spend', 'sme_spend', [list({ nino: 'A' })], ['mapping_list_unknown']],
		[
			'versions and costs on a sheet each',
			'contract_cost_register',
			[
				{ ...list({ title: 'A' }), of: 'documents' },
				{ ...list({ month: 'A' }, 2, 'Costs'), of: 'costs' },
			],
			[],
		],
		[
			'versions and costs on one sheet',
			'contract_cost_register',
			[
				{ ...list({ title: 'A' }), of: 'documents' },
				{ ...list({ month: 'B' }), of: 'costs' },
			],
			['mapping_list_beside'],
		],
		['costs in an IPR Log', 'ipr_log', [{ ...list({ month: 'A' }), of: 'costs' }], ['mapping_list_unknown']],
	])('of %s', (_, kind, lists, codes) => {
		const costs = { name: 'Costs', merges: [], formulas: [], filled: [] };
		const structure = { ...STRUCTURE, sheets: [...STRUCTURE.sheets, costs] };
		expect(mappingProblems(kind, { cells: [], lists }, structure).map(({ code }) => code)).toEqual(codes);
	});

	it('has no rows in the PMI, and no cell among the rows', () => {
		const rows = list({ nino: 'B' });
		expect(mappingProblems('pmi', { cells: [], lists: [rows] }, STRUCTURE)[0]?.code).toBe('mapping_list_unknown');
		const shared = mappingProblems('mentee_tracker', { cells: [entry('B4')], lists: [rows] }, STRUCTURE);
		expect(shared).toEqual([
			{ field: 'mapping', code: 'mapping_cell_in_list', params: expect.objectContaining({ line: 1 }) },
		]);
	});

	it('is complete with one figure, or one column', () => {
		expect(isComplete('pmi', { cells: [], lists: [] })).toBe(false);
		expect(isComplete('pmi', { cells: [entry('B2')], lists: [] })).toBe(true);
		expect(isComplete('mentee_tracker', { cells: [entry('B2')], lists: [list({})] })).toBe(false);
		expect(isComplete('mentee_tracker', { cells: [], lists: [list({ nino: 'A' })] })).toBe(true);
	});

	test.each<[unknown, unknown]>([
		[null, { cells: [], lists: [] }],
		['{"cells":[]}', { cells: [], lists: [] }],
		['no JSON', { notAnEntry: 0 }],
		[[], { notAnEntry: 0 }],
		[{ cells: {} }, { notAnEntry: 0 }],
		[{ cells: [entry('B2'), { figure: 5 }] }, { notAnEntry: 2 }],
		[{ cells: [{ ...entry('B2'), view: 'year' }] }, { notAnEntry: 1 }],
		[{ cells: [{ ...entry('B2'), place: 'B2' }] }, { notAnEntry: 1 }],
		[{ cells: [{ ...entry('B2'), cpa: 1.5 }] }, { notAnEntry: 1 }],
		[{ lists: [list({ nino: 'A' })] }, { cells: [], lists: [list({ nino: 'A' })] }],
		[{ lists: [list({ name: 'A' })] }, { notAnEntry: 0 }],
		[{ lists: [list({ nino: 5 } as never)] }, { notAnEntry: 0 }],
		[{ lists: [{ ...list({}), of: 'toString' }] }, { notAnEntry: 0 }],
		[{ lists: [list({}), list({}, 4, 'Other')] }, { notAnEntry: 0 }],
		[{ lists: { ...list({}) } }, { notAnEntry: 0 }],
		// As the version before stored it.
		[
			{ cells: [], list: { sheet: 'Return', first_row: 4, columns: { nino: 'A' } } },
			{ cells: [], lists: [list({ nino: 'A' })] },
		],
		[
			{ cells: [], list: null },
			{ cells: [], lists: [] },
		],
		[{ cells: Array.from({ length: 2001 }, () => entry('B2')) }, { notAnEntry: 0 }],
	])('%j is read', (given, expected) => expect(readMapping(given)).toEqual(expected));

	it('knows each item of the tracker', () => expect(valuesOf('tracker_column')).toHaveLength(28));
});
