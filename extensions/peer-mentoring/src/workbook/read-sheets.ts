import { dayNumber, dayOfNumber, day } from '../domain/calendar/calendar-day.ts';
import { parseCell } from '../domain/returns/templates/cell-address.ts';
import { openPackage, relationshipsOf, type WorkbookPackage } from './template/package.ts';
import { outlineOf, type WorkbookOutline } from './template/structure.ts';
import { Styles } from './template/styles.ts';
import { attribute, localName, readXml, unescapeXml, type XmlPiece } from './template/xml-reader.ts';

/** One row of a sheet: its number and the texts of its cells, from column A on. */
export interface SheetRow {
	row: number;
	values: string[];
}

export interface ReadSheet {
	name: string;
	rows: AsyncGenerator<SheetRow>;
}

const FIRST_DAY = dayNumber(day('1899-12-30'));
const FIRST_DAY_1904 = dayNumber(day('1904-01-01'));
/** No import has more columns; a sheet may say that it has a cell in column XFD. */
const MOST_COLUMNS = 256;
const MOST_LETTERS_SHARED = 64 * 1024 * 1024;

/**
 * The sheets of a workbook as texts, row by row: days as ISO days, numbers as they are stored, formulas by the result
 * that was stored with them. Throws a TemplateFault where the file is none, or more than it seems.
 */
export async function readSheets(file: Buffer): Promise<ReadSheet[]> {
	const parts = await openPackage(file);
	const outline = await outlineOf(parts);
	const styles = new Styles(outline.styles ? await parts.text(outline.styles) : '');
	const shared = await sharedTexts(parts, outline);
	return outline.sheets.map(({ name, part }) => ({
		name,
		rows: rowsOf(parts, part, new CellTexts(shared, styles, outline)),
	}));
}

async function sharedTexts(parts: WorkbookPackage, { workbook }: WorkbookOutline): Promise<string[]> {
	const part = (await relationshipsOf(parts, workbook)).find(({ type }) => type === 'sharedStrings')?.target;
	const texts: string[] = [];
	if (part === undefined || !parts.names.includes(part)) return texts;
	const text = new TextOf('si');
	let letters = 0;
	for await (const piece of readXml(parts.chunks(part))) {
		const whole = text.read(piece);
		if (whole === undefined) continue;
		letters += whole.length;
		if (letters > MOST_LETTERS_SHARED) break;
		texts.push(whole);
	}
	return texts;
}

/** Puts the runs of a text together; how a word is pronounced (`rPh`) is not part of it. */
class TextOf {
	readonly #element: string;
	#text: string | undefined;
	#isRun = false;
	#isSaid = false;

	constructor(element: string) {
		this.#element = element;
	}

	/** The whole text, where it ends with this piece. */
	read({ kind, name, raw }: XmlPiece): string | undefined {
		const local = localName(name);
		if (kind === 'empty' && local === this.#element) return '';
		if (kind === 'open' && local === this.#element) this.#text = '';
		if (local === 'rPh') this.#isSaid = kind === 'open';
		if (local === 't') this.#isRun = kind === 'open';
		if (kind === 'text' && this.#isRun && !this.#isSaid && this.#text !== undefined) this.#text += unescapeXml(raw);
		if (kind !== 'close' || local !== this.#element) return undefined;
		const text = this.#text ?? '';
		this.#text = undefined;
		return unescapeLetters(text);
	}
}

/** `_x000D_` is the letter with that number. */
function unescapeLetters(text: string): string {
	return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

async function* rowsOf(parts: WorkbookPackage, part: string, texts: CellTexts): AsyncGenerator<SheetRow> {
	let number = 0;
	let column = 0;
	let row: SheetRow | undefined;
	let cell: { attributes: string; value: string; inline: TextOf } | undefined;
	let isValue = false;
	for await (const piece of readXml(parts.chunks(part))) {
		const { kind, attributes, raw } = piece;
		const local = localName(piece.name);
		const opens = kind === 'open' || kind === 'empty';
		if (local === 'row' && opens) {
			number = Number(attribute(attributes, 'r') ?? number + 1);
			row = { row: number, values: [] };
			column = 0;
		} else if (local === 'c' && opens) {
			column = parseCell(attribute(attributes, 'r') ?? '')?.column ?? column + 1;
			cell = kind === 'open' ? { attributes, value: '', inline: new TextOf('is') } : undefined;
		} else if (cell) {
			if (local === 'v') isValue = kind === 'open';
			if (kind === 'text' && isValue) cell.value += unescapeXml(raw);
			cell.value = cell.inline.read(piece) ?? cell.value;
		}
		if (local === 'c' && kind === 'close' && cell && row && column <= MOST_COLUMNS) {
			while (row.values.length < column - 1) row.values.push('');
			row.values[column - 1] = texts.of(cell.attributes, cell.value);
			cell = undefined;
		}
		if (local === 'row' && kind === 'close' && row) yield row;
		if (local === 'sheetData' && kind === 'close') return;
	}
}

/** What a cell shows of its stored value, as the files of an import write it. */
class CellTexts {
	readonly #shared: readonly string[];
	readonly #styles: Styles;
	readonly #firstDay: number;

	constructor(shared: readonly string[], styles: Styles, { from1904 }: WorkbookOutline) {
		this.#shared = shared;
		this.#styles = styles;
		this.#firstDay = from1904 ? FIRST_DAY_1904 : FIRST_DAY;
	}

	of(attributes: string, value: string): string {
		const type = attribute(attributes, 't') ?? 'n';
		if (type === 's') return this.#shared[Number(value)] ?? '';
		if (type === 'b') return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : value;
		if (type !== 'n' || value === '' || !Number.isFinite(Number(value))) return value;
		const number = Number(value);
		const isDay = this.#styles.formatOf(Number(attribute(attributes, 's') ?? 0)) === 'day';
		// What Excel stores has seventeen digits, what it means fifteen.
		return isDay && number >= 61 ? this.#day(number) : plainNumber(Number(number.toPrecision(15)));
	}

	#day(number: number): string {
		const whole = Math.floor(number);
		const minutes = Math.round((number - whole) * 1440);
		const on = dayOfNumber(this.#firstDay + whole);
		const two = (part: number) => String(part).padStart(2, '0');
		return minutes === 0 ? on : `${on} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
	}
}

/** Digits and no exponent. */
function plainNumber(number: number): string {
	const text = String(number);
	return /e/i.test(text) ? number.toLocaleString('en-GB', { useGrouping: false, maximumFractionDigits: 15 }) : text;
}
