/** Workbooks as different programs make them, to be filled in: by a library, by LibreOffice, and part by part. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import archiver from 'archiver';
import ExcelJS from 'exceljs';
import { bytesOf } from '../../../extensions/peer-mentoring/src/workbook/template/pack.ts';
import { openPackage } from '../../../extensions/peer-mentoring/src/workbook/template/package.ts';

const run = promisify(execFile);

/** A ZIP file of these parts. */
export async function zipOf(parts: Record<string, string | Buffer>): Promise<Buffer> {
	const zip = archiver('zip', { zlib: { level: 9 } });
	for (const [name, content] of Object.entries(parts)) zip.append(content, { name });
	void zip.finalize();
	return bytesOf(zip);
}

/** Every part of a workbook by its name: texts as text, others in hexadecimal. */
export async function partsOf(file: Buffer): Promise<Record<string, string>> {
	const parts = await openPackage(file);
	const found = parts.names.map(async (name) => {
		const content = await bytesOf(await parts.bytes(name));
		return [name, content.toString(/\.(xlsx|bin|png|gz)$/.test(name) ? 'hex' : 'utf8')];
	});
	return Object.fromEntries(await Promise.all(found));
}

/** What LibreOffice makes of a file, in another format. */
export async function converted(file: Buffer | string, from: string, to: string, filter = to): Promise<Buffer> {
	const folder = mkdtempSync(join(tmpdir(), 'workbook-'));
	try {
		writeFileSync(join(folder, `given.${from}`), file);
		const profile = `-env:UserInstallation=file://${folder}/profile`;
		const arguments_ = [profile, '--headless', '--convert-to', filter, '--outdir', join(folder, 'out')];
		await run('soffice', [...arguments_, join(folder, `given.${from}`)]);
		return readFileSync(join(folder, 'out', `given.${to}`));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** The first sheet as LibreOffice works it out: rows of texts. */
export async function workedOut(file: Buffer): Promise<string[][]> {
	const csv = await converted(file, 'xlsx', 'csv', 'csv:Text - txt - csv (StarCalc):9,34,76,1,,2057,false,true');
	return csv
		.toString('utf8')
		.replace(/\n$/, '')
		.split('\n')
		.map((line) => line.split('\t').map((cell) => cell.replace(/^"(.*)"$/, '$1')));
}

/** As a programmer's library makes it. */
export async function libraryTemplate(): Promise<Buffer> {
	const book = new ExcelJS.Workbook();
	const sheet = book.addWorksheet('PMI return');
	sheet.getCell('A1').value = 'Performance return';
	sheet.mergeCells('A1:D1');
	sheet.getCell('A1').font = { bold: true, size: 16 };
	sheet.addRow(['Contract', null]);
	sheet.addRow(['Cut-off', null]);
	sheet.getCell('B3').numFmt = 'dd/mm/yyyy';
	sheet.addRow(['Referrals', 0, 'New', 0]);
	sheet.addRow(['Starts', 0]);
	sheet.addRow(['Share', { formula: 'B5/B4', result: 99 }]);
	sheet.getCell('B6').numFmt = '0.0%';
	sheet.addRow(['On time', null]);
	sheet.getCell('B7').numFmt = '0.0%';
	sheet.getCell('B4').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFEE00' } };
	sheet.getCell('B5').dataValidation = { type: 'whole', allowBlank: true, formulae: [0, 9999], operator: 'between' };
	sheet.addConditionalFormatting({
		ref: 'B4:B5',
		rules: [{ type: 'cellIs', operator: 'greaterThan', priority: 1, formulae: [100], style: { font: { bold: true } } }],
	});
	sheet.pageSetup = { paperSize: 9, orientation: 'landscape', printTitlesRow: '1:1', printArea: 'A1:D7' };
	await sheet.protect('secret', { selectLockedCells: true });
	book.definedNames.add("'PMI return'!$D$4", 'NewReferrals');
	return Buffer.from((await book.xlsx.writeBuffer()) as ArrayBuffer);
}

/** A spreadsheet as XML, for LibreOffice to make a workbook of. */
const OPEN_DOCUMENT = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet>
<table:content-validations><table:content-validation table:name="v1" table:condition="of:cell-content-is-whole-number() and cell-content()&gt;=0" table:base-cell-address="Form.B2"/></table:content-validations>
<table:table table:name="Form" table:protected="true">
<table:table-row><table:table-cell table:number-columns-spanned="3" office:value-type="string"><text:p>Return</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>Referrals</text:p></table:table-cell><table:table-cell table:content-validation-name="v1" office:value-type="float" office:value="0"><text:p>0</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>Starts</text:p></table:table-cell><table:table-cell/></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>Both</text:p></table:table-cell><table:table-cell table:formula="of:=[.B2]+[.B3]" office:value-type="float" office:value="77"><text:p>77</text:p></table:table-cell></table:table-row>
</table:table>
<table:named-expressions><table:named-range table:name="Starts" table:base-cell-address="$Form.$A$1" table:cell-range-address="$Form.$B$3"/></table:named-expressions>
</office:spreadsheet></office:body></office:document>`;

export function officeTemplate(): Promise<Buffer> {
	return converted(OPEN_DOCUMENT, 'fods', 'xlsx');
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const LINKS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const relationships = (links: readonly (readonly [id: string, type: string, target: string])[]) =>
	`${HEAD}<Relationships xmlns="${LINKS}">${links
		.map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
		.join('')}</Relationships>`;

/** The parts of a workbook as Excel writes them: lists from another sheet, protection, names, print set-up, results. */
export const RAW_PARTS: Readonly<Record<string, string>> = {
	'[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/><Override PartName="/xl/calcChain.xml" ContentType="${TYPE}.calcChain+xml"/></Types>`,
	'_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
	'xl/_rels/workbook.xml.rels': relationships([
		['rId1', 'worksheet', 'worksheets/sheet1.xml'],
		['rId2', 'worksheet', 'worksheets/sheet2.xml'],
		['rId3', 'styles', 'styles.xml'],
		['rId4', 'sharedStrings', 'sharedStrings.xml'],
		['rId5', 'calcChain', 'calcChain.xml'],
	]),
	'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr defaultThemeVersion="124226"/><workbookProtection lockStructure="1"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="20000" windowHeight="9000"/></bookViews><sheets><sheet name="Tracker &amp; more" sheetId="1" r:id="rId1"/><sheet name="Lists" sheetId="2" state="hidden" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'Tracker &amp; more'!$1:$3</definedName><definedName name="Month">'Tracker &amp; more'!$B$1</definedName><definedName name="Routes">Lists!$A$1:$A$2</definedName></definedNames><calcPr calcId="145621"/></workbook>`,
	'xl/worksheets/sheet1.xml': `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:E4"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="30" style="1" customWidth="1"/><col min="5" max="5" width="12" style="2" customWidth="1"/></cols><sheetData><row r="1" spans="1:5"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"/><c r="D1" s="3"><f>COUNTA(A4:A1000)</f><v>1</v></c><c r="E1" t="str"><f>"Month: "&amp;B1</f><v>stale</v></c></row><row r="2" spans="1:5"><c r="A2" t="s"><v>1</v></c></row><row r="3" spans="1:5" ht="30" customHeight="1"><c r="A3" t="s"><v>2</v></c><c r="B3" t="s"><v>3</v></c><c r="C3" t="s"><v>4</v></c></row><row r="4" spans="1:5" ht="22" customHeight="1"><c r="A4" s="1" t="inlineStr"><is><t>example</t></is></c><c r="B4" s="2"/><c r="C4" s="1"/><c r="D4" s="3"/></row></sheetData><sheetProtection password="CC1A" sheet="1" objects="1" scenarios="1"/><mergeCells count="1"><mergeCell ref="A2:C2"/></mergeCells><conditionalFormatting sqref="B4:B1000"><cfRule type="cellIs" dxfId="0" priority="1" operator="greaterThan"><formula>45000</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="C4:C1000"><formula1>Routes</formula1></dataValidation></dataValidations><printOptions gridLines="1"/><pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;P of &amp;N</oddFooter></headerFooter><extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>Lists!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>D4:D1000</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>`,
	'xl/worksheets/sheet2.xml': `${HEAD}<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="s"><v>5</v></c></row><row r="2"><c r="A2" t="s"><v>6</v></c></row></sheetData></worksheet>`,
	'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\ mmm\\ yyyy"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"><protection locked="0"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment horizontal="center"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><b/></font></dxf></dxfs></styleSheet>`,
	'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}" count="7" uniqueCount="7"><si><t>Month</t></si><si><t>One row for each Mentee</t></si><si><t>NINO</t></si><si><t>Start</t></si><si><t>Route</t></si><si><t>Jobcentre Plus</t></si><si><t>Third party</t></si></sst>`,
	'xl/calcChain.xml': `${HEAD}<calcChain xmlns="${MAIN}"><c r="D1" i="1"/><c r="E1" i="1"/></calcChain>`,
};

/** The workbook of {@link RAW_PARTS}, with some parts changed, added, or left out. */
export function rawTemplate(changes: Record<string, string | Buffer | undefined> = {}): Promise<Buffer> {
	const parts = Object.entries({ ...RAW_PARTS, ...changes }).filter(([, content]) => content !== undefined);
	return zipOf(Object.fromEntries(parts) as Record<string, string | Buffer>);
}
