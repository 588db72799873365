/** Stored results of a Buyer’s formulas (3.7): kept where nothing that they read is filled. */
import { describe, expect, it, test } from 'vitest';
import { NO_PLACES } from '../../../extensions/peer-mentoring/src/workbook/template/formulas/places.ts';
import { readsOf } from '../../../extensions/peer-mentoring/src/workbook/template/references.ts';
import { leftInWords } from '../../../extensions/peer-mentoring/src/domain/returns/templates/left-formulas.ts';
import { inspectTemplate } from '../../../extensions/peer-mentoring/src/workbook/template/inspect.ts';
import { readXml, unescapeXml } from '../../../extensions/peer-mentoring/src/workbook/template/xml-reader.ts';
import { bookOf } from '../support/formula-books.ts';
import { cells, filled } from '../support/filled-template.ts';
import { RAW_PARTS } from '../support/raw-parts.ts';
import { partsOf, rawTemplate } from '../support/workbooks.ts';

const block = (sheet: string, firstColumn: number, firstRow: number, lastColumn: number, lastRow: number) => ({
	sheet,
	firstColumn,
	lastColumn,
	firstRow,
	lastRow,
});

const blocksOf = (formula: string, sheet: string, moved = { rows: 0, columns: 0 }) =>
	readsOf(formula, { sheet, cell: { column: 1, row: 1 }, moved }, NO_PLACES);

describe('what a formula reads', () => {
	test.each([
		['A1+$B$2', [block('S', 1, 1, 1, 1), block('S', 2, 2, 2, 2)]],
		['SUM(B9:A2)', [block('S', 1, 2, 2, 9)]],
		['LOG10(C3)*1.5E-3', [block('S', 3, 3, 3, 3)]],
		[`'Year''s end'!A1&Lists!B:B`, [block("Year's end", 1, 1, 1, 1), block('Lists', 2, 1, 2, 1_048_576)]],
		['IF(2:3="A1",TRUE,#N/A)', [block('S', 1, 2, 16_384, 3)]],
		['"A1"&1', []],
	])('%s', (formula, expected) => {
		expect(blocksOf(formula, 'S')).toEqual(expected);
	});

	it('moves with a shared formula, but for what is fixed', () => {
		expect(blocksOf('A1+$B$2', 'S', { rows: 3, columns: 1 })).toEqual([block('S', 2, 4, 2, 4), block('S', 2, 2, 2, 2)]);
	});

	test.each([
		'TODAY()',
		'INDIRECT("A1")',
		'Rate*2',
		'SUM(Mentees[Sessions])',
		'A1#',
		"SUM('S1:S3'!A1)",
		'SUM(S1:S3!A1)',
		'A1:INDEX(A:A,3)',
		'[1]Other!A1',
		'SUMIF(A1:A9,1,C1)',
	])('is not known of %s', (formula) => {
		expect(blocksOf(formula, 'S')).toBeUndefined();
	});
});

