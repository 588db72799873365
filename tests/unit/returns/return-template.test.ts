/** What a Buyer's template can ask for, and what can be wrong with its mapping (3.7 to 3.9). */
import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { valuesOf } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import { pmiTally } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/pmi.ts';
import { EMPTY_REPORT } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/report.ts';
import {
	cellAddress,
	columnLetters,
	parseCell,
	parseColumn,
} from '../../../extensions/peer-mentoring/src/domain/returns/templates/cell-address.ts';
import type { FigureSource } from '../../../extensions/peer-mentoring/src/domain/returns/templates/figure.ts';
import {
	figureLabel,
	figuresFor,
	listsFor,
	PMI_FIGURES as PMI,
	type ReturnKind,
} from '../../../extensions/peer-mentoring/src/domain/returns/templates/figures.ts';
import { isFixed, templateInForce } from '../../../extensions/peer-mentoring/src/domain/returns/templates/in-force.ts';
import {
	isComplete,
	mappingProblems,
} from '../../../extensions/peer-mentoring/src/domain/returns/templates/mapping-problems.ts';
import { columnLabel, LISTS } from '../../../extensions/peer-mentoring/src/domain/returns/templates/lists.ts';
import {
	readMapping,
	type CellEntry,
	type ListEntry,
} from '../../../extensions/peer-mentoring/src/domain/returns/templates/mapping.ts';
import type { WorkbookStructure } from '../../../extensions/peer-mentoring/src/domain/returns/templates/structure.ts';
import { facts, journey } from '../support/journeys.ts';
import { pmiContext } from '../support/pmi.ts';

const figureOf = (key: string) => PMI.find((figure) => figure.key === key);

/** The return of December 2023 with two people, the one who started in one area and the other in another. */
function source(): FigureSource {
	const context = pmiContext();
	const contract = { ...context.contract, cpas: [8, 9], supplier: 'Adferiad Cyf' };
	const tally = pmiTally({
		...context,
		contract,
		spend: [{ kind: 'sme', organisation: 'A', spent_on: day('2023-12-01'), amount_pence: 123456 }],
		costRegister: [{ version: '2.0', dated: day('2023-12-29'), title: 'Register' }],
	});
	tally.add(facts({ reference: 'A', cpa: 9 }));
	tally.add(
		journey({
			reference: 'B',
			cpa: 8,
			received_on: '2023-12-01',
			initial_meeting_on: '2023-12-04',
			initial_meeting_outcome: 'declined',
		}),
	);
	return {
		...tally.result(),
		contract,
		month: context.month,
		due_on: day('2024-01-08'),
		status: 'draft',
		report: { ...EMPTY_REPORT, recruitment: 'One joined.' },
	};
}

const valueOf = (key: string, view: 'cumulative' | 'month' = 'cumulative', cpa: number | null = null) =>
	figureOf(key)!.value(source(), { view, cpa });

/** Every number of the measures by its path, such as `referrals_total.total`. */
function numbersIn(value: unknown, path = ''): [string, unknown][] {
	if (typeof value === 'number' || value === null) return [[path, value]];
	if (typeof value !== 'object' || Array.isArray(value)) return [];
	return Object.entries(value as object).flatMap(([key, part]) => numbersIn(part, path ? `${path}.${key}` : key));
}

