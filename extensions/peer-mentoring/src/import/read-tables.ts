import { TemplateFault } from '../workbook/template/fault.ts';
import { readSheets, type ReadSheet } from '../workbook/read-sheets.ts';
import type { Notices } from './notices.ts';
import { bytesOf, MAX_BYTES, type Content } from './read-bytes.ts';
import { readCsv, type CsvManner } from './read-csv.ts';
import { FileProblem, MAX_ROWS, tidy, tooManyRows, type FileLimits, type TableLine } from './table.ts';

/** One table of rows: a CSV file, or one sheet of a workbook. */
export interface Table {
	/** What faults call it. */
	name: string;
	/** Whether it is one of several sheets, of which some may be none of ours. */
	isSheet: boolean;
	lines: AsyncIterable<TableLine[]>;
}

const LINES_PER_BATCH = 1_000;
const ZIP = 'PK\x03\x04';
const COMPOUND = '\xd0\xcf\x11\xe0';

const SEPARATORS: Readonly<Record<string, string>> = { ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' };
const ENCODINGS: Readonly<Record<string, string>> = {
	'utf-16le': 'UTF-16',
	'utf-16be': 'UTF-16 (big-endian)',
	'windows-1252': 'Windows-1252',
};

/** The tables of a file, told by its first bytes: a workbook has one a sheet. Throws a {@link FileProblem}. */
export async function readTables(
	file: { name: string; content: Content },
	limits: FileLimits,
	notices: Notices,
): Promise<Table[]> {
	const { name } = file;
	const most = limits.maxBytes ?? MAX_BYTES;
	const content = (await bytesOf(file.content, most)) ?? tooLong(most);
	const start = content.subarray(0, 4).toString('latin1');
	if (start === ZIP || start === COMPOUND) return sheetTables(name, content, limits);
	const told = (manner: CsvManner) => tellManner(name, manner, notices);
	return [{ name, isSheet: false, lines: readCsv(content, limits, told) }];
}

function tooLong(most: number): never {
	const megabytes = Math.floor(most / 1024 / 1024);
	throw new FileProblem('FILE_TOO_LARGE', 1, `the file is larger than ${megabytes} MB; split it into smaller files`);
}

function tellManner(file: string, { encoding, separator }: CsvManner, notices: Notices): void {
	if (encoding !== 'utf-8') {
		const message = `the file was read as ${ENCODINGS[encoding]}, which its bytes show; letters are as they were typed`;
		notices.add({ code: 'ENCODING', message, file });
	}
	if (separator !== ',') {
		const message = `the values of the file are separated by ${SEPARATORS[separator] ?? `"${separator}"`}`;
		notices.add({ code: 'SEPARATOR', message, file });
	}
}

async function sheetTables(name: string, content: Buffer, limits: FileLimits): Promise<Table[]> {
	const sheets = await whole(() => readSheets(content));
	return sheets.map((sheet) => ({
		name: sheets.length === 1 ? name : `${name} [${sheet.name}]`,
		isSheet: sheets.length > 1,
		lines: linesOf(sheet, limits.maxRows ?? MAX_ROWS),
	}));
}

async function* linesOf({ rows }: ReadSheet, maxRows: number): AsyncGenerator<TableLine[]> {
	let batch: TableLine[] = [];
	let lines = 0;
	let width = 0;
	for (;;) {
		const { value, done } = await whole(() => rows.next());
		if (done) break;
		const values = value.values.map(tidy);
		if (values.every((text) => text === '')) continue;
		// A sheet leaves empty cells out; the first row says how many there are.
		if (lines === 0) width = values.length;
		while (values.length < width) values.push('');
		if (lines++ > maxRows) throw tooManyRows(maxRows, value.row);
		batch.push({ line: value.row, values });
		if (batch.length < LINES_PER_BATCH) continue;
		yield batch;
		batch = [];
	}
	if (batch.length > 0) yield batch;
}

const WORKBOOK_FAULTS: Partial<Record<TemplateFault['code'], string>> = {
	old_or_binary: 'the file is a workbook of an old or binary kind; save it as .xlsx or as CSV UTF-8',
	encrypted: 'the workbook is protected by a password; save it without one',
	unpacks_too_large: 'the workbook is too large; save each sheet as CSV UTF-8',
};

async function whole<Result>(work: () => Promise<Result>): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof TemplateFault)) throw error;
		const message =
			WORKBOOK_FAULTS[error.code] ?? 'the workbook cannot be read; save it again as .xlsx or as CSV UTF-8';
		throw new FileProblem('NOT_A_WORKBOOK', 1, message);
	}
}
