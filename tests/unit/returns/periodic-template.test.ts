/** The Buyer's templates of the quarterly and six-monthly returns: what can go into them, and what does (3.7, 3.8). */
import ExcelJS from 'exceljs';
import { describe, expect, it, test } from 'vitest';
import {
	day,
	parseMonth,
	type CalendarMonth,
} from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { PeriodicReport } from '../../../extensions/peer-mentoring/src/domain/returns/periodic/periodic-report.ts';
import { figuresFor, listsFor } from '../../../extensions/peer-mentoring/src/domain/returns/templates/figures.ts';
import { LISTS } from '../../../extensions/peer-mentoring/src/domain/returns/templates/lists.ts';
import { mappingProblems } from '../../../extensions/peer-mentoring/src/domain/returns/templates/mapping-problems.ts';
import type { Mapping } from '../../../extensions/peer-mentoring/src/domain/returns/templates/mapping.ts';
import { periodicSource } from '../../../extensions/peer-mentoring/src/domain/returns/templates/sources.ts';
import { fillTemplate } from '../../../extensions/peer-mentoring/src/workbook/template/fill.ts';
import { templateFilling } from '../../../extensions/peer-mentoring/src/workbook/template/filling.ts';
import { inspectTemplate } from '../../../extensions/peer-mentoring/src/workbook/template/inspect.ts';
import { bytesOf } from '../../../extensions/peer-mentoring/src/workbook/template/pack.ts';

const month = (text: string) => parseMonth(text) as CalendarMonth;

describe('a quarterly or six-monthly return on the Buyer’s template', () => {
	const report: PeriodicReport = {
		id: 'id',
		kind: 'contract_cost_register',
		contract: 'PM-CPA9',
		cpas: [9],
		supplier: 'Sample',
		period: { from: day('2024-01-01'), to: day('2024-06-30') },
		month: month('2024-06'),
		due_on: day('2024-07-05'),
		status: 'ready',
		nil_declared_on: null,
		spend: [],
		total_pence: 0,
		documents: [{ id: 'd', dated: day('2024-06-03'), revision: true, title: '=1+1', version: '2', has_file: true }],
		costs: {
			months: [{ month: month('2024-01'), actual_pence: 30_000_50, deferred_pence: 0 }],
			actual_pence: 30_000_50,
			agreed_pence: null,
			left_pence: null,
		},
	};
	const valueOf = (figure: string, change: Partial<PeriodicReport> = {}) =>
		periodicSource({ ...report, ...change }).valueOf({ figure, view: 'cumulative', cpa: null, place: { name: 'x' } });
	const spend = [
		{ dated: day('2024-04-21'), revision: false, organisation: 'Alpha', amount_pence: 1_234_05 },
		{ dated: day('2024-02-01'), revision: true, organisation: 'Beta', amount_pence: -5 },
	];
	const ofSpend: Partial<PeriodicReport> = {
		kind: 'sme_spend',
		spend,
		total_pence: 1_234_00,
		documents: [],
		costs: null,
	};

	test.each<[string, Partial<PeriodicReport>, unknown]>([
		['contract', {}, 'PM-CPA9'],
		['cpas', {}, '9'],
		['month', {}, { month: '2024-06' }],
		['due_on', {}, { day: '2024-07-05' }],
		['period_from', {}, { day: '2024-01-01' }],
		['period_to', {}, { day: '2024-06-30' }],
		['status', {}, 'Ready'],
		['versions', {}, 1],
		['costs_actual', {}, 30000.5],
		['costs_agreed', {}, null],
		['costs_left', {}, null],
		['costs_left', { costs: { months: [], actual_pence: 5, agreed_pence: 100, left_pence: 95 } }, 0.95],
		['spend_total', {}, undefined],
		['spend_total', ofSpend, 1234],
		['spend_rows', ofSpend, 2],
		['versions', ofSpend, undefined],
		['nil_return', ofSpend, ''],
		// Revisions alone leave the period itself to be declared.
		['nil_return', {}, expect.stringMatching(/^Nothing is recorded, and no nil return/)],
		[
			'nil_return',
			{ nil_declared_on: day('2024-07-02') },
			expect.stringMatching(/^Nil return, declared on 2 July 2024/),
		],
	])('%s of %o is %o', (figure, change, expected) => expect(valueOf(figure, change)).toEqual(expected));

	it('has every figure and row that a template of its kind can ask for', () => {
		for (const [kind, change] of [
			['contract_cost_register', {}],
			['ipr_log', { kind: 'ipr_log', costs: null }],
			['sme_spend', ofSpend],
			['subcontractor_spend', { ...ofSpend, kind: 'subcontractor_spend' }],
		] as const) {
			for (const { key } of figuresFor(kind)) expect([key, valueOf(key, change)]).not.toEqual([key, undefined]);
			for (const of of listsFor(kind)) {
				const [row] = [...(periodicSource({ ...report, ...change }).lists[of] as Iterable<object>)];
				expect(Object.keys(row!)).toEqual(LISTS[of].columns.map(({ key }) => key));
			}
		}
	});

	it('fills the rows of each sheet, and leaves everything else as it was', async () => {
		const book = new ExcelJS.Workbook();
		const [versions, costs] = [book.addWorksheet('Versions'), book.addWorksheet('Costs')];
		versions.addRow(['Title', 'Version', 'Dated', 'Remark']);
		costs.addRow(['Month', 'Actual']);
		costs.addRow(['', 0]);
		costs.getCell('B2').numFmt = '£#,##0.00';
		costs.getCell('D1').value = { formula: 'SUM(B2:B100)' };
		const template = Buffer.from((await book.xlsx.writeBuffer()) as ArrayBuffer);
		const mapping: Mapping = {
			cells: [{ figure: 'versions', view: 'cumulative', cpa: null, place: { sheet: 'Versions', cell: 'F1' } }],
			lists: [
				{
					of: 'documents',
					sheet: 'Versions',
					first_row: 2,
					columns: { title: 'A', version: 'B', dated: 'C', remark: 'D' },
				},
				{ of: 'costs', sheet: 'Costs', first_row: 2, columns: { month: 'A', actual: 'B' } },
			],
		};
		const structure = await inspectTemplate(template);
		expect(mappingProblems('contract_cost_register', mapping, structure)).toEqual([]);
		const months = [...report.costs!.months, { month: month('2024-02'), actual_pence: 5, deferred_pence: 5 }];
		const source = periodicSource({ ...report, costs: { ...report.costs!, months } });
		const filled = await bytesOf(await fillTemplate(template, templateFilling({ mapping, structure }, source)));
		const read = new ExcelJS.Workbook();
		await read.xlsx.load(filled as never);
		const [sheet, money] = [read.getWorksheet('Versions')!, read.getWorksheet('Costs')!];
		expect((sheet.getRow(2).values as unknown[]).slice(1)).toEqual([
			'=1+1',
			'2',
			new Date('2024-06-03'),
			'Revision of an earlier period; File stored with the entry',
		]);
		expect(sheet.getCell('F1').value).toBe(1);
		expect([money.getCell('A2').value, money.getCell('B2').value, money.getCell('B3').value]).toEqual([
			'January 2024',
			30000.5,
			0.05,
		]);
		expect(money.getCell('B3').numFmt).toBe('£#,##0.00');
		expect(money.getCell('D1').formula).toBe('SUM(B2:B100)');
	});
});
