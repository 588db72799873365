import { TemplateFault } from './fault.ts';

/** A piece of an XML document; the pieces' `raw` put together are the document again, byte for byte. */
export interface XmlPiece {
	kind: 'open' | 'empty' | 'close' | 'text' | 'other';
	/** The name of a tag, with its prefix. */
	name: string;
	/** Of a tag, as they are written. */
	attributes: string;
	raw: string;
}

const TAG =
	/<(?:\/(?<closing>[^\s<>/]+)\s*|(?<name>[^\s<>/!?]+)(?<attributes>(?:\s+[^\s=<>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<slash>\/?))>/y;

/** Parts that are no tags, with their ends. */
const OTHERS = [
	['<!--', '-->'],
	['<![CDATA[', ']]>'],
	['<?', '?>'],
] as const;

/** No tag or comment of a workbook is longer. */
const LONGEST_PIECE = 1024 * 1024;

/** As `&#x10FFFF;`, with room for noughts before it. */
const LONGEST_ENTITY = 20;

/**
 * Takes an XML document apart as it arrives, and knows nothing of it beyond its tags: that is what leaves everything
 * else as it was. A document type is refused, so that no entity can be declared.
 */
class XmlReader {
	#rest = '';

	/** The pieces that are complete with this text. */
	*read(chunk: string, isLast = false): Generator<XmlPiece> {
		const text = this.#rest + chunk;
		let at = 0;
		while (at < text.length) {
			const next = text.indexOf('<', at);
			if (next !== at) {
				const end = next < 0 ? wholeEntities(text, at, isLast) : next;
				if (end === at) break;
				yield { kind: 'text', name: '', attributes: '', raw: text.slice(at, end) };
				at = end;
				continue;
			}
			const piece = tagAt(text, at) ?? otherAt(text, at);
			if (!piece) break;
			yield piece;
			at += piece.raw.length;
		}
		this.#rest = text.slice(at);
		if ((isLast && this.#rest !== '') || this.#rest.length > LONGEST_PIECE) throw new TemplateFault('broken');
	}
}

/** How far a text is whole: a letter that is written by its name may have arrived in part. */
function wholeEntities(text: string, from: number, isLast: boolean): number {
	const started = text.lastIndexOf('&');
	const isOpen = started >= from && text.length - started < LONGEST_ENTITY && !text.includes(';', started);
	return isOpen && !isLast ? started : text.length;
}

function tagAt(text: string, at: number): XmlPiece | undefined {
	TAG.lastIndex = at;
	const match = TAG.exec(text);
	if (!match?.groups) return undefined;
	const { closing, name = '', attributes = '', slash } = match.groups;
	if (closing !== undefined) return { kind: 'close', name: closing, attributes: '', raw: match[0] };
	return { kind: slash ? 'empty' : 'open', name, attributes, raw: match[0] };
}

function otherAt(text: string, at: number): XmlPiece | undefined {
	// A document type is known by as many letters as have arrived.
	if (text.startsWith('<!D', at) || text.startsWith('<!E', at)) throw new TemplateFault('unsafe_xml');
	for (const [start, end] of OTHERS) {
		if (!text.startsWith(start, at)) continue;
		const found = text.indexOf(end, at + start.length);
		if (found < 0) return undefined;
		return { kind: 'other', name: start, attributes: '', raw: text.slice(at, found + end.length) };
	}
	return undefined;
}

/** All pieces of a document that is there whole. */
export function piecesOf(document: string): XmlPiece[] {
	return [...new XmlReader().read(document, true)];
}

/** The pieces of a document that arrives bit by bit. */
export async function* readXml(chunks: AsyncIterable<string>): AsyncGenerator<XmlPiece> {
	const reader = new XmlReader();
	for await (const chunk of chunks) yield* reader.read(chunk);
	yield* reader.read('', true);
}

/** The value of one attribute, with its entities resolved. */
export function attribute(attributes: string, name: string): string | undefined {
	for (const [, key, double, single] of attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
		if (key === name) return unescapeXml(double ?? single ?? '');
	}
	return undefined;
}

/** The attributes without these, as they are written. */
export function withoutAttributes(attributes: string, names: readonly string[]): string {
	return attributes.replace(/\s+([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')/g, (whole, key: string) =>
		names.includes(key) ? '' : whole,
	);
}

/** A name without its prefix. */
export function localName(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
	return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
		if (name !== undefined) return ENTITIES[name] ?? whole;
		const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
		return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
	});
}

export function escapeXml(text: string): string {
	return text.replace(/[&<>"]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter] ?? '');
}
