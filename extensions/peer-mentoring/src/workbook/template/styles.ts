import { attribute, localName, piecesOf, unescapeXml, withoutAttributes } from './xml-reader.ts';

/** What a cell's number format is made for. */
export type CellFormat = 'day' | 'percent' | 'text' | 'general' | 'number';

const BUILT_IN_DAYS = [
	[14, 22],
	[27, 36],
	[45, 47],
	[50, 58],
] as const;
const BUILT_IN_PERCENTS = [9, 10];
const BUILT_IN_TEXT = 49;
/** The most letters that a format has (Excel). */
const LONGEST_FORMAT = 255;
/** The short date of whoever reads it. */
const SHORT_DATE = 14;

/** The cell formats of a workbook. New ones are only ever added behind the last. */
export class Styles {
	readonly #document: string;
	readonly #formats: { format: CellFormat; raw: string }[] = [];
	/** The tag that the formats of cells begin with, and where it and the one that ends them stand in the document. */
	#cells = { start: '', from: 0, to: 0 };
	/** New formats by what they are for and the one they are made from, in the order of their numbers. */
	readonly #made = new Map<string, { number: number; raw: string }>();

	constructor(document: string) {
		this.#document = document;
		const codes = new Map<number, string>();
		let isCell = false;
		let current: string | undefined;
		let numberFormat = 0;
		let at = 0;
		for (const { kind, name, attributes, raw } of piecesOf(document)) {
			const local = localName(name);
			if (local === 'cellXfs' && kind === 'open') this.#cells = { start: raw, from: at, to: at };
			if (local === 'cellXfs' && kind === 'close') this.#cells.to = at;
			at += raw.length;
			if (local === 'numFmt' && kind !== 'close') {
				codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
			}
			if (local === 'cellXfs') isCell = kind === 'open';
			if (!isCell) continue;
			if (local === 'xf' && kind !== 'close') {
				current = '';
				numberFormat = Number(attribute(attributes, 'numFmtId') ?? 0);
			}
			if (current !== undefined) current += raw;
			if (local === 'xf' && kind !== 'open' && current !== undefined) {
				this.#formats.push({ format: formatOf(numberFormat, codes.get(numberFormat)), raw: current });
				current = undefined;
			}
		}
	}

	formatOf(style: number): CellFormat {
		return this.#formats[style]?.format ?? 'general';
	}

	/** The same format, but for days: for a cell whose own format would show a day as a number. */
	forDays(style: number): number {
		return this.#madeFrom('day', style, asDay) ?? style;
	}

	/** The same format, but for text that is no formula whatever it begins with; none where there are no formats. */
	forQuoted(style: number): number | undefined {
		return this.#madeFrom('quoted', style, asQuoted);
	}

	#madeFrom(purpose: string, style: number, make: (raw: string) => string): number | undefined {
		const raw = this.#formats[style]?.raw ?? this.#formats[0]?.raw;
		if (raw === undefined) return undefined;
		const key = `${purpose} ${style}`;
		const made = this.#made.get(key) ?? { number: this.#formats.length + this.#made.size, raw: make(raw) };
		this.#made.set(key, made);
		return made.number;
	}

	/** The styles with what was added; the same document where nothing was. */
	toString(): string {
		if (this.#made.size === 0) return this.#document;
		const added = [...this.#made.values()].map(({ raw }) => raw);
		const total = this.#formats.length + added.length;
		const { start, from, to } = this.#cells;
		const counted = `${withoutAttributes(start.slice(0, -1), ['count'])} count="${total}">`;
		const formats = this.#document.slice(from + start.length, to);
		return this.#document.slice(0, from) + counted + formats + added.join('') + this.#document.slice(to);
	}
}

function asDay(raw: string): string {
	const end = raw.indexOf('>');
	const start = withoutAttributes(raw.slice(0, end), ['numFmtId', 'applyNumberFormat']);
	return start.replace(/^<[^\s/>]+/, `$& numFmtId="${SHORT_DATE}" applyNumberFormat="1"`) + raw.slice(end);
}

function asQuoted(raw: string): string {
	const end = raw.indexOf('>');
	const start = withoutAttributes(raw.slice(0, end), ['quotePrefix']);
	return start.replace(/^<[^\s/>]+/, '$& quotePrefix="1"') + raw.slice(end);
}

function formatOf(id: number, code: string | undefined): CellFormat {
	if (code === undefined) {
		if (BUILT_IN_DAYS.some(([first, last]) => id >= first && id <= last)) return 'day';
		if (BUILT_IN_PERCENTS.includes(id)) return 'percent';
		return id === BUILT_IN_TEXT ? 'text' : id === 0 ? 'general' : 'number';
	}
	// What stands in quotes, brackets or behind a backslash is shown as it is.
	const plain = unescapeXml(code.slice(0, LONGEST_FORMAT)).replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
	if (plain === '@') return 'text';
	if (/^general$/i.test(plain.trim())) return 'general';
	if (/[dmy]/i.test(plain)) return 'day';
	return plain.includes('%') ? 'percent' : 'number';
}
