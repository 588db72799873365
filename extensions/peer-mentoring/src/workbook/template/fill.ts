import type { Readable } from 'node:stream';
import type { CellEdit, ListEdit, SheetEdits } from './row-edits.ts';
import { editSheet } from './edit-sheet.ts';
import { openPackage, type WorkbookPackage } from './package.ts';
import { packed } from './pack.ts';
import { outlineOf, type WorkbookOutline } from './structure.ts';
import { Styles } from './styles.ts';
import { attribute, localName, piecesOf, withoutAttributes, type XmlPiece } from './xml-reader.ts';

/** What goes into a workbook, by the names of its sheets. */
export interface Filling {
	cells: readonly (CellEdit & { sheet: string })[];
	/** At most one on a sheet. */
	lists?: readonly (ListEdit & { sheet: string })[];
}

/**
 * A Buyer's workbook with values in it (3.7, 3.9), as a stream: however many rows come, few are held at a time. Only the
 * cells named change; parts that hold none of them are passed on as they are. Formulas lose their stored results and the
 * workbook is told to work them out when it is opened.
 */
export async function fillTemplate(template: Buffer, filling: Filling): Promise<Readable> {
	const parts = await openPackage(template);
	const outline = await outlineOf(parts);
	const styles = new Styles(outline.styles ? await parts.text(outline.styles) : '');
	// The styles come last: which of them are needed is known once the cells are written.
	const names = [...parts.names.filter((name) => name !== outline.styles), ...[outline.styles ?? []].flat()];
	return packed(names, (name) => contentOf(name, parts, outline, filling, styles));
}

async function* contentOf(
	name: string,
	parts: WorkbookPackage,
	outline: WorkbookOutline,
	filling: Filling,
	styles: Styles,
): AsyncGenerator<string | Buffer> {
	const sheet = outline.sheets.find(({ part }) => part === name);
	if (sheet) yield* editSheet(parts.chunks(name), editsOf(sheet.name, filling), { styles, from1904: outline.from1904 });
	else if (name === outline.workbook) yield workingOutAnew(await parts.text(name));
	else if (name === outline.styles) yield styles.toString();
	else for await (const chunk of await parts.bytes(name)) yield chunk as Buffer;
}

function editsOf(sheet: string, { cells, lists = [] }: Filling): SheetEdits {
	const list = lists.find((each) => each.sheet === sheet);
	return { cells: cells.filter((each) => each.sheet === sheet), ...(list ? { list } : {}) };
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
