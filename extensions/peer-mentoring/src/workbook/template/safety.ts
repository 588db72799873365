import { setImmediate as turn } from 'node:timers/promises';
import { TemplateFault } from './fault.ts';
import { bytesOf } from './pack.ts';
import { readRelationships, relationshipsOf, type WorkbookPackage } from './package.ts';
import { outlineOf } from './structure.ts';
import { attribute, localName, readXml, unescapeXml } from './xml-reader.ts';

const CONTENT_TYPES = '[Content_Types].xml';
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** Parts that run, or that other programs would run. */
const MACROS = /vbaproject|vbadata|macrosheet|dialogsheet|\/customui\/|^customui\//i;
const ACTIVE = /\/(activex|embeddings|webextensions)(\/|$)/i;
const OUTSIDE = /\/(externallinks|querytables|model)\/|\/connections\.xml$|\/datamashup/i;
/** Everything else that workbooks are made of: text, pictures, and settings of a printer or a sheet. */
const KNOWN =
	/\.(xml|rels|vml|png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp|jfif|ico|psmdcp)$|\/(printersettings|customproperty)\d*\.bin$|^xl\/metadata$/i;
const TEXT = /\.(xml|rels|vml|psmdcp)$/i;
/** What other programs keep in the file for themselves, in whatever encoding. */
const CUSTOM = /^customxml\/[^_][^/]*\.xml$/i;

const MACRO_TYPES = /macroenabled|vbaproject|vbadata|ms-excel\.(macrosheet|dialogsheet|intlmacrosheet)/i;
const BINARY_TYPES = /ms-excel\.sheet\.binary/i;
const LINKS_OUTWARD = ['hyperlink'];

