import { setImmediate as turn } from 'node:timers/promises';
import { isSameCell, parseRange, type CellRange } from '../../domain/returns/templates/cell-address.ts';
import type { NamedCell, SheetStructure, WorkbookStructure } from '../../domain/returns/templates/structure.ts';
import { SheetCursor } from './addresses.ts';
import { TemplateFault } from './fault.ts';
import { relationshipsOf, type WorkbookPackage } from './package.ts';
import { attribute, localName, readXml, unescapeXml, type XmlPiece } from './xml-reader.ts';

/** More would be no form to fill in, and too much to keep beside it. */
const MOST_FINDINGS = 50_000;

export interface WorkbookSheet {
	name: string;
	part: string;
}

/** The parts that a filled workbook is changed in. */
export interface WorkbookOutline {
	workbook: string;
	sheets: WorkbookSheet[];
	styles: string | undefined;
	names: { name: string; refersTo: string }[];
	/** Names that hold on one sheet only. */
	ownNames: string[];
	/** Results are cut to what their cells show. */
	asDisplayed: boolean;
	/** Days are counted from 1904 on, as early Macintosh files did. */
	from1904: boolean;
}

export async function outlineOf(parts: WorkbookPackage): Promise<WorkbookOutline> {
	const workbook = (await relationshipsOf(parts, '')).find(({ type }) => type === 'officeDocument')?.target ?? '';
	const links = await relationshipsOf(parts, workbook);
	const sheets: WorkbookSheet[] = [];
	const names: WorkbookOutline['names'] = [];
	const ownNames: string[] = [];
	let asDisplayed = false;
	let from1904 = false;
	let defined: { name: string; refersTo: string } | undefined;
	const found = counter();
	for await (const { kind, name, attributes, raw } of readXml(parts.chunks(workbook))) {
		const local = localName(name);
		if (kind === 'text' && defined) defined.refersTo += unescapeXml(raw);
		if (kind === 'close' && local === 'definedName') defined = undefined;
		if (kind !== 'open' && kind !== 'empty') continue;
		if (local === 'workbookPr') from1904 = ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '');
		if (local === 'calcPr') asDisplayed = ['0', 'false'].includes(attribute(attributes, 'fullPrecision') ?? '');
		if (local === 'sheet') {
			const link = links.find(({ id }) => id === relationshipId(attributes));
			// One part read as sheet after sheet would have no end.
			if (sheets.some(({ part }) => part === link?.target)) throw new TemplateFault('broken', workbook);
			if (link?.type === 'worksheet') sheets.push({ name: attribute(attributes, 'name') ?? '', part: link.target });
		}
		// A name that holds on one sheet only may be there several times.
		if (kind === 'open' && local === 'definedName') {
			const called = attribute(attributes, 'name') ?? '';
			if (attribute(attributes, 'localSheetId') === undefined) {
				defined = { name: called, refersTo: '' };
				names.push(defined);
			} else ownNames.push(called);
			found();
		}
	}
	if (sheets.length === 0) throw new TemplateFault('not_a_workbook');
	const styles = links.find(({ type }) => type === 'styles')?.target;
	return { workbook, sheets, styles, names, ownNames, asDisplayed, from1904 };
}

/** `r:id`, whatever prefix the file gives it. */
function relationshipId(attributes: string): string | undefined {
	return /\s[^\s=:]+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1];
}

/** What a mapping is held against: the sheets with their formulas and merged cells, and the names of single cells. */
export async function structureOf(parts: WorkbookPackage): Promise<WorkbookStructure> {
	const outline = await outlineOf(parts);
	const sheets: SheetStructure[] = [];
	const found = counter();
	for (const sheet of outline.sheets) sheets.push(await sheetStructure(parts, sheet, found));
	return { sheets, names: outline.names.flatMap((each) => namedCell(each, sheets)) };
}

/** Counts what is found in a whole workbook, and ends where that is too much. */
function counter(): () => void {
	let number = 0;
	return () => {
		if (++number > MOST_FINDINGS) throw new TemplateFault('unpacks_too_large');
	};
}

