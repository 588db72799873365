/** The Buyer’s ordinary workbooks (3.7, 3.9): the cases that were once turned away or filled wrongly, and more of their kinds. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { mappingProblems } from '../../../extensions/peer-mentoring/src/domain/returns/templates/mapping-problems.ts';
import { problemMessage } from '../../../extensions/peer-mentoring/src/domain/problems.ts';
import type { FigureValue } from '../../../extensions/peer-mentoring/src/domain/returns/templates/figure.ts';
import { inspectTemplate } from '../../../extensions/peer-mentoring/src/workbook/template/inspect.ts';
import { cells, changedParts, filled, withOffice } from '../support/filled-template.ts';
import { partsOf, rawTemplate, workedOut, zipOf } from '../support/workbooks.ts';
import { RAW_PARTS } from '../support/raw-parts.ts';

const given = (name: string) => readFileSync(join(import.meta.dirname, '../../fixtures/moving-in', name));
const SHEET = 'xl/worksheets/sheet1.xml';

describe('an ordinary workbook is taken and filled without a part lost', () => {
	const types = RAW_PARTS['[Content_Types].xml']!;
	const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
	const formula = (text: string) =>
		RAW_PARTS[SHEET]!.replace('"Month: "&amp;B1', text.replaceAll('&', '&amp;').replaceAll('"', '&quot;'));

	test.each<[string, () => Promise<Buffer> | Buffer, string]>([
		['its type by default', () => given('template-01-workbook-type-as-default.xlsx'), 'PMI'],
		['parts of other programs in UTF-16', () => given('template-03-custom-xml-utf16.xlsx'), 'PMI'],
		['an empty part said to be compressed', () => given('template-08-empty-part-said-deflated.xlsx'), 'PMI'],
		[
			'properties of the package',
			() => rawTemplate({ 'package/services/metadata/core-properties/0a1b.psmdcp': '<coreProperties/>' }),
			'Tracker & more',
		],
		['what Google keeps', () => rawTemplate({ 'xl/metadata': Buffer.from([0x0a, 0x00, 0xff]) }), 'Tracker & more'],
		[
			'parts of other programs in UTF-16, the other way round',
			() => rawTemplate({ 'customXml/item2.xml': utf16('<a/>').swap16() }),
			'Tracker & more',
		],
		[
			'a type of macros by default, of parts that there are none of',
			() =>
				rawTemplate({
					'[Content_Types].xml': types.replace(
						'<Default ',
						'<Default Extension="vba" ContentType="application/vnd.ms-office.vbaProject"/><Default ',
					),
				}),
			'Tracker & more',
		],
		[
			'backslashes in the names of parts',
			// As some programs write them; the library of the tests writes slashes.
			async () => {
				const file = (await rawTemplate()).toString('latin1');
				const names = Object.keys(RAW_PARTS);
				return Buffer.from(
					names.reduce((text, name) => text.replaceAll(name, name.replaceAll('/', '\\')), file),
					'latin1',
				);
			},
			'Tracker & more',
		],
		[
			'a link to a name of its own',
			() => rawTemplate({ [SHEET]: formula('HYPERLINK(Month,"Month")') }),
			'Tracker & more',
		],
	])('with %s', async (_, template, sheet) => {
		const before = await template();
		await inspectTemplate(before);
		const after = await filled(before, { cells: cells(sheet, { B1: 40 }) });
		const changed = await changedParts(before, after);
		expect(changed.every((name) => ['xl/workbook.xml', SHEET].includes(name.replaceAll('\\', '/')))).toBe(true);
		expect((await partsOf(after))[SHEET]).toMatch(/<c r="B1"[^>]*><v>40<\/v>/);
	});
});

describe('what is refused says where', () => {
	const refusal = async (changes: Record<string, string | Buffer>) =>
		inspectTemplate(await rawTemplate(changes)).catch((error: unknown) => error);

	test.each<[string, Record<string, string | Buffer>, { code: string; where: string }]>([
		[
			'sheet and cell of a formula that reaches outside',
			{ [SHEET]: RAW_PARTS[SHEET]!.replace('"Month: "&amp;B1', 'WEBSERVICE("http://x.example")') },
			{ code: 'outside_formula', where: 'Tracker & more!E1: WEBSERVICE("http://x.example")' },
		],
		[
			'sheet and cell of a link to a name that is no cell',
			{ [SHEET]: RAW_PARTS[SHEET]!.replace('"Month: "&amp;B1', 'HYPERLINK(Elsewhere)') },
			{ code: 'outside_formula', where: 'Tracker & more!E1: HYPERLINK(Elsewhere)' },
		],
		['the part of macros', { 'xl/vbaProject.bin': 'x' }, { code: 'macros', where: 'xl/vbaProject.bin' }],
		[
			'the part of a link to another workbook',
			{ 'xl/externalLinks/externalLink1.xml': '<externalLink/>' },
			{ code: 'outside_data', where: 'xl/externalLinks/externalLink1.xml' },
		],
		[
			'the part with a document type, in UTF-16 too',
			{ 'customXml/item1.xml': Buffer.from('\ufeff<!DOCTYPE a><a/>', 'utf16le') },
			{ code: 'unsafe_xml', where: 'customXml/item1.xml' },
		],
	])('%s', async (_, changes, expected) => {
		expect(await refusal(changes)).toMatchObject(expected);
	});
});

describe('cells that one formula or a pivot table fills as a whole', () => {
	const cell = (address: string) => ({
		cells: [
			{
				figure: 'referrals_total.total',
				view: 'cumulative' as const,
				cpa: null,
				place: { sheet: 'PMI', cell: address },
			},
		],
		lists: [],
	});

	it('are not written by themselves: the mapping is refused and names the range', async () => {
		const structure = await inspectTemplate(given('template-06-array-range-B1-B5.xlsx'));
		for (const address of ['B1', 'B3', 'B5']) {
			const [problem] = mappingProblems('pmi', cell(address), structure);
			expect(problem).toMatchObject({ code: 'mapping_cell_block', params: { range: 'B1:B5' } });
			expect(problemMessage(problem!, 'cy-GB')).toContain('B1:B5');
		}
		expect(mappingProblems('pmi', cell('B6'), structure)).toEqual([]);
	});

	it('are those of a pivot table too', async () => {
		const structure = await inspectTemplate(
			await rawTemplate({
				'xl/worksheets/_rels/sheet2.xml.rels':
					'<Relationships><Relationship Id="p" Type="http://x/pivotTable" Target="../pivotTables/pivotTable1.xml"/></Relationships>',
				'xl/pivotTables/pivotTable1.xml': '<pivotTableDefinition><location ref="C3:E9"/></pivotTableDefinition>',
			}),
		);
		expect(structure.sheets[1]!.blocks).toEqual([{ from: { column: 3, row: 3 }, to: { column: 5, row: 9 } }]);
	});
});

describe('rows that are written into an Excel table', () => {
	const rows = (count: number) =>
		Array.from(
			{ length: count },
			(_, index) =>
				new Map<number, FigureValue>([
					[1, `R-${index + 1}`],
					[3, index + 1],
				]),
		);
	const list = (count: number) => ({ sheet: 'Tracker', firstRow: 5, columns: [1, 3], rows: rows(count) });
	const table = (parts: Record<string, string>) => parts['xl/tables/table1.xml']!;

	const sheetName = async (file: Buffer) => (await inspectTemplate(file)).sheets[0]!.name;
	const into = async (file: Buffer, count: number) =>
		filled(file, { cells: [], lists: [{ ...list(count), sheet: await sheetName(file) }] });

	it('extend it and its filter, and leave it as it was where they fit', async () => {
		const file = given('template-tracker-as-table.xlsx');
		const grown = table(await partsOf(await into(file, 15)));
		expect(grown.match(/ref="A4:C19"/g)).toHaveLength(2);
		expect(table(await partsOf(await into(file, 2)))).toBe(table(await partsOf(file)));
	});

	it('take its calculated columns, validations and formats with them', async () => {
		const parts = await partsOf(given('template-tracker-as-table.xlsx'));
		const calculated = table(parts).replace(
			/(<tableColumn id="2"[^>]*)\/>/,
			'$1><calculatedColumnFormula>Mentees[[#This Row],[Sessions]]*2</calculatedColumnFormula></tableColumn>',
		);
		const sheet = parts[SHEET]!.replace(
			'<pageMargins',
			'<conditionalFormatting sqref="A5:C7 E5:E7"><cfRule type="expression" priority="1"><formula>$C5&gt;9</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="whole" sqref="C5:C7"><formula1>0</formula1></dataValidation></dataValidations><pageMargins',
		);
		const file = await zipOf({ ...parts, 'xl/tables/table1.xml': calculated, [SHEET]: sheet });
		const after = (await partsOf(await into(file, 15)))[SHEET]!;
		expect(after).toContain('sqref="A5:C19 E5:E7"');
		expect(after).toContain('sqref="C5:C19"');
		expect(
			after.match(/<c r="B\d+"[^>]*><f>Mentees\[\[#This Row\],\[Sessions\]\]\*2<\/f><v>\d+<\/v><\/c>/g),
		).toHaveLength(15);
	});

	withOffice('are counted by its own totals', { timeout: 180_000 }, async () => {
		const shown = await workedOut(await into(given('template-tracker-as-table.xlsx'), 15));
		expect([shown[0]![1], shown[1]![1]]).toEqual(['15', '120']);
	});
});
