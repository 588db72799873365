import type { Workbook } from 'exceljs';
import type { FigureRow } from '../domain/returns/pmi/breakdown.ts';
import { addFigure, figureNames } from './pmi-labels.ts';
import { subtitleOf, termsOfReturn, type PmiReturn } from './pmi-return.ts';
import { addSheet, percentage, PERCENT, WHOLE, type Value } from './sheet.ts';

/** Every figure by referral route. */
export function addRouteSheet(workbook: Workbook, pmi: PmiReturn): void {
	const group = [
		{ header: 'To the cut-off', width: 11, format: WHOLE },
		{ header: 'Percent', width: 10, format: PERCENT },
		{ header: 'In the month', width: 11, format: WHOLE },
	];
	const sheet = addSheet(workbook, {
		name: 'By route',
		title: 'Figures by referral route',
		subtitle: subtitleOf(pmi),
		groups: [
			['No.', 1],
			['Figure', 1],
			['Jobcentre Plus', 3],
			['Third party', 3],
			['Total', 3],
		],
		columns: [{ header: '', width: 7 }, { header: '', width: 50 }, ...group, ...group, ...group],
	});
	const { total, by_route } = pmi.breakdown;
	const names = figureNames(termsOfReturn(pmi));
	const scopes = [by_route.jobcentre_plus, by_route.third_party, total];
	for (const [index, row] of total.rows.entries()) {
		const cells = scopes.flatMap((scope) => brief(scope.rows[index]));
		addFigure(sheet, row, names, cells);
	}
}

function brief(row: FigureRow | undefined): Value[] {
	return [row?.cumulative.number ?? 0, percentage(row?.cumulative.percent), row?.in_month?.number ?? null];
}
