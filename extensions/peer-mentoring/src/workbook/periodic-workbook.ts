import type { Workbook, Worksheet } from 'exceljs';
import { dayInWords, labelOf } from '../domain/language/messages.ts';
import { SPEND_OF } from '../domain/returns/periodic/periodic.ts';
import { withFixedZipTime } from './fixed-zip-time.ts';
import { nilStatement, remarkOf, type PeriodicReport } from '../domain/returns/periodic/periodic-report.ts';
import { monthInWords } from './pmi-return.ts';
import { addNote, addRow, addSheet, addTable, dateOf, DAY, NOT_APPLICABLE, POUNDS, type Column } from './sheet.ts';

const SPEND_COLUMNS: Column[] = [
	{ header: 'Organisation', width: 44 },
	{ header: 'Spent on', width: 16, format: DAY },
	{ header: 'Amount', width: 18, format: POUNDS },
	{ header: 'Remark', width: 36 },
];
const DOCUMENT_COLUMNS: Column[] = [
	{ header: 'Title', width: 44 },
	{ header: 'Version', width: 16 },
	{ header: 'Dated', width: 18, format: DAY },
	{ header: 'Remark', width: 36 },
];

/**
 * A quarterly or six-monthly return (3.8) as an Excel workbook without macros and formulas; the same return gives the
 * same bytes. Where the Buyer gives a template of the return's kind, that is filled from the same report instead.
 */
export async function periodicWorkbook(report: PeriodicReport): Promise<Buffer> {
	// Loaded with the first workbook: no start waits for it.
	const { default: ExcelJS } = await import('exceljs');
	const workbook = new ExcelJS.Workbook();
	workbook.creator = report.supplier;
	workbook.lastModifiedBy = report.supplier;
	workbook.title = `${kindOf(report)} ${report.contract} ${report.month}`;
	workbook.created = dateOf(report.due_on);
	workbook.modified = workbook.created;
	addReport(workbook, report);
	return withFixedZipTime(Buffer.from((await workbook.xlsx.writeBuffer()) as ArrayBuffer));
}

function addReport(workbook: Workbook, report: PeriodicReport): void {
	const { contract, supplier, period, month, due_on, status, costs } = report;
	const columns = SPEND_OF[report.kind] ? SPEND_COLUMNS : DOCUMENT_COLUMNS;
	const sheet = addSheet(workbook, {
		name: kindOf(report),
		title: `Peer Mentoring: ${kindOf(report)}`,
		subtitle: `${contract}, ${dayInWords(period.from, 'en-GB')} to ${dayInWords(period.to, 'en-GB')}`,
		columns,
	});
	if (SPEND_OF[report.kind]) addSpend(sheet, report);
	else addDocuments(sheet, report);
	const nil = nilStatement(report);
	if (nil) addNote(sheet, nil);
	if (costs) addCosts(sheet, costs);
	addTable(sheet, 'This return', ['Detail', 'Value']);
	for (const [name, value] of [
		['Call-Off Contract', contract],
		['Supplier', supplier],
		['Goes with the PMI of', monthInWords(month)],
		['Due', dayInWords(due_on, 'en-GB')],
		['Status', labelOf('periodic_status', status, 'en-GB')],
	] as const) {
		addRow(sheet, [name, value]);
	}
}

function addSpend(sheet: Worksheet, { spend, total_pence }: PeriodicReport): void {
	for (const line of spend) {
		addRow(sheet, [line.organisation, dateOf(line.dated), line.amount_pence / 100, remarkOf(line) || null]);
	}
	addRow(sheet, ['Total', null, total_pence / 100, null], 'section');
}

function addDocuments(sheet: Worksheet, { documents }: PeriodicReport): void {
	for (const line of documents) {
		addRow(sheet, [line.title, line.version, dateOf(line.dated), remarkOf(line) || null]);
	}
}

/** The actual costs beside what was agreed (4.2). */
function addCosts(
	sheet: Worksheet,
	{ months, actual_pence, agreed_pence, left_pence }: NonNullable<PeriodicReport['costs']>,
): void {
	addTable(sheet, 'Implementation Costs (4.2)', ['Month', '', 'Actual', 'Of which deferred']);
	for (const { month, actual_pence: actual, deferred_pence: deferred } of months) {
		pounds(addRow(sheet, [monthInWords(month), null, actual / 100, deferred / 100]), [3, 4]);
	}
	const inPounds = (pence: number | null) => (pence === null ? NOT_APPLICABLE : pence / 100);
	pounds(addRow(sheet, ['Actual costs', null, actual_pence / 100, null], 'section'), [3]);
	pounds(addRow(sheet, ['Agreed for the contract', null, inPounds(agreed_pence), null], 'section'), [3]);
	pounds(addRow(sheet, ['Agreed and not spent', null, inPounds(left_pence), null], 'section'), [3]);
}

function pounds(row: ReturnType<typeof addRow>, columns: readonly number[]): void {
	for (const column of columns) {
		const cell = row.getCell(column);
		cell.numFmt = POUNDS;
		cell.alignment = { ...cell.alignment, horizontal: 'right' };
	}
}

function kindOf({ kind }: PeriodicReport): string {
	return labelOf('periodic_return', kind, 'en-GB');
}
