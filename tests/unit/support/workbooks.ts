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
import { RAW_PARTS } from './raw-parts.ts';

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

/** The workbook of {@link RAW_PARTS}, with some parts changed, added, or left out. */
export function rawTemplate(changes: Record<string, string | Buffer | undefined> = {}): Promise<Buffer> {
	const parts = Object.entries({ ...RAW_PARTS, ...changes }).filter(([, content]) => content !== undefined);
	return zipOf(Object.fromEntries(parts) as Record<string, string | Buffer>);
}
