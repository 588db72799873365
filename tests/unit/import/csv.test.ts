import { describe, expect, test } from 'vitest';
import { csvOf, formatImport } from '../../../extensions/peer-mentoring/src/import/format.ts';
import { readCsv } from '../../../extensions/peer-mentoring/src/import/read-csv.ts';
import { FileProblem, type FileLimits } from '../../../extensions/peer-mentoring/src/import/table.ts';
import type { Content } from '../../../extensions/peer-mentoring/src/import/read-bytes.ts';

async function lines(content: Content, limits?: FileLimits): Promise<[number, ...string[]][]> {
	const found: [number, ...string[]][] = [];
	for await (const batch of readCsv(content, limits))
		found.push(...batch.map((each) => [each.line, ...each.values] as [number, ...string[]]));
	return found;
}

async function problem(content: Content, limits?: FileLimits): Promise<Pick<FileProblem, 'code' | 'line' | 'message'>> {
	const error: unknown = await lines(content, limits).catch((each: unknown) => each);
	if (!(error instanceof FileProblem)) throw new Error('no problem was found');
	return { code: error.code, line: error.line, message: error.message };
}

describe('lines of a file', () => {
	test.each<[string, string, [number, ...string[]][]]>([
		[
			'line feeds',
			'a,b\n1,2\n',
			[
				[1, 'a', 'b'],
				[2, '1', '2'],
			],
		],
		[
			'carriage returns and line feeds, as spreadsheets write',
			'a,b\r\n1,2\r\n',
			[
				[1, 'a', 'b'],
				[2, '1', '2'],
			],
		],
		[
			'no line end after the last line',
			'a\n1',
			[
				[1, 'a'],
				[2, '1'],
			],
		],
		[
			'a byte order mark',
			'\uFEFFa\n1\n',
			[
				[1, 'a'],
				[2, '1'],
			],
		],
		[
			'blank lines',
			'a,b\n\n  \n1,2\n',
			[
				[1, 'a', 'b'],
				[4, '1', '2'],
			],
		],
		[
			'rows of empty cells, as spreadsheets leave them',
			'a,b\n,\n1,2\n , \n',
			[
				[1, 'a', 'b'],
				[3, '1', '2'],
			],
		],
		[
			'spaces around values',
			'a,b\n 1 ,\u00A02\n',
			[
				[1, 'a', 'b'],
				[2, '1', '2'],
			],
		],
		[
			'a comma and quotation marks in a value',
			'a,b\n"x,y","say ""hi"""\n',
			[
				[1, 'a', 'b'],
				[2, 'x,y', 'say "hi"'],
			],
		],
		[
			'line ends in values',
			'a,b\r\n1,"x\r\n\r\ny"\r\n\r\n2,z\r\n',
			[
				[1, 'a', 'b'],
				[2, '1', 'x\n\ny'],
				[6, '2', 'z'],
			],
		],
		[
			'letters in two parts become one',
			'a\nw\u0302yn\n',
			[
				[1, 'a'],
				[2, 'ŵyn'],
			],
		],
	])('%s', async (_, text, expected) => {
		expect(await lines(text)).toEqual(expected);
		expect(await lines(Buffer.from(text))).toEqual(expected);
	});

	test('a stream that cuts a letter in two', async () => {
		const bytes = Buffer.from('a\nŵ\n');
		async function* stream() {
			yield bytes.subarray(0, 3);
			yield bytes.subarray(3);
		}
		expect(await lines(stream())).toEqual([
			[1, 'a'],
			[2, 'ŵ'],
		]);
	});

	test('line numbers hold over many batches', async () => {
		const rows = Array.from({ length: 25_000 }, (_, index) => `${index + 2},"two\nlines ŵ"`);
		const found = await lines(`n,t\n${rows.join('\n')}\n`);
		expect(found).toHaveLength(25_001);
		expect(found.at(-1)?.slice(0, 2)).toEqual([2 + 2 * 24_999, '25001']);
	});
});

describe('a file that cannot be read', () => {
	test('too large, and a stream is not read to its end', async () => {
		let read = 0;
		async function* endless() {
			for (;;) {
				read++;
				yield 'x'.repeat(1_000_000);
			}
		}
		expect(await problem(endless(), { maxBytes: 3 * 1024 * 1024 })).toMatchObject({
			code: 'FILE_TOO_LARGE',
			message: 'the file is larger than 3 MB; split it into smaller files',
		});
		expect(read).toBe(4);
	});

	test('as many rows as allowed are read, one more is not', async () => {
		expect(await lines('a\n1\n2\n', { maxRows: 2 })).toHaveLength(3);
		expect(await problem('a\n1\n2\n3\n', { maxRows: 2 })).toMatchObject({ code: 'TOO_MANY_ROWS', line: 4 });
	});

	test.each<[string, number[]]>([
		['a byte that Windows-1252 has no letter for', [0x81]],
		['UTF-8 beside it', [0xc3, 0xa9, 0x0a, 0xe9]],
		['an accent of MS-DOS within a word', [0x53, 0x69, 0x93, 0x6e]],
	])('bytes whose encoding is not certain name their line: %s', async (_, odd) => {
		const bytes = Buffer.from([...Buffer.from('a\nok\n'), ...odd, 0x0a]);
		expect(await problem(bytes)).toMatchObject({ code: 'NOT_UTF8', line: 3 });
	});

	test.each([
		['a quotation mark never closed', 'a,b\n1,2\n3,"secret\n4,5\n', 3],
		['a quotation mark inside a value', 'a,b\n1,2\n3,sec"ret\n', 3],
		['text after a closing quotation mark', 'a,b\n1,2\n3,"sec"ret\n', 3],
	])('%s, without repeating the value', async (_, text, line) => {
		const found = await problem(text);
		expect(found).toMatchObject({ code: 'BAD_QUOTES', line });
		expect(found.message).not.toMatch(/sec|ret/);
	});

	test('a row without end', async () => {
		expect(await problem(`a,b\n1,"${'x'.repeat(150_000)}"\n`)).toMatchObject({ code: 'LINE_TOO_LONG', line: 2 });
	});
});

describe('writing', () => {
	test('what is written is read back as it was', async () => {
		const values = ['plain', 'with, comma', 'with "marks"', 'two\nlines', '+44', '-1', '=1', ''];
		expect(await lines(csvOf([['a', ...values]]))).toEqual([[1, 'a', ...values]]);
	});

	test('an import file has its columns in the published order, empty where nothing is known', () => {
		const rows = [{ attendance: 'attended', reference: 'R-1', held_on: '2024-05-01' }];
		expect(formatImport('sessions', rows)).toBe(
			'reference,held_on,minutes,mode,attendance\nR-1,2024-05-01,,,attended\n',
		);
	});
});
