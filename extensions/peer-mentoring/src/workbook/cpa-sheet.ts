import type { Workbook, Worksheet } from 'exceljs';
import { addFigure, figureNames } from './pmi-labels.ts';
import { subtitleOf, termsOfReturn, type PmiReturn } from './pmi-return.ts';
import { addRow, addSheet, percentage, PERCENT, WHOLE, type Value } from './sheet.ts';

/** Every figure of each CPA, with its routes. */
export function addCpaSheet(workbook: Workbook, pmi: PmiReturn): void {
	const sheet = addSheet(workbook, {
		name: 'Per CPA',
		title: 'Figures per Contract Package Area',
		subtitle: subtitleOf(pmi),
		groups: [
			['No.', 1],
			['Figure', 1],
			['To the cut-off', 5],
			['In the month', 2],
			['Service level', 2],
		],
		columns: [
			{ header: '', width: 7 },
			{ header: '', width: 50 },
			{ header: 'Jobcentre Plus', width: 11, format: WHOLE },
			{ header: 'Third party', width: 10, format: WHOLE },
			{ header: 'Total', width: 9, format: WHOLE },
			{ header: 'Of', width: 9, format: WHOLE },
			{ header: 'Percent', width: 10, format: PERCENT },
			{ header: 'Total', width: 9, format: WHOLE },
			{ header: 'Percent', width: 10, format: PERCENT },
			{ header: 'Decided', width: 10, format: WHOLE },
			{ header: 'Percent', width: 10, format: PERCENT },
		],
	});
	const names = figureNames(termsOfReturn(pmi));
	for (const { cpa, total, by_route } of pmi.breakdown.by_cpa) {
		addRow(sheet, [null, `Contract Package Area ${cpa}`, ...Array.from({ length: 9 }, () => null)], 'section');
		for (const [index, row] of total.rows.entries()) {
			const { cumulative, in_month, service_level } = row;
			const cells: Value[] = [
				by_route.jobcentre_plus.rows[index]?.cumulative.number ?? 0,
				by_route.third_party.rows[index]?.cumulative.number ?? 0,
				cumulative.number,
				cumulative.of ?? null,
				percentage(cumulative.percent),
				in_month?.number ?? null,
				percentage(in_month?.percent),
				service_level?.cumulative.of ?? null,
				percentage(service_level?.cumulative.percent),
			];
			addFigure(sheet, row, names, cells);
		}
		addTransfers(sheet, pmi, cpa);
	}
}

/** Who has moved into the area and out of it (2.6); a return of an earlier version did not say. */
function addTransfers(sheet: Worksheet, { transfers = [] }: PmiReturn, cpa: number): void {
	const own = transfers.find((each) => each.cpa === cpa);
	if (own === undefined) return;
	for (const [name, { cumulative, in_month }] of [
		['Mentees transferred in from another area (2.6)', own.in],
		['Mentees transferred out to another area (2.6)', own.out],
	] as const) {
		addRow(sheet, [null, name, null, null, cumulative, null, null, in_month, null, null, null]);
	}
}
