import type { Readable } from 'node:stream';
import type { CellEdit, ListEdit, SheetEdits } from './row-edits.ts';
import { dependentsOf, spilledBy, type Untouched } from './dependents.ts';
import { editSheet } from './edit-sheet.ts';
import { placesOf } from './formulas/places.ts';
import { openPackage, type WorkbookPackage } from './package.ts';
import { packed } from './pack.ts';
import { resultsOf, type Results } from './results.ts';
import { askedAgain } from './spool.ts';
import { outlineOf, type WorkbookOutline } from './structure.ts';
import { Styles } from './styles.ts';
import { grownTable, tableOfList, tablesOf, type SheetTable } from './tables.ts';
import { attribute, localName, piecesOf, withoutAttributes, type XmlPiece } from './xml-reader.ts';

/** What goes into a workbook, by the names of its sheets. */
export interface Filling {
	cells: readonly (CellEdit & { sheet: string })[];
	/** At most one on a sheet. */
	lists?: readonly (ListEdit & { sheet: string })[];
}

/**
 * A Buyer's workbook with values in it (3.7, 3.9), as a stream: however many rows come, few are held at a time. Only the
 * cells named change; parts that hold none of them are passed on as they are. Formulas that read what is filled are given
 * their new results where we can work them out, and have none otherwise; the workbook is told to work all of them out when
 * it is opened.
 */
export async function fillTemplate(template: Buffer, filling: Filling): Promise<Readable> {
	const parts = await openPackage(template);
	const outline = await outlineOf(parts);
	const styles = new Styles(outline.styles ? await parts.text(outline.styles) : '');
	const tables = await tablesOf(parts, outline.sheets);
	let isTwice = false;
	const edits = editsOf(outline, tables, filling, () => isTwice);
	// Tables and styles come last: where they end and which are needed is known once the cells are written.
	const last = [
		...[...edits.values()].flatMap(({ grown }) => grown?.table.part ?? []),
		...[outline.styles ?? []].flat(),
	];
	const names = [...parts.names.filter((name) => !last.includes(name)), ...last];
	const { untouched, open } = await dependentsOf(parts, outline.sheets, edits, placesOf(outline, tables));
	const spilled = spilledBy(open);
	const book: FillingBook = { parts, outline, edits, styles, untouched, spilled };
	const filled = (part: string) => {
		isTwice = true;
		return filledSheet(part, book, NO_RESULTS);
	};
	// Asked for with the first sheet: whatever fails ends the stream.
	let results: Promise<Results> | undefined;
	return packed(names, async function* (name) {
		if (edits.has(name)) {
			results ??= resultsOf({ parts, outline, tables, edits, open, filled });
			isTwice = false;
			yield* filledSheet(name, book, await results);
		} else yield* contentOf(name, book);
	});
}

const NO_RESULTS: Results = new Map();

interface FillingBook {
	parts: WorkbookPackage;
	outline: WorkbookOutline;
	/** By the parts of the sheets. */
	edits: ReadonlyMap<string, SheetEdits>;
	styles: Styles;
	untouched: Untouched;
	spilled: ReadonlyMap<string, ReadonlySet<number>>;
}

/** A sheet with what goes into it. */
function filledSheet(
	part: string,
	{ parts, outline, edits, styles, untouched, spilled }: FillingBook,
	results: Results,
): AsyncGenerator<string> {
	const sheet = outline.sheets.find((each) => each.part === part)?.name ?? '';
	return editSheet(parts.chunks(part), edits.get(part) ?? { cells: [] }, {
		styles,
		from1904: outline.from1904,
		untouched: untouched.get(sheet) ?? new Set(),
		results: results.get(sheet) ?? new Map(),
		spilled: spilled.get(sheet) ?? new Set(),
	});
}

/** A part that is no sheet. */
async function* contentOf(
	name: string,
	{ parts, outline, edits, styles }: FillingBook,
): AsyncGenerator<string | Buffer> {
	const grown = [...edits.values()].find(({ grown }) => grown?.table.part === name)?.grown;
	if (grown) yield grownTable(await parts.text(name), grown.table, grown.lastRow ?? 0);
	else if (name === outline.workbook) yield workingOutAnew(await parts.text(name));
	else if (name === outline.styles) yield styles.toString();
	else for await (const chunk of await parts.bytes(name)) yield chunk as Buffer;
}

/** What goes into each sheet, by its part, with the table that its list belongs to. */
function editsOf(
	{ sheets }: WorkbookOutline,
	tables: readonly SheetTable[],
	{ cells, lists = [] }: Filling,
	isTwice: () => boolean,
): Map<string, SheetEdits> {
	const of = (sheet: string): SheetEdits => {
		const own = { cells: cells.filter((each) => each.sheet === sheet) };
		const given = lists.find((each) => each.sheet === sheet);
		if (!given) return own;
		const list = { ...given, rows: askedAgain(given, isTwice) };
		const table = tableOfList(tables, list);
		if (!table) return { ...own, list };
		const grown: NonNullable<SheetEdits['grown']> = { table };
		const written = (lastRow: number) => {
			grown.lastRow = lastRow;
		};
		return { ...own, list: { ...list, calculated: table.calculated, written }, grown };
	};
	return new Map(sheets.map(({ name, part }) => [part, of(name)]));
}

/** What may stand before the settings of calculation in a workbook (ECMA-376, CT_Workbook). */
const BEFORE_SETTINGS = ['definedNames', 'externalReferences', 'functionGroups', 'sheets'];

/** The workbook with all formulas to be worked out when it is opened. */
function workingOutAnew(document: string): string {
	const pieces = piecesOf(document);
	const settings = pieces.findIndex(({ kind, name }) => kind !== 'close' && localName(name) === 'calcPr');
	if (settings >= 0) {
		const { name, attributes, kind } = pieces[settings] as XmlPiece;
		if (['1', 'true'].includes(attribute(attributes, 'fullCalcOnLoad') ?? '')) return document;
		const kept = withoutAttributes(attributes, ['fullCalcOnLoad']);
		const raw = `<${name}${kept} fullCalcOnLoad="1"${kind === 'empty' ? '/' : ''}>`;
		return pieces.map((piece, index) => (index === settings ? raw : piece.raw)).join('');
	}
	const ends = BEFORE_SETTINGS.map((wanted) =>
		pieces.findIndex(({ kind, name }) => kind !== 'open' && localName(name) === wanted),
	);
	const after = ends.find((index) => index >= 0) ?? pieces.length - 1;
	const { name } = pieces[after] as XmlPiece;
	const prefix = name.slice(0, name.length - localName(name).length);
	const added = `<${prefix}calcPr fullCalcOnLoad="1"/>`;
	return pieces.map(({ raw }, index) => (index === after ? raw + added : raw)).join('');
}
