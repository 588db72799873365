import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { MAX_BYTES, bytesOf, textOf, type Content, type Encoding } from './read-bytes.ts';
import { separatorOf } from './separator.ts';
import { FileProblem, MAX_ROWS, tidy, tooManyRows, type FileLimits, type TableLine } from './table.ts';

const LINES_PER_BATCH = 1_000;
const CHARACTERS_PER_SLICE = 65_536;
const CHARACTERS_PER_ROW = 100_000;

/** How a file was written, where that is not UTF-8 with commas. */
export interface CsvManner {
	encoding: Encoding;
	separator: string;
}

/**
 * The lines of a CSV file in batches, header first; blank lines and rows of empty cells are left out. Other work gets
 * its turn between batches, so that a large file holds up nobody. Throws a {@link FileProblem}.
 */
export async function* readCsv(
	content: Content,
	limits: FileLimits = {},
	onManner?: (manner: CsvManner) => void,
): AsyncGenerator<TableLine[]> {
	const maxRows = limits.maxRows ?? MAX_ROWS;
	const { text, encoding } = await csvText(content, limits.maxBytes ?? MAX_BYTES);
	const { separator, skipped } = separatorOf(text);
	onManner?.({ encoding, separator });
	const before = skipped.endsWith('\n') ? 1 : 0;
	let lastLine = before;
	const parser = Readable.from(slices(text.slice(skipped.length))).pipe(
		parse({
			info: true,
			delimiter: separator,
			relax_column_count: true,
			skip_empty_lines: true,
			trim: separator !== '\t',
			max_record_size: CHARACTERS_PER_ROW,
			on_record: (record, { lines: line }) => {
				lastLine = line + before;
				return record;
			},
		}),
	);
	let batch: TableLine[] = [];
	let lines = 0;
	try {
		for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
			const values = record.map(tidy);
			if (values.every((value) => value === '')) continue;
			if (lines++ > maxRows) throw tooManyRows(maxRows, info.lines + before);
			batch.push({ line: info.lines + before - lineBreaks(record), values });
			if (batch.length < LINES_PER_BATCH) continue;
			yield batch;
			batch = [];
			await setImmediate();
		}
	} catch (error) {
		throw error instanceof CsvError ? problemOf(error, lastLine, before) : error;
	}
	if (batch.length > 0) yield batch;
}

/** Line ends become one character each: csv-parse counts a CRLF inside quotation marks as two lines. */
async function csvText(content: Content, maxBytes: number): Promise<{ text: string; encoding: Encoding }> {
	const bytes = await bytesOf(content, maxBytes);
	if (bytes === undefined) {
		const megabytes = Math.floor(maxBytes / 1024 / 1024);
		throw new FileProblem('FILE_TOO_LARGE', 1, `the file is larger than ${megabytes} MB; split it into smaller files`);
	}
	const file = textOf(bytes);
	if ('text' in file) return { ...file, text: file.text.replace(/\r\n?/g, '\n') };
	throw new FileProblem(
		'NOT_UTF8',
		file.unreadableAtLine,
		'the line is not UTF-8 text, and which other encoding it has is not certain; save the file again as "CSV UTF-8" (in a spreadsheet: Save as, CSV UTF-8)',
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

/** In our own words: the parser's message repeats what the cell holds. */
function problemOf(error: CsvError, lastLine: number, before: number): FileProblem {
	if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
		return new FileProblem('BAD_QUOTES', lastLine + 1, 'a quotation mark is opened here or below and never closed');
	}
	if (error.code === 'CSV_MAX_RECORD_SIZE') {
		return new FileProblem('LINE_TOO_LONG', lastLine + 1, 'a row is too long; a quotation mark may be missing');
	}
	return new FileProblem(
		'BAD_QUOTES',
		error.lines === undefined ? lastLine + 1 : Number(error.lines) + before,
		'a quotation mark is out of place; put the whole value in quotation marks and double those inside it',
	);
}
