import { addChartSheet, CHART_SHEET, chartOf } from './chart-sheet.ts';
import { addCoverSheet } from './cover-sheet.ts';
import { addCpaSheet } from './cpa-sheet.ts';
import { addLengthSheet } from './length-sheet.ts';
import {
	addDefinitionsSheet,
	addExceptionsSheet,
	addFteSheet,
	addPersonnelSheet,
	addReportSheet,
	addReturnsSheet,
	addRevisionsSheet,
} from './list-sheets.ts';
import { addMeasuresSheet } from './measures-sheet.ts';
import type { PmiReturn } from './pmi-return.ts';
import { addRouteSheet } from './route-sheet.ts';
import { withChart } from './with-chart.ts';

/**
 * The PMI (3.8) as an Excel workbook without macros and formulas. The same return gives the same bytes, so that its
 * SHA-256 can be checked by making it again.
 */
export async function pmiWorkbook(pmi: PmiReturn): Promise<Buffer> {
	// Loaded with the first workbook: no start waits for it.
	const { default: ExcelJS } = await import('exceljs');
	const workbook = new ExcelJS.Workbook();
	workbook.creator = pmi.contract.supplier ?? pmi.contract.reference;
	workbook.lastModifiedBy = workbook.creator;
	workbook.title = `PMI ${pmi.contract.reference} ${pmi.month}`;
	workbook.created = new Date(pmi.as_known_at);
	workbook.modified = workbook.created;
	addCoverSheet(workbook, pmi);
	addMeasuresSheet(workbook, pmi);
	addReportSheet(workbook, pmi);
	addChartSheet(workbook, pmi);
	addRouteSheet(workbook, pmi);
	addCpaSheet(workbook, pmi);
	addLengthSheet(workbook, pmi);
	addPersonnelSheet(workbook, pmi);
	addFteSheet(workbook, pmi);
	addReturnsSheet(workbook, pmi);
	addExceptionsSheet(workbook, pmi);
	addRevisionsSheet(workbook, pmi);
	addDefinitionsSheet(workbook, pmi);
	return withChart(Buffer.from((await workbook.xlsx.writeBuffer()) as ArrayBuffer), CHART_SHEET, chartOf(pmi));
}
