import type { Workbook } from 'exceljs';
import type { FigureKey, ScopeFigures } from '../domain/returns/pmi/breakdown.ts';
import type { BarChart } from './chart.ts';
import { figureNames } from './pmi-labels.ts';
import type { PmiReturn } from './pmi-return.ts';
import { subtitleOf, termsOfReturn } from './pmi-return.ts';
import { addRow, addSheet, WHOLE } from './sheet.ts';

export const CHART_SHEET = 'Chart';

/** The way of a Mentee, step by step. */
const STEPS: readonly FigureKey[] = [
	'referrals',
	'initial_meetings',
	'starts',
	'diagnostic_interviews',
	'action_plans',
	'four_sessions',
	'eight_sessions',
	'completions',
];
/** The rows above the first step: title, subtitle, an empty one, headings. */
const FIRST_ROW = 5;

/** How many have come how far, by route: a table, beside which its chart stands. */
export function addChartSheet(workbook: Workbook, pmi: PmiReturn): void {
	const sheet = addSheet(workbook, {
		name: CHART_SHEET,
		title: 'From referral to completion, up to the cut-off',
		subtitle: subtitleOf(pmi),
		columns: [
			{ header: 'Step', width: 32 },
			{ header: 'Jobcentre Plus', width: 16, format: WHOLE },
			{ header: 'Third party', width: 16, format: WHOLE },
		],
	});
	for (const row of rowsOf(pmi)) addRow(sheet, row);
}

/** The chart of {@link addChartSheet}, which reads the cells of its table. */
export function chartOf(pmi: PmiReturn): BarChart {
	const rows = rowsOf(pmi);
	const last = FIRST_ROW + rows.length - 1;
	const column = (letter: string) => `${CHART_SHEET}!$${letter}$${FIRST_ROW}:$${letter}$${last}`;
	const series = (name: string, letter: string, index: 1 | 2, colour: string) => ({
		name,
		cells: column(letter),
		values: rows.map((row) => row[index]),
		colour,
	});
	return {
		title: 'From referral to completion, by referral route',
		categories: { cells: column('A'), names: rows.map(([name]) => name) },
		series: [series('Jobcentre Plus', 'B', 1, '003366'), series('Third party', 'C', 2, 'E07A1F')],
		from: { column: 4, row: 3 },
		to: { column: 15, row: 25 },
	};
}

function rowsOf(pmi: PmiReturn): [string, number, number][] {
	const { by_route: routes } = pmi.breakdown;
	const names = figureNames(termsOfReturn(pmi));
	const number = ({ rows }: ScopeFigures, step: FigureKey) =>
		rows.find(({ key }) => key === step)?.cumulative.number ?? 0;
	return STEPS.map((step) => [names[step], number(routes.jobcentre_plus, step), number(routes.third_party, step)]);
}
