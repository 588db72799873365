import type { Readable } from 'node:stream';
import type { CellEdit, ListEdit, SheetEdits } from './row-edits.ts';
import { untouchedBy, type Untouched } from './dependents.ts';
import { editSheet } from './edit-sheet.ts';
import { openPackage, type WorkbookPackage } from './package.ts';
import { packed } from './pack.ts';
import { outlineOf, type WorkbookOutline } from './structure.ts';
import { Styles } from './styles.ts';
import { grownTable, tableOfList, tablesOf } from './tables.ts';
import { attribute, localName, piecesOf, withoutAttributes, type XmlPiece } from './xml-reader.ts';

/** What goes into a workbook, by the names of its sheets. */
export interface Filling {
	cells: readonly (CellEdit & { sheet: string })[];
	/** At most one on a sheet. */
	lists?: readonly (ListEdit & { sheet: string })[];
}

/**
 * A Buyer's workbook with values in it (3.7, 3.9), as a stream: however many rows come, few are held at a time. Only the
 * cells named change; parts that hold none of them are passed on as they are. Formulas that read what is filled lose their
 * stored results, and the workbook is told to work them out when it is opened.
 */
export async function fillTemplate(template: Buffer, filling: Filling): Promise<Readable> {
	const parts = await openPackage(template);
	const outline = await outlineOf(parts);
	const styles = new Styles(outline.styles ? await parts.text(outline.styles) : '');
	const edits = await editsOf(parts, outline, filling);
	// Tables and styles come last: where they end and which are needed is known once the cells are written.
	const last = [
		...[...edits.values()].flatMap(({ grown }) => grown?.table.part ?? []),
		...[outline.styles ?? []].flat(),
	];
	const names = [...parts.names.filter((name) => !last.includes(name)), ...last];
	const untouched = await untouchedBy(parts, outline.sheets, edits);
	return packed(names, (name) => contentOf(name, parts, outline, { edits, styles, untouched }));
}

interface Changes {
	edits: ReadonlyMap<string, SheetEdits>;
	styles: Styles;
	untouched: Untouched;
}

async function* contentOf(
	name: string,
	parts: WorkbookPackage,
	outline: WorkbookOutline,
	{ edits, styles, untouched }: Changes,
): AsyncGenerator<string | Buffer> {
	const own = edits.get(name);
	const grown = [...edits.values()].find(({ grown }) => grown?.table.part === name)?.grown;
	const sheet = outline.sheets.find(({ part }) => part === name)?.name ?? '';
	const context = { styles, from1904: outline.from1904, untouched: untouched.get(sheet) ?? new Set<string>() };
	if (own) yield* editSheet(parts.chunks(name), own, context);
	else if (grown) yield grownTable(await parts.text(name), grown.table, grown.lastRow ?? 0);
	else if (name === outline.workbook) yield workingOutAnew(await parts.text(name));
	else if (name === outline.styles) yield styles.toString();
	else for await (const chunk of await parts.bytes(name)) yield chunk as Buffer;
}

/** What goes into each sheet, by its part, with the table that its list belongs to. */
async function editsOf(
	parts: WorkbookPackage,
	{ sheets }: WorkbookOutline,
	{ cells, lists = [] }: Filling,
): Promise<Map<string, SheetEdits>> {
	const tables = lists.length > 0 ? await tablesOf(parts, sheets) : [];
	const of = (sheet: string): SheetEdits => {
		const own = { cells: cells.filter((each) => each.sheet === sheet) };
		const list = lists.find((each) => each.sheet === sheet);
		if (!list) return own;
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
