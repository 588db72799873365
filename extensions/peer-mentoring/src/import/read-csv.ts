import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import type { FaultCode } from './faults.ts';
import { MAX_BYTES, textOfFile, type Content } from './read-bytes.ts';

/** One line of a file: its values in the order of the header, trimmed, and the line it begins on. */
export interface CsvLine {
	line: number;
	values: readonly string[];
}

/** A file that cannot be read as CSV at all. */
export class CsvProblem extends Error {
	readonly code: FaultCode;
	readonly line: number;

	constructor(code: FaultCode, line: number, message: string) {
		super(message);
		this.code = code;
		this.line = line;
	}
}

export interface CsvLimits {
	maxBytes?: number;
	maxRows?: number;
}

/** Most data rows in one import file. */
const MAX_ROWS = 1_000_000;

const LINES_PER_BATCH = 1_000;
const CHARACTERS_PER_SLICE = 65_536;
const CHARACTERS_PER_ROW = 100_000;

/**
 * The lines of a CSV file in batches, header first; blank lines and rows of empty cells are left out. Other work gets
 * its turn between batches, so that a large file holds up nobody. Throws a {@link CsvProblem}.
 */
export async function* readCsv(content: Content, limits: CsvLimits = {}): AsyncGenerator<CsvLine[]> {
	const maxRows = limits.maxRows ?? MAX_ROWS;
	let lastLine = 0;
	const parser = Readable.from(slices(await csvText(content, limits.maxBytes ?? MAX_BYTES))).pipe(
		parse({
			info: true,
			relax_column_count: true,
			skip_empty_lines: true,
			max_record_size: CHARACTERS_PER_ROW,
			on_record: (record, { lines: line }) => {
				lastLine = line;
				return record;
			},
		}),
	);
	let batch: CsvLine[] = [];
	let lines = 0;
	try {
		for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
			const values = record.map((value) => value.trim().normalize('NFC'));
			if (values.every((value) => value === '')) continue;
			if (lines++ > maxRows) throw tooManyRows(maxRows, info.lines);
			batch.push({ line: info.lines - lineBreaks(record), values });
			if (batch.length < LINES_PER_BATCH) continue;
			yield batch;
			batch = [];
			await setImmediate();
		}
	} catch (error) {
		throw error instanceof CsvError ? problemOf(error, lastLine) : error;
	}
	if (batch.length > 0) yield batch;
}

/** Line ends become one character each: csv-parse counts a CRLF inside quotation marks as two lines. */
async function csvText(content: Content, maxBytes: number): Promise<string> {
	const file = await textOfFile(content, maxBytes);
	if ('text' in file) return file.text.replace(/\r\n?/g, '\n');
	if ('tooLarge' in file) {
		const megabytes = Math.floor(maxBytes / 1024 / 1024);
		throw new CsvProblem('FILE_TOO_LARGE', 1, `the file is larger than ${megabytes} MB; split it into smaller files`);
	}
	throw new CsvProblem(
		'NOT_UTF8',
		file.invalidAtLine,
		'the line is not UTF-8 text; save the file again as "CSV UTF-8" (in a spreadsheet: Save as, CSV UTF-8)',
	);
}

/** Cuts at line ends only, so that no character is split. */
function* slices(text: string): Generator<string> {
	for (let start = 0; start < text.length;) {
		const lineEnd = text.indexOf('\n', start + CHARACTERS_PER_SLICE);
		const end = lineEnd === -1 ? text.length : lineEnd + 1;
		yield text.slice(start, end);
		start = end;
	}
}

function lineBreaks(record: readonly string[]): number {
	return record.reduce((count, value) => count + (value.includes('\n') ? value.split('\n').length - 1 : 0), 0);
}

function tooManyRows(maxRows: number, line: number): CsvProblem {
	const most = maxRows.toLocaleString('en-GB');
	return new CsvProblem('TOO_MANY_ROWS', line, `the file has more than ${most} rows; split it into smaller files`);
}

/** In our own words: the parser's message repeats what the cell holds. */
function problemOf(error: CsvError, lastLine: number): CsvProblem {
	if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
		return new CsvProblem('BAD_QUOTES', lastLine + 1, 'a quotation mark is opened here or below and never closed');
	}
	if (error.code === 'CSV_MAX_RECORD_SIZE') {
		return new CsvProblem('LINE_TOO_LONG', lastLine + 1, 'a row is too long; a quotation mark may be missing');
	}
	return new CsvProblem(
		'BAD_QUOTES',
		Number(error.lines ?? lastLine + 1),
		'a quotation mark is out of place; put the whole value in quotation marks and double those inside it',
	);
}
