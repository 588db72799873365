import { setImmediate as turn } from 'node:timers/promises';
import { TemplateFault } from './fault.ts';
import { readRelationships, relationshipsOf, type WorkbookPackage } from './package.ts';
import { attribute, localName, readXml, unescapeXml } from './xml-reader.ts';

const CONTENT_TYPES = '[Content_Types].xml';
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** Parts that run, or that other programs would run. */
const MACROS = /vbaproject|vbadata|macrosheet|dialogsheet|\/customui\/|^customui\//i;
const ACTIVE = /\/(activex|embeddings|webextensions)(\/|$)/i;
const OUTSIDE = /\/(externallinks|querytables|model)\/|\/connections\.xml$|\/datamashup/i;
/** Everything else that workbooks are made of: text, pictures, and settings of a printer or a sheet. */
const KNOWN = /\.(xml|rels|vml|png|jpe?g|gif|bmp|tiff?|emf|wmf|svg)$|\/(printersettings|customproperty)\d*\.bin$/i;
const TEXT = /\.(xml|rels|vml)$/i;

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
		if (MACROS.test(name)) throw new TemplateFault('macros');
		if (ACTIVE.test(name)) throw new TemplateFault('active_content');
		if (OUTSIDE.test(name)) throw new TemplateFault('outside_data');
	}
	if (!parts.names.includes(CONTENT_TYPES)) throw new TemplateFault('not_a_workbook');
	await refuseContentTypes(parts);
	const unknown = parts.names.find((name) => !KNOWN.test(name));
	if (unknown !== undefined) throw new TemplateFault('unknown_part', unknown);
	for (const name of parts.names.filter((each) => each.endsWith('.rels'))) await refuseLinks(parts, name);
	for (const name of parts.names.filter((each) => TEXT.test(each))) await refuseText(parts, name);
}

/** What the parts are said to be; the workbook itself must be one of the plain kind. */
async function refuseContentTypes(parts: WorkbookPackage): Promise<void> {
	const [main] = (await relationshipsOf(parts, '')).filter(({ type }) => type === 'officeDocument');
	let type: string | undefined;
	for await (const { attributes } of readXml(parts.chunks(CONTENT_TYPES))) {
		const given = attribute(attributes, 'ContentType') ?? '';
		if (MACRO_TYPES.test(given)) throw new TemplateFault('macros');
		if (BINARY_TYPES.test(given)) throw new TemplateFault('old_or_binary');
		if (attribute(attributes, 'PartName')?.toLowerCase() === `/${main?.target}`.toLowerCase()) type = given;
	}
	if (main === undefined || main.external || type !== WORKBOOK) throw new TemplateFault('not_a_workbook');
}

/** Links out of the file are for people to follow, nothing else. */
async function refuseLinks(parts: WorkbookPackage, file: string): Promise<void> {
	for (const { type, external, target } of await readRelationships(parts, file)) {
		if (/vbaProject|xlMacrosheet/i.test(type)) throw new TemplateFault('macros');
		const follows = LINKS_OUTWARD.includes(type) && /^(https?:|mailto:)/i.test(target);
		if (external && !follows) throw new TemplateFault('outside_data');
	}
}

async function refuseText(parts: WorkbookPackage, name: string): Promise<void> {
	let formula: string | undefined;
	let isFirst = true;
	let read = 0;
	for await (const piece of plainPieces(parts, name)) {
		if (isFirst) refuseEncoding(piece.raw, name);
		isFirst = false;
		// Other requests have their turn while a large part is read.
		if (++read % 20_000 === 0) await turn();
		const isFormula = FORMULAS.includes(localName(piece.name));
		if (piece.kind === 'open' && isFormula) formula = '';
		else if (piece.kind === 'close' && isFormula) {
			if (formula !== undefined && OUTSIDE_FORMULA.test(formula))
				throw new TemplateFault('outside_formula', formula.slice(0, 60));
			formula = undefined;
		} else if (formula !== undefined && piece.kind === 'text') formula += unescapeXml(piece.raw);
		else if (formula !== undefined && piece.kind === 'other') throw new TemplateFault('unsafe_xml', name);
	}
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