describe('a filled workbook', () => {
	const SHEET = 'Tracker & more';
	const PART = 'xl/worksheets/sheet1.xml';
	/** What was stored, and what comes in its place: `''` for no result. */
	const formulas: [cell: string, content: string, now?: string][] = [
		['F1', '<f>Lists!A1&amp;"x"</f><v>kept</v>'],
		['G1', '<f>F1</f><v>kept</v>'],
		['H1', '<f>B1</f><v>stale</v>', '<v>40</v>'],
		['I1', '<f>G1&amp;H1</f><v>stale</v>', '<v>kept40</v>'],
		['J1', '<f>SUM(A1:Z1)</f><v>stale</v>', ''],
		['K1', '<f>NOW()</f><v>stale</v>', ''],
		['L1', '<f t="shared" ref="L1:M1" si="0">G1</f><v>kept</v>'],
		['M1', '<f t="shared" si="0"/><v>stale</v>', '<v>40</v>'],
		['N1', '<f>A9</f><v>stale</v>', '<v>0</v>'],
	];
	const written = formulas.map(([cell, content]) => `<c r="${cell}" t="str">${content}</c>`).join('');
	const template = () => rawTemplate({ [PART]: RAW_PARTS[PART]!.replace('</row>', `${written}</row>`) });

	it('keeps the results of what it does not touch, however far the way, and works the others out or drops them', async () => {
		const list = { sheet: SHEET, firstRow: 4, columns: [1], rows: [new Map([[1, 'QQ123456A']])] };
		const after = await filled(await template(), { cells: cells(SHEET, { B1: 40 }), lists: [list] });
		const { [PART]: sheet } = await partsOf(after);
		for (const [cell, content, now] of formulas) {
			const own = new RegExp(`<c r="${cell}"[^>]*>(.*?)</c>`).exec(sheet!)?.[1];
			expect([cell, own]).toEqual([cell, now === undefined ? content : content.replace('<v>stale</v>', now)]);
		}
	});

	it('keeps all of them where nothing is filled', async () => {
		const { [PART]: sheet } = await partsOf(await filled(await template(), { cells: [] }));
		expect(sheet).toContain('<f>G1&amp;H1</f><v>stale</v>');
		expect(sheet).toContain('<f>NOW()</f></c>');
	});

	it('gives each result with the kind of it', async () => {
		const kinds = ['B1', 'B1&amp;" &lt;x&gt;_x000D_"', 'B1&gt;3', '1/(B1-40)'];
		const row = kinds.map((formula, index) => `<c r="A${index + 20}" t="str"><f>${formula}</f><v>old</v></c>`);
		const rows = row.map((cell, index) => `<row r="${index + 20}">${cell}</row>`).join('');
		const file = await rawTemplate({ [PART]: RAW_PARTS[PART]!.replace('</sheetData>', `${rows}</sheetData>`) });
		const { [PART]: sheet } = await partsOf(await filled(file, { cells: cells(SHEET, { B1: 40 }) }));
		const found = [...sheet!.matchAll(/<c r="A2\d"(.*?)><f>[^<]*<\/f>(.*?)<\/c>/g)].map(([, kind, value]) => [
			kind,
			value,
		]);
		expect(found).toEqual([
			['', '<v>40</v>'],
			[' t="str"', '<v>40 &lt;x&gt;_x005F_x000D_</v>'],
			[' t="b"', '<v>1</v>'],
			[' t="e"', '<v>#DIV/0!</v>'],
		]);
	});

	it('empties what a formula for several cells once filled, and keeps it where nothing that it reads is filled', async () => {
		const array = (reads: string) =>
			`<c r="F1"><f t="array" ref="F1:F2">${reads}</f><v>1</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c><c r="F2" s="1" t="str"><v>old</v></c>`;
		const file = (reads: string) =>
			rawTemplate({
				[PART]: RAW_PARTS[PART]!.replace('</row><row r="2" spans="1:5"><c r="A2" t="s"><v>1</v></c>', array(reads)),
			});
		const edits = { cells: cells(SHEET, { B1: 40 }) };
		const { [PART]: stale } = await partsOf(await filled(await file('A1:B1'), edits));
		expect(stale).toMatch(/<f t="array" ref="F1:F2">A1:B1<\/f><\/c>.*<c r="F2" s="1"><\/c>/);
		const { [PART]: kept } = await partsOf(await filled(await file('A9:B9'), edits));
		expect(kept).toMatch(/<f t="array" ref="F1:F2">A9:B9<\/f><v>1<\/v><\/c>.*<c r="F2" s="1" t="str"><v>old<\/v>/);
	});
});

describe('a template that is uploaded', () => {
	const leftIn = async (book: Parameters<typeof bookOf>[0], options?: Parameters<typeof bookOf>[1]) =>
		(await inspectTemplate(await bookOf(book, options))).left;

	it('says which formulas are left to the program that opens it, by sheet and reason', async () => {
		const many = Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`C${index + 1}`, '=PMT(0.1,12,A1)']));
		const left = await leftIn({
			S: { A1: 1, A2: '=SUM(A1:A1)', A3: '=TODAY()', ...many },
			T: { A1: '=S!A1*Rate', A2: '=S!A1+', A3: '=VLOOKUP(1,S!A:B,2)', A4: '=Costs[Cost]' },
		});
		expect(left).toEqual([
			{ reason: 'function', detail: 'PMT', sheet: 'S', cells: ['C1', 'C2', 'C3', 'C4', 'C5'], count: 7 },
			{ reason: 'function', detail: 'TODAY', sheet: 'S', cells: ['A3'], count: 1 },
			{ reason: 'name', detail: 'Rate', sheet: 'T', cells: ['A1'], count: 1 },
			{ reason: 'written', detail: '', sheet: 'T', cells: ['A2'], count: 1 },
			{ reason: 'function', detail: 'VLOOKUP', sheet: 'T', cells: ['A3'], count: 1 },
			{ reason: 'table', detail: 'Costs', sheet: 'T', cells: ['A4'], count: 1 },
		]);
		expect(left!.map((each) => leftInWords(each, 'en-GB')).slice(0, 2)).toEqual([
			'S!C1, C2, C3, C4, C5 and 2 more: the function PMT',
			'S!A3: the function TODAY',
		]);
		expect(leftInWords(left![0]!, 'cy-GB')).toBe('S!C1, C2, C3, C4, C5 a 2 arall: y swyddogaeth PMT');
	});

	it('says nothing where all of them are worked out', async () => {
		expect(await leftIn({ S: { A1: 1, A2: '=SUM(A1:A1)' } })).toBeUndefined();
	});

	it('says so where results are cut to what is shown', async () => {
		expect(await leftIn({ S: { A1: '=1+1' } }, { settings: '<calcPr fullPrecision="0"/>' })).toEqual([
			{ reason: 'displayed', detail: '', sheet: 'S', cells: ['A1'], count: 1 },
		]);
	});
});

it('a letter that is written by its name is read whole, wherever the part is cut', async () => {
	const text = '<f>A1&lt;500&amp;"x"</f>';
	for (let cut = 1; cut < text.length; cut++) {
		const chunks = async function* () {
			yield text.slice(0, cut);
			yield text.slice(cut);
		};
		let read = '';
		for await (const { kind, raw } of readXml(chunks())) if (kind === 'text') read += unescapeXml(raw);
		expect([cut, read]).toEqual([cut, 'A1<500&"x"']);
	}
});
