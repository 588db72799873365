/** Workbooks of formulas, part by part, and the results that are stored in one. */
import { zipOf } from './workbooks.ts';
import {
	escapeXml,
	localName,
	piecesOf,
	unescapeXml,
	attribute,
} from '../../../extensions/peer-mentoring/src/workbook/template/xml-reader.ts';
import { partsOf } from './workbooks.ts';

/** A value, or a formula with `=` before it. */
export type Content = number | string | boolean | { error: string } | { xml: string };
export type Book = Record<string, Record<string, Content>>;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

function cellOf(address: string, content: Content): string {
	if (typeof content === 'number') return `<c r="${address}"><v>${content}</v></c>`;
	if (typeof content === 'boolean') return `<c r="${address}" t="b"><v>${content ? 1 : 0}</v></c>`;
	if (typeof content === 'object' && 'error' in content) return `<c r="${address}" t="e"><v>${content.error}</v></c>`;
	if (typeof content === 'object') return `<c r="${address}"${content.xml}</c>`;
	if (content.startsWith('=')) return `<c r="${address}"><f>${escapeXml(content.slice(1))}</f></c>`;
	return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(content)}</t></is></c>`;
}

const columnOf = (address: string) => address.replace(/\d+/, '').padStart(3);

/** The cells of a sheet, each in its row. */
export function rowsOf(cells: Record<string, Content>): string {
	const rows = Map.groupBy(Object.entries(cells), ([address]) => Number(address.replace(/\D+/, '')));
	return [...rows]
		.sort(([a], [b]) => a - b)
		.map(([row, own]) => {
			const sorted = own.sort(([a], [b]) => (columnOf(a) < columnOf(b) ? -1 : 1));
			return `<row r="${row}">${sorted.map(([address, content]) => cellOf(address, content)).join('')}</row>`;
		})
		.join('');
}

/** @param more further parts, and what stands in the workbook before or behind its sheets */
export function bookOf(
	book: Book,
	{ names = '', settings = '', parts = {} }: { names?: string; settings?: string; parts?: Record<string, string> } = {},
): Promise<Buffer> {
	const sheets = Object.entries(book);
	const part = (index: number) => `xl/worksheets/sheet${index + 1}.xml`;
	const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
	return zipOf({
		'[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${sheets.map((_, index) => `<Override PartName="/${part(index)}" ContentType="${type}.worksheet+xml"/>`).join('')}${Object.keys(
			parts,
		)
			.filter((name) => name.includes('tables/table'))
			.map((name) => `<Override PartName="/${name}" ContentType="${type}.table+xml"/>`)
			.join('')}</Types>`,
		'_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${settings.startsWith('<workbookPr') ? settings : ''}<sheets>${sheets.map(([name], index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets>${names && `<definedNames>${names}</definedNames>`}${settings.startsWith('<calcPr') ? settings : ''}</workbook>`,
		'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>`,
		...Object.fromEntries(
			sheets.map(([, cells], index) => [
				part(index),
				`${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetData>${rowsOf(cells)}</sheetData>${parts[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] ? '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' : ''}</worksheet>`,
			]),
		),
		...parts,
	});
}

/** A stored result: the kind of it and what stands there. */
export type Stored = number | string | boolean | { error: string };

/** The results that are stored with the formulas of a workbook, by sheet and cell; cells with a formula and no result are left out. */
export function storedResults(file: Buffer): Promise<Map<string, Stored>> {
	return stored(file, true);
}

/** What is stored in the cells of a workbook, formulas or not. */
export function storedCells(file: Buffer): Promise<Map<string, Stored>> {
	return stored(file, false);
}

async function stored(file: Buffer, ofFormulas: boolean): Promise<Map<string, Stored>> {
	const parts = await partsOf(file);
	const texts = sharedTexts(parts['xl/sharedStrings.xml']);
	const found = new Map<string, Stored>();
	for (const [name, part] of sheetParts(parts)) {
		let cell = { address: '', type: 'n' };
		let hasFormula = false;
		let value: string | undefined;
		let inValue = false;
		for (const { kind, name: tag, attributes, raw } of piecesOf(parts[part]!)) {
			const local = localName(tag);
			if (local === 'c' && kind !== 'close') {
				cell = { address: attribute(attributes, 'r')!, type: attribute(attributes, 't') ?? 'n' };
				hasFormula = false;
				value = undefined;
			} else if (local === 'f') hasFormula = true;
			else if (local === 'v') {
				inValue = kind === 'open';
				value ??= '';
			} else if (inValue && kind === 'text') value += unescapeXml(raw);
			if (local === 'c' && kind === 'close' && (hasFormula || !ofFormulas) && value !== undefined) {
				found.set(`${name}!${cell.address}`, typed(cell.type, value, texts));
			}
		}
	}
	return found;
}

function typed(type: string, value: string, texts: readonly string[]): Stored {
	if (type === 'b') return value === '1';
	if (type === 'e') return { error: value };
	if (type === 's') return texts[Number(value)]!;
	return type === 'n'
		? Number(value)
		: value.replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function sharedTexts(part: string | undefined): string[] {
	return [...(part ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, own]) =>
		[...own!.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => unescapeXml(text!)).join(''),
	);
}

function sheetParts(parts: Record<string, string>): [string, string][] {
	const folder = Object.keys(parts).find((name) => /workbook\d*\.xml$/.test(name) && name.startsWith('xl/'))!;
	const links = piecesOf(parts[folder.replace(/^xl\//, 'xl/_rels/') + '.rels']!);
	const targets = new Map(
		links.map(({ attributes }) => [
			attribute(attributes, 'Id'),
			(attribute(attributes, 'Target') ?? '').replace(/^\/?xl\//, ''),
		]),
	);
	return piecesOf(parts[folder]!)
		.filter(({ name, kind }) => localName(name) === 'sheet' && kind !== 'close')
		.map(({ attributes }) => [attribute(attributes, 'name')!, `xl/${targets.get(attribute(attributes, 'r:id'))}`]);
}

/** Whether two results are the same, but for the last digits of a number. */
export function isSameResult(a: Stored | undefined, b: Stored | undefined): boolean {
	if (typeof a === 'number' && typeof b === 'number') {
		return a === b || Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
	}
	if (typeof a === 'object' && typeof b === 'object') return a.error === b.error;
	return a === b;
}

/** The workbook without any stored result of a formula. */
export async function withoutResults(file: Buffer): Promise<Buffer> {
	const parts = await partsOf(file);
	const changed = Object.entries(parts).map(([name, content]) => {
		if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) return [name, content] as const;
		const cells = content.replace(/<c\b[^>]*>(?:(?!<\/c>).)*<f\b.*?<\/c>/gs, (cell) =>
			cell.replace(/<v>.*?<\/v>|<v\/>/gs, '').replace(/^(<c\b[^>]*?)\st="\w+"/, '$1'),
		);
		return [name, cells] as const;
	});
	return zipOf(Object.fromEntries(changed));
}
