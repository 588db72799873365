import type { Workbook } from 'exceljs';
import type { FigureKey, FigureRow } from '../domain/returns/pmi/breakdown.ts';
import type { Unit } from '../domain/returns/figures/catalogue.ts';
import { numberedLines, type Counted, type MeasureKey, type OwnMeasure } from '../domain/returns/pmi/measure-list.ts';
import { NOT_DUE, type QuarterlySpend, type SixMonthlyDocuments } from '../domain/returns/pmi/returns.ts';
import { figureNames } from './pmi-labels.ts';
import type { PmiReturn } from './pmi-return.ts';
import { subtitleOf, termsOfReturn } from './pmi-return.ts';
import type { Value } from './sheet.ts';
import { addRow, addSheet, FTE, percentage, PERCENT, POUNDS, WHOLE } from './sheet.ts';

type Cells = readonly Value[];

/** The figures of measures 6 and 8 to 16, each with the one that explains it. */
const EVENTS: Readonly<Partial<Record<MeasureKey, readonly [FigureKey, FigureKey?]>>> = {
	completions_total: ['completions', 'completions_fewer_than_eight'],
	initial_meetings: ['initial_meetings'],
	initial_meetings_on_time: ['initial_meetings_on_time'],
	diagnostic_interviews: ['diagnostic_interviews'],
	diagnostic_interviews_on_time: ['diagnostic_interviews_on_time'],
	action_plans: ['action_plans'],
	action_plans_on_time: ['action_plans_on_time'],
	four_sessions: ['four_sessions'],
	four_sessions_on_time: ['four_sessions_on_time', 'four_sessions_pending'],
	eight_sessions: ['eight_sessions', 'eight_sessions_of_left'],
};

/** The measures of the return (3.8), in its order: to the cut-off, in the month, and as Table A judges them. */
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
	for (const { number, names: called, measure, own } of numberedLines(pmi.lines, terms)) {
		const { cells, details = [], format } = own ? ownCells(own) : measureCells(measure as MeasureKey, pmi, names);
		const row = addRow(sheet, [number, called['en-GB'], ...fill(cells)]);
		if (format)
			for (const column of [3, 6]) if (row.getCell(column).value !== null) row.getCell(column).numFmt = format;
		for (const [label, explained] of details) addRow(sheet, [null, label, ...fill(explained)], 'detail');
	}
}

/** What stands beside a measure, and in the rows below that explain it. */
interface Shown {
	cells: Cells;
	details?: readonly (readonly [label: string, Cells])[];
	/** Of the numbers, where they are not whole ones. */
	format?: string;
}

function measureCells(key: MeasureKey, { breakdown, measures }: PmiReturn, names: Record<FigureKey, string>): Shown {
	const { total, by_route: byRoute } = breakdown;
	const row = (figure: FigureKey, scope = total) => scope.rows.find((each) => each.key === figure) as FigureRow;
	const routes = (figure: FigureKey, cellsOf: (row: FigureRow) => Cells): Shown => ({
		cells: cellsOf(row(figure)),
		details: [
			['Jobcentre Plus', cellsOf(row(figure, byRoute.jobcentre_plus))],
			['Third party', cellsOf(row(figure, byRoute.third_party))],
		],
	});
	const [event, explained] = EVENTS[key] ?? [];
	if (event) {
		const details = explained ? [[names[explained], figureCells(row(explained))] as const] : [];
		return { cells: figureCells(row(event)), details };
	}
	switch (key) {
		case 'personnel_changes': {
			const { rows, joined, left } = measures.personnel_changes;
			return {
				cells: inMonth(rows.length),
				details: [
					['Joined (people)', inMonth(joined)],
					['Left (people)', inMonth(left)],
				],
			};
		}
		case 'referrals_total':
			return routes('referrals', toCutOff);
		case 'referrals_new':
			return routes('referrals', ({ in_month }) => inMonth(in_month?.number));
		case 'starts_total':
			return routes('starts', toCutOff);
		case 'starts_new':
			return routes('starts', ({ in_month }) => inMonth(in_month?.number));
		case 'length_on_provision':
			return {
				cells: [],
				details: [
					['Left (Mentees); days: sheet Length on provision', [total.lengths.left.count]],
					['Still on provision (Mentees)', [total.lengths.current.count]],
				],
			};
		case 'subcontractor_spend':
		case 'sme_spend':
			return { cells: spendCells(measures[key]), format: POUNDS };
		default:
			return { cells: documentCells(measures[key as 'contract_cost_register' | 'ipr_log']) };
	}
}

const toCutOff = (figure: FigureRow): Cells => [figure.cumulative.number];
const inMonth = (value: Value | undefined): Cells => [null, null, null, value ?? null];

const FORMATS: Readonly<Partial<Record<Unit, string>>> = { pounds: POUNDS, hours: '#,##0.00', days: '0.0', fte: FTE };

function ownCells({ cumulative, in_month, unit }: OwnMeasure): Shown {
	const cellsOf = (counted: Counted | null) => [
		counted?.number ?? null,
		counted?.of ?? null,
		percentage(counted?.percent),
	];
	const format = FORMATS[unit];
	return { cells: [...cellsOf(cumulative), ...cellsOf(in_month)], ...(format && { format }) };
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
	return inMonth(spend.due ? Number(spend.total) : NOT_DUE);
}

function documentCells(documents: SixMonthlyDocuments): Cells {
	return inMonth(documents.due ? documents.documents.length : NOT_DUE);
}

function fill(cells: Cells): Cells {
	return Array.from({ length: 9 }, (_, index) => cells[index] ?? null);
}
