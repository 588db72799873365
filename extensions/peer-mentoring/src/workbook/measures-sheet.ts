import type { Workbook } from 'exceljs';
import type { FigureKey, FigureRow } from '../domain/returns/pmi/breakdown.ts';
import { NOT_DUE, type QuarterlySpend, type SixMonthlyDocuments } from '../domain/returns/pmi/returns.ts';
import { figureNames, measuresUnder } from './pmi-labels.ts';
import type { PmiReturn } from './pmi-return.ts';
import { subtitleOf, termsOfReturn } from './pmi-return.ts';
import type { Value } from './sheet.ts';
import { addRow, addSheet, percentage, PERCENT, POUNDS, WHOLE } from './sheet.ts';

type Cells = readonly Value[];

/** Measures 8 to 16, each with the figures that explain it. */
const EVENTS: readonly (readonly [number, FigureKey, FigureKey?])[] = [
	[8, 'initial_meetings'],
	[9, 'initial_meetings_on_time'],
	[10, 'diagnostic_interviews'],
	[11, 'diagnostic_interviews_on_time'],
	[12, 'action_plans'],
	[13, 'action_plans_on_time'],
	[14, 'four_sessions'],
	[15, 'four_sessions_on_time', 'four_sessions_pending'],
	[16, 'eight_sessions', 'eight_sessions_of_left'],
];

/** All twenty measures in the order of 3.8: to the cut-off, in the month, and as Table A judges them. */
export function addMeasuresSheet(workbook: Workbook, pmi: PmiReturn): void {
	const share = (of = 'Of') => [
		{ header: 'Number', width: 12, format: WHOLE },
		{ header: of, width: 10, format: WHOLE },
		{ header: 'Percent', width: 10, format: PERCENT },
	];
	const sheet = addSheet(workbook, {
		name: 'Measures',
		title: 'Performance Management Information (3.8)',
		subtitle: subtitleOf(pmi),
		groups: [
			['No.', 1],
			['Measure', 1],
			['To the cut-off', 3],
			['In the month', 3],
			['Service level (Table A)', 3],
		],
		columns: [
			{ header: '', width: 6 },
			{ header: '', width: 68 },
			...share(),
			...share(),
			{ header: 'Met', width: 9, format: WHOLE },
			{ header: 'Decided', width: 10, format: WHOLE },
			{ header: 'Percent', width: 10, format: PERCENT },
		],
	});
	const terms = termsOfReturn(pmi);
	const names = figureNames(terms);
	const measures = measuresUnder(terms);
	const { total, by_route: byRoute } = pmi.breakdown;
	const row = (key: FigureKey, scope = total) => scope.rows.find((each) => each.key === key) as FigureRow;
	const measure = (number: number, cells: readonly Value[]) =>
		addRow(sheet, [number, measures[number - 1]?.name ?? '', ...fill(cells)]);
	const detail = (label: string, cells: readonly Value[]) => addRow(sheet, [null, label, ...fill(cells)], 'detail');
	const routes = (number: number, key: FigureKey, cells: (figure: FigureRow) => Value[]) => {
		measure(number, cells(row(key)));
		detail('Jobcentre Plus', cells(row(key, byRoute.jobcentre_plus)));
		detail('Third party', cells(row(key, byRoute.third_party)));
	};
	const toCutOff = (figure: FigureRow) => [figure.cumulative.number];
	const inMonth = (figure: FigureRow) => [null, null, null, figure.in_month?.number ?? null];

	const { rows, joined, left } = pmi.measures.personnel_changes;
	measure(1, [null, null, null, rows.length]);
	detail('Joined (people)', [null, null, null, joined]);
	detail('Left (people)', [null, null, null, left]);
	routes(2, 'referrals', toCutOff);
	routes(3, 'referrals', inMonth);
	routes(4, 'starts', toCutOff);
	routes(5, 'starts', inMonth);
	measure(6, figureCells(row('completions')));
	detail(names.completions_fewer_than_eight, figureCells(row('completions_fewer_than_eight')));
	measure(7, []);
	detail('Left (Mentees); days: sheet Length on provision', [total.lengths.left.count]);
	detail('Still on provision (Mentees)', [total.lengths.current.count]);
	for (const [number, key, explained] of EVENTS) {
		measure(number, figureCells(row(key)));
		if (explained) detail(names[explained], figureCells(row(explained)));
	}
	const { subcontractor_spend, sme_spend, contract_cost_register, ipr_log } = pmi.measures;
	for (const [number, spend] of [
		[17, subcontractor_spend],
		[18, sme_spend],
	] as const) {
		measure(number, spendCells(spend)).getCell(6).numFmt = POUNDS;
	}
	measure(19, documentCells(contract_cost_register));
	measure(20, documentCells(ipr_log));
}

function figureCells({ cumulative, in_month, service_level }: FigureRow): Cells {
	const judged = service_level?.cumulative;
	return [
		cumulative.number,
		cumulative.of ?? null,
		percentage(cumulative.percent),
		in_month?.number ?? null,
		in_month?.of ?? null,
		percentage(in_month?.percent),
		judged?.number ?? null,
		judged?.of ?? null,
		percentage(judged?.percent),
	];
}

function spendCells(spend: QuarterlySpend): Cells {
	return [null, null, null, spend.due ? Number(spend.total) : NOT_DUE];
}

function documentCells(documents: SixMonthlyDocuments): Cells {
	return [null, null, null, documents.due ? documents.documents.length : NOT_DUE];
}

function fill(cells: Cells): Cells {
	return Array.from({ length: 9 }, (_, index) => cells[index] ?? null);
}