/** What reaches out of the workbook when it is opened or worked out; a link to its own places may stay. */
const OUTSIDE_FORMULA =
	/\b(?:WEBSERVICE|IMAGE|RTD|CALL|REGISTER(?:\.ID)?|EXEC|EVALUATE|DDE|DDEINITIATE|SQL\.REQUEST|STOCKHISTORY)\s*\(|\bHYPERLINK\s*\((?!\s*"#)|\|\s*'|\[[^[\]]*\.xl\w*\]|'?\[\d+\][^\]]*!/i;
const FORMULAS = ['f', 'formula', 'formula1', 'formula2', 'definedName'];

/**
 * Refuses whatever could do something when the file is opened, by content and not by name: macros, controls, embedded
 * objects, data from outside, formulas that reach outside, parts of an unknown kind, XML with a document type.
 */
export async function refuseUnsafe(parts: WorkbookPackage): Promise<void> {
	for (const name of parts.names) {
		if (MACROS.test(name)) throw new TemplateFault('macros', name);
		if (ACTIVE.test(name)) throw new TemplateFault('active_content', name);
		if (OUTSIDE.test(name)) throw new TemplateFault('outside_data', name);
	}
	if (!parts.names.includes(CONTENT_TYPES)) throw new TemplateFault('not_a_workbook');
	await refuseContentTypes(parts);
	const unknown = parts.names.find((name) => !KNOWN.test(name));
	if (unknown !== undefined) throw new TemplateFault('unknown_part', unknown);
	for (const name of parts.names.filter((each) => each.endsWith('.rels'))) await refuseLinks(parts, name);
	const places = await placesIn(parts);
	for (const name of parts.names.filter((each) => TEXT.test(each))) await refuseText(parts, name, places);
}

/** What the workbook calls its sheets, by part, and which of its names stand for cells of its own. */
interface Places {
	sheets: ReadonlyMap<string, string>;
	names: ReadonlySet<string>;
}

const OWN_CELLS = /^(?:'[^'[\]]+'|[^'![\](),\s]+)!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?$/i;

async function placesIn(parts: WorkbookPackage): Promise<Places> {
	const { sheets, names } = await outlineOf(parts);
	const own = names.filter(({ refersTo }) => OWN_CELLS.test(refersTo.trim()));
	return {
		sheets: new Map(sheets.map(({ part, name }) => [part, name])),
		names: new Set(own.map(({ name }) => name.toLowerCase())),
	};
}

/** What the parts are said to be; the workbook itself must be one of the plain kind. */
async function refuseContentTypes(parts: WorkbookPackage): Promise<void> {
	const [main] = (await relationshipsOf(parts, '')).filter(({ type }) => type === 'officeDocument');
	const extension = main?.target.split('.').at(-1)?.toLowerCase();
	let own: string | undefined;
	let ofItsKind: string | undefined;
	for await (const { attributes } of readXml(parts.chunks(CONTENT_TYPES))) {
		const given = attribute(attributes, 'ContentType') ?? '';
		const part = attribute(attributes, 'PartName')?.toLowerCase();
		// A type by default is of the parts that there are, if any.
		if (part === undefined && !hasExtension(parts, attribute(attributes, 'Extension'))) continue;
		if (MACRO_TYPES.test(given)) throw new TemplateFault('macros', part);
		if (BINARY_TYPES.test(given)) throw new TemplateFault('old_or_binary');
		if (part === `/${main?.target}`.toLowerCase()) own = given;
		if (part === undefined && attribute(attributes, 'Extension')?.toLowerCase() === extension) ofItsKind = given;
	}
	if (main === undefined || main.external || (own ?? ofItsKind) !== WORKBOOK) throw new TemplateFault('not_a_workbook');
}

function hasExtension(parts: WorkbookPackage, extension = ''): boolean {
	return parts.names.some((name) => name.toLowerCase().endsWith(`.${extension.toLowerCase()}`));
}

/** Links out of the file are for people to follow, nothing else. */
async function refuseLinks(parts: WorkbookPackage, file: string): Promise<void> {
	for (const { type, external, target } of await readRelationships(parts, file)) {
		if (/vbaProject|xlMacrosheet/i.test(type)) throw new TemplateFault('macros', file);
		const follows = LINKS_OUTWARD.includes(type) && /^(https?:|mailto:)/i.test(target);
		if (external && !follows) throw new TemplateFault('outside_data', `${file} (${type})`);
	}
}

async function refuseText(parts: WorkbookPackage, name: string, places: Places): Promise<void> {
	if (CUSTOM.test(name)) {
		await refuseCustom(parts, name);
		return;
	}
	let formula: string | undefined;
	let isFirst = true;
	let read = 0;
	let cell: string | undefined;
	for await (const piece of plainPieces(parts, name)) {
		if (isFirst) refuseEncoding(piece.raw, name);
		isFirst = false;
		// Other requests have their turn while a large part is read.
		if (++read % 20_000 === 0) await turn();
		const local = localName(piece.name);
		if (local === 'c' && piece.kind === 'open') cell = attribute(piece.attributes, 'r');
		if (local === 'sheetData' && piece.kind === 'close') cell = undefined;
		const isFormula = FORMULAS.includes(local);
		if (piece.kind === 'open' && isFormula) formula = '';
		else if (piece.kind === 'close' && isFormula) {
			if (formula !== undefined && reachesOutside(formula, places)) {
				const sheet = places.sheets.get(name) ?? name;
				const where = cell === undefined ? sheet : `${sheet}!${cell}`;
				throw new TemplateFault('outside_formula', `${where}: ${formula.slice(0, 60)}`);
			}
			formula = undefined;
		} else if (formula !== undefined && piece.kind === 'text') formula += unescapeXml(piece.raw);
		else if (formula !== undefined && piece.kind === 'other') throw new TemplateFault('unsafe_xml', name);
	}
}

/** A link whose target is a name of the workbook's own cells leads to what stands in them; other names stay suspect. */
function reachesOutside(formula: string, { names }: Places): boolean {
	const known = formula.replace(
		/\bHYPERLINK\s*\(\s*([\p{L}_\\][\p{L}\d_.\\]*)\s*([,)])/giu,
		(whole, name: string, after) => (names.has(name.toLowerCase()) ? `(${name}${after}` : whole),
	);
	return OUTSIDE_FORMULA.test(known);
}

/** Looked through for a document type in the encoding that it has; nothing else of it is read, and it stays as it is. */
async function refuseCustom(parts: WorkbookPackage, name: string): Promise<void> {
	const bytes = await bytesOf(await parts.bytes(name)).catch(() => {
		throw new TemplateFault('broken', name);
	});
	const [first = 0, second = 0] = bytes;
	const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || !first !== !second;
	const encoding = !isWide ? 'utf-8' : first === 0xfe || first === 0 ? 'utf-16be' : 'utf-16le';
	const text = new TextDecoder(encoding).decode(bytes);
	if (!isWide) refuseEncoding(text, name);
	if (/<!(DOCTYPE|ENTITY)/i.test(text) || text.includes('\0')) throw new TemplateFault('unsafe_xml', name);
}

/** Drawings of comments (VML) are not always well-formed, and are looked through for a document type alone. */
async function* plainPieces(parts: WorkbookPackage, name: string) {
	if (!/\.vml$/i.test(name)) {
		yield* readXml(parts.chunks(name));
		return;
	}
	if (/<!(DOCTYPE|ENTITY)/i.test(await parts.text(name))) throw new TemplateFault('unsafe_xml', name);
}

/** UTF-8 only: a document type in another encoding would pass unread. */
function refuseEncoding(start: string, name: string): void {
	const encoding = /^\uFEFF?<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)/.exec(start)?.[1];
	if (encoding !== undefined && !/^(utf-8|us-ascii)$/i.test(encoding)) throw new TemplateFault('unsafe_xml', name);
	if (start.includes('\0')) throw new TemplateFault('unsafe_xml', name);
}