describe('the figures that a template can ask for', () => {
	const { measures } = source();
	const journeyMeasures = Object.entries(measures).filter(([key]) => !/spend|register|log/.test(key));

	test.each(numbersIn(Object.fromEntries(journeyMeasures)))('%s is what the PMI says it is: %s', (key, expected) => {
		const figure = figureOf(key)!;
		const view = figure.views[0];
		const value = figure.value(source(), { view, cpa: null });
		expect(key.endsWith('percent') && value !== null ? (value as { percent: number }).percent : value).toBe(expected);
	});

	test.each(Object.keys(measures))('%s has a figure', (measure) => {
		expect(PMI.some(({ key }) => key.startsWith(`${measure}.`))).toBe(true);
	});

	it('are named apart, in both languages', () => {
		for (const language of ['en-GB', 'cy-GB'] as const) {
			const labels = PMI.map((figure) => figureLabel(figure, language));
			expect(new Set(labels).size).toBe(labels.length);
		}
		expect(new Set(PMI.map(({ key }) => key)).size).toBe(PMI.length);
		for (const figure of PMI) expect(figureLabel(figure, 'cy-GB')).not.toBe(figureLabel(figure, 'en-GB'));
	});

	test.each<[string, 'cumulative' | 'month', number | null, unknown]>([
		['referrals_total.total', 'cumulative', null, 2],
		['referrals_total.total', 'cumulative', 9, 1],
		['referrals_total.total', 'cumulative', 1, null],
		['referrals_new.total', 'month', null, 1],
		['referrals_new.total', 'month', 9, 0],
		['initial_meetings.total', 'cumulative', null, 2],
		['initial_meetings.total', 'month', null, 1],
		['initial_meetings_on_time.percent', 'month', 9, null],
		['sme_spend.total', 'month', null, 1234.56],
		['subcontractor_spend.total', 'month', null, 0],
		['contract_cost_register.version', 'month', null, '2.0'],
		['contract_cost_register.dated', 'month', null, { day: '2023-12-29' }],
		['ipr_log.version', 'month', null, null],
		['personnel_changes.minimum', 'month', 9, 3],
		['report.recruitment', 'month', null, 'One joined.'],
		['report.mitigations', 'month', null, ''],
		['month', 'cumulative', null, { month: '2023-12' }],
		['cut_off', 'cumulative', null, { day: '2023-12-31' }],
		['due_on', 'cumulative', null, { day: '2024-01-08' }],
		['status', 'cumulative', null, 'Draft'],
		['supplier', 'cumulative', null, 'Adferiad Cyf'],
		['cpas', 'cumulative', null, '8, 9'],
	])('%s, %s, of area %s, is %j', (key, view, cpa, expected) => {
		expect(valueOf(key, view, cpa)).toEqual(expected);
	});

	test.each(valuesOf('return_kind') as ReturnKind[])('of %s are named apart, in both languages', (kind) => {
		for (const language of ['en-GB', 'cy-GB'] as const) {
			const labels = [
				...figuresFor(kind).map((figure) => figureLabel(figure, language)),
				...listsFor(kind).flatMap((of) =>
					LISTS[of].columns.map(({ key }) => `${of} ${columnLabel(of, key, language)}`),
				),
			];
			expect(new Set(labels).size).toBe(labels.length);
		}
	});

	it('are the facts alone for the Mentee Tracker', () => {
		expect(figuresFor('mentee_tracker').every(({ key }) => !key.includes('.'))).toBe(true);
		expect(figuresFor('mentee_tracker').map(({ key }) => key)).toContain('month');
	});
});

describe('an address', () => {
	test.each([
		['B7', { column: 2, row: 7 }],
		['$AB$12', { column: 28, row: 12 }],
		['xfd1048576', { column: 16_384, row: 1_048_576 }],
		['XFE1', undefined],
		['A1048577', undefined],
		['A0', undefined],
		['7B', undefined],
		['A1:B2', undefined],
		['', undefined],
	])('%s', (text, expected) => expect(parseCell(text)).toEqual(expected));

	test.each([1, 26, 27, 52, 702, 703, 16_384])('column %d is written and read', (column) => {
		expect(parseColumn(columnLetters(column))).toBe(column);
	});

	it('is written as people write it', () => expect(cellAddress({ column: 28, row: 3 })).toBe('AB3'));
});

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

describe('the template of a month', () => {
	const template = (version: string, from: string | null, created: number) => ({
		version,
		in_use_from: from === null ? null : day(from),
		created,
	});
	const templates = [
		template('draft', null, 9),
		template('first', '2024-01-15', 1),
		template('second', '2024-04-01', 2),
		template('mended', '2024-04-01', 3),
	];

	test.each([
		['2023-12-31', undefined],
		['2024-01-31', 'first'],
		['2024-03-31', 'first'],
		['2024-04-30', 'mended'],
	])('that ends on %s is %s', (end, version) => {
		expect(templateInForce(templates, day(end))?.version).toBe(version);
	});

	it('stays as it is from its day on', () => {
		const [draft, first] = templates;
		expect(isFixed(draft!, day('2030-01-01'))).toBe(false);
		expect(isFixed(first!, day('2024-01-14'))).toBe(false);
		expect(isFixed(first!, day('2024-01-15'))).toBe(true);
	});
});
