/** What a file may hold: text, bytes, or a stream of either. */
export type Content = string | Uint8Array | AsyncIterable<string | Uint8Array>;

/** Largest import file, in bytes; a year of one Supplier's records is far below it. */
export const MAX_BYTES = 50 * 1024 * 1024;

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type TextOfFile = { text: string; encoding: Encoding } | { unreadableAtLine: number };

/** The bytes of a file; `undefined` where there are too many. Stops reading a stream as soon as it is too large. */
export async function bytesOf(content: Content, maxBytes = MAX_BYTES): Promise<Buffer | undefined> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of chunksOf(content)) {
		const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
		size += bytes.byteLength;
		if (size > maxBytes) return undefined;
		chunks.push(bytes);
	}
	return Buffer.concat(chunks);
}

function chunksOf(content: Content): Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array> {
	return typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
}

/** The text of a file in the encoding that its bytes show; what fits none, or more than one, is not guessed at. */
export function textOf(bytes: Buffer): TextOfFile {
	const wide = wideEncoding(bytes);
	for (const encoding of wide ? [wide] : (['utf-8'] as const)) {
		const text = decode(bytes, encoding);
		if (text !== undefined) return { text, encoding };
	}
	const line = wide ? 1 : notWindows(bytes);
	return line === undefined
		? { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
		: { unreadableAtLine: line };
}

/** UTF-16 by its byte order mark, or by the nought that every second byte of plain letters is. */
function wideEncoding(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	if (first === 0xfe && second === 0xff) return 'utf-16be';
	const start = bytes.subarray(0, 64);
	if (start.length < 4) return undefined;
	const noughts = (from: number) => start.filter((byte, index) => index % 2 === from && byte === 0).length;
	const most = Math.floor(start.length / 2);
	if (noughts(1) > most * 0.7 && noughts(0) === 0) return 'utf-16le';
	return noughts(0) > most * 0.7 && noughts(1) === 0 ? 'utf-16be' : undefined;
}

/** Strict, without a byte order mark; `undefined` where a byte does not fit. */
function decode(bytes: Uint8Array, encoding: Encoding): string | undefined {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

/** Bytes that Windows-1252 has no letter for, and what no text holds. */
const NO_LETTER = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d, ...Array.from({ length: 9 }, (_, code) => code)]);
/** A sign between letters: the accents of an older code page (CSV of MS-DOS or of a Macintosh), read as Windows-1252. */
const SIGN_IN_WORD = /[A-Za-z][‚„…†‡ˆ‰‹“”•˜™›¡¢¤¥¦§¨©«¬®¯°±²³´µ¶¸¹»¼½¾¿][A-Za-z]/;

/** The first line that shows the file to be no Windows-1252: bytes without a letter, UTF-8 beside others, odd signs. */
function notWindows(bytes: Buffer): number | undefined {
	let line = 1;
	for (let start = 0; start < bytes.length; line++) {
		const end = bytes.indexOf(0x0a, start);
		const next = end === -1 ? bytes.length : end + 1;
		const own = bytes.subarray(start, next);
		start = next;
		if (!own.some((byte) => byte > 0x7e || byte < 0x09)) continue;
		if (own.some((byte) => NO_LETTER.has(byte)) || decode(own, 'utf-8') !== undefined) return line;
		if (SIGN_IN_WORD.test(new TextDecoder('windows-1252').decode(own))) return line;
	}
	return undefined;
}