async function sheetStructure(
	parts: WorkbookPackage,
	{ name, part }: WorkbookSheet,
	found: () => void,
): Promise<SheetStructure> {
	const merges: CellRange[] = [];
	const formulas = new Runs(found);
	const filled = new Runs(found);
	const blocks = await pivotRanges(parts, part);
	const cursor = new SheetCursor();
	let read = 0;
	for await (const piece of readXml(parts.chunks(part))) {
		if (++read % 20_000 === 0) await turn();
		const local = localName(piece.name);
		// Validations have formulas too, behind the cells.
		if (piece.kind === 'close' && local === 'sheetData') cursor.column = 0;
		if (piece.kind !== 'open' && piece.kind !== 'empty') continue;
		if (local === 'mergeCell' || local === 'col') found();
		if (local === 'row') cursor.enterRow(piece);
		else if (local === 'c') cursor.enterCell(piece);
		else if (local === 'mergeCell') merges.push(...[parseRange(attribute(piece.attributes, 'ref') ?? '') ?? []].flat());
		else if (local === 'f' && cursor.column > 0) {
			formulas.add(cursor.column, cursor.row);
			blocks.push(...blockOf(piece));
			if (blocks.length > MOST_BLOCKS) throw new TemplateFault('unpacks_too_large');
		}
		if (['f', 'v', 'is'].includes(local) && cursor.column > 0) filled.add(cursor.column, cursor.row);
	}
	const own = blocks.length > 0 ? { blocks } : {};
	return { name, merges, ...own, formulas: formulas.runs, filled: filled.runs };
}

/** More ranges of one formula each than any form has. */
const MOST_BLOCKS = 5000;

/** The range that an array formula, a spill or a data table fills, where it is more than one cell. */
function blockOf({ attributes }: XmlPiece): CellRange[] {
	if (!['array', 'dataTable'].includes(attribute(attributes, 't') ?? '')) return [];
	const range = parseRange(attribute(attributes, 'ref') ?? '');
	return range && !isSameCell(range.from, range.to) ? [range] : [];
}

/** Where the pivot tables of a sheet stand. */
async function pivotRanges(parts: WorkbookPackage, sheet: string): Promise<CellRange[]> {
	const ranges: CellRange[] = [];
	for (const { type, target } of await relationshipsOf(parts, sheet)) {
		if (type !== 'pivotTable' || !parts.names.includes(target)) continue;
		for await (const { kind, name, attributes } of readXml(parts.chunks(target))) {
			if (kind === 'close' || localName(name) !== 'location') continue;
			ranges.push(...[parseRange(attribute(attributes, 'ref') ?? '') ?? []].flat());
		}
	}
	return ranges;
}

/** Cells one below another as one run. */
class Runs {
	readonly runs: [number, number, number][] = [];
	readonly #open = new Map<number, [number, number, number]>();
	readonly #found: () => void;

	constructor(found: () => void) {
		this.#found = found;
	}

	add(column: number, row: number): void {
		const run = this.#open.get(column);
		if (run && row <= run[2] + 1) {
			run[2] = row;
			return;
		}
		const next: [number, number, number] = [column, row, row];
		this.#found();
		this.runs.push(next);
		this.#open.set(column, next);
	}
}

const REFERENCE = /^(?:'((?:[^']|'')+)'|([^'!]+))!([$A-Z0-9:]+)$/i;

/** A name that stands for one cell, or for one merged range. */
function namedCell(
	{ name, refersTo }: { name: string; refersTo: string },
	sheets: readonly SheetStructure[],
): NamedCell[] {
	const match = REFERENCE.exec(refersTo.trim());
	if (!match || name.startsWith('_xlnm.')) return [];
	const sheet = (match[1]?.replaceAll("''", "'") ?? match[2]) as string;
	const own = sheets.find((each) => each.name === sheet);
	const range = parseRange(match[3] as string);
	if (!own || !range) return [];
	const isOne = isSameCell(range.from, range.to);
	const isMerged = () => own.merges.some(({ from, to }) => isSameCell(from, range.from) && isSameCell(to, range.to));
	return isOne || isMerged() ? [{ name, sheet, cell: range.from }] : [];
}
