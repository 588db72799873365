import { Writable } from 'node:stream';
import type { stream, Style, Worksheet } from 'exceljs';
import { lastDay, type CalendarMonth } from '../domain/calendar/calendar-day.ts';
import { codeLists, type Lists } from '../domain/language/code-lists.ts';
import { TRACKER_COLUMNS, TRACKER_KEYS, type TrackerRow } from '../domain/returns/tracker/columns.ts';
import { dateOf, plain, type Value } from './sheet.ts';

type Writer = stream.xlsx.WorkbookWriter;

export interface TrackerAbout {
	contract: string;
	supplier: string;
	month: CalendarMonth;
	/** The code lists as the platform has them; as it comes with them where left out. */
	lists?: Lists;
	/** The moment the records were read. */
	madeAt: Date;
}

const FONT = { name: 'Arial', size: 10 };
const HEADER_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF003366' } } as const;
/** Shared by all cells: the writer looks up a style that it has seen, and works out any other anew for each cell. */
const TEXT_STYLE: Partial<Style> = { font: FONT };
const DAY_STYLE: Partial<Style> = { font: FONT, numFmt: 'yyyy-mm-dd' };

/**
 * The Mentee Tracker of our own making (3.5, 3.7): its rows, what each column means, and the codes. It is written as
 * the rows arrive: memory holds the packed workbook, and never all rows.
 */
export async function trackerWorkbook(about: TrackerAbout, rows: AsyncIterable<TrackerRow>): Promise<Buffer> {
	const { default: ExcelJS } = await import('exceljs');
	const { sink, content } = inMemory();
	const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: sink, useStyles: true });
	workbook.creator = about.supplier;
	workbook.lastModifiedBy = about.supplier;
	workbook.created = workbook.modified = about.madeAt;
	const sheet = addList(
		workbook,
		'Mentee Tracker',
		codeLists.tracker_column.map(({ value, en }) => ({
			header: en,
			width: TRACKER_COLUMNS[value].kind === 'text' ? 24 : 14,
		})),
	);
	const styles = TRACKER_KEYS.map((column) => (TRACKER_COLUMNS[column].kind === 'day' ? DAY_STYLE : TEXT_STYLE));
	for await (const row of rows) writeRow(sheet, trackerCells(row), styles);
	sheet.commit();
	addDefinitions(workbook, about);
	addCodes(workbook, about.lists);
	await workbook.commit();
	return content();
}

/** A row's values as cells hold them, in the order of the columns: days as dates. */
function trackerCells(row: TrackerRow): Value[] {
	return TRACKER_KEYS.map((column) => {
		const value = row[column];
		return typeof value === 'string' && TRACKER_COLUMNS[column].kind === 'day' ? dateOf(value) : value;
	});
}

function addDefinitions(workbook: Writer, { contract, supplier, month, madeAt }: TrackerAbout): void {
	const sheet = addList(workbook, 'Definitions', [
		{ header: 'Column', width: 34 },
		{ header: 'What it holds', width: 110 },
	]);
	const about = [
		['Call-Off Contract', contract],
		['Supplier', supplier],
		['Month', month],
		[
			'Cut-off',
			`${lastDay(month)}: what happened later is not shown. What has no date of its own is shown as last recorded.`,
		],
		['Records read', madeAt.toISOString()],
		['Rows', 'Each Mentee ever started by the cut-off, without those who withdrew or refused consent or were erased.'],
	];
	const columns = codeLists.tracker_column.map(({ value, code, en }) => [
		`${code}. ${en}`,
		TRACKER_COLUMNS[value].definition,
	]);
	for (const row of [...about, ...columns]) writeRow(sheet, row);
	sheet.commit();
}

function addCodes(workbook: Writer, lists: Lists = codeLists): void {
	const sheet = addList(workbook, 'Codes', [
		{ header: 'Column', width: 34 },
		{ header: 'Code', width: 12 },
		{ header: 'Meaning', width: 100 },
	]);
	for (const { value, en } of codeLists.tracker_column) {
		for (const list of TRACKER_COLUMNS[value].codes ?? []) {
			for (const code of lists[list]) writeRow(sheet, [en, code.code, code.en]);
		}
	}
	sheet.commit();
}

interface ListColumn {
	header: string;
	width: number;
}

/** A sheet whose first row is its header, so that programs can read it as a table. */
function addList(workbook: Writer, name: string, columns: readonly ListColumn[]): Worksheet {
	const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', xSplit: 0, ySplit: 1 }] });
	sheet.columns = columns.map(({ width }) => ({ width }));
	const header = sheet.addRow(columns.map((column) => column.header));
	header.eachCell((cell) => {
		cell.font = { ...FONT, bold: true, color: { argb: 'FFFFFFFF' } };
		cell.fill = HEADER_FILL;
		cell.alignment = { vertical: 'middle', wrapText: true };
	});
	header.commit();
	return sheet;
}

function writeRow(sheet: Worksheet, values: readonly Value[], styles: readonly Partial<Style>[] = []): void {
	// An empty cell is no cell: `undefined` leaves it out.
	const row = sheet.addRow(values.map((value) => plain(value) ?? undefined));
	row.eachCell((cell, column) => (cell.style = styles[column - 1] ?? TEXT_STYLE));
	row.commit();
}

/** The packed workbook stays in memory: it lies nowhere where it could be read before it is encrypted. */
function inMemory(): { sink: Writable; content: () => Buffer } {
	const chunks: Buffer[] = [];
	const sink = new Writable({
		write(chunk: Buffer, _encoding, done) {
			chunks.push(chunk);
			done();
		},
	});
	return { sink, content: () => Buffer.concat(chunks) };
}
