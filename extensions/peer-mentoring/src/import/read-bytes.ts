/** What a file may hold: text, bytes, or a stream of either. */
export type Content = string | Uint8Array | AsyncIterable<string | Uint8Array>;

/** Largest import file, in bytes; a year of one Supplier's records is far below it. */
export const MAX_BYTES = 50 * 1024 * 1024;

export type TextOfFile = { text: string } | { tooLarge: true } | { invalidAtLine: number };

/** The text of a file, or why there is none. Stops reading a stream as soon as it is too large. */
export async function textOfFile(content: Content, maxBytes = MAX_BYTES): Promise<TextOfFile> {
	const bytes = await collect(content, maxBytes);
	if (bytes === undefined) return { tooLarge: true };
	const text = decode(bytes);
	return text === undefined ? { invalidAtLine: firstInvalidLine(bytes) } : { text };
}

async function collect(content: Content, maxBytes: number): Promise<Uint8Array | undefined> {
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

/** Strict UTF-8 without its byte order mark; `undefined` where a byte is not UTF-8. */
function decode(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

function firstInvalidLine(bytes: Uint8Array): number {
	const lineFeed = 0x0a;
	let line = 1;
	for (let start = 0; start < bytes.length; line++) {
		const end = bytes.indexOf(lineFeed, start);
		const next = end === -1 ? bytes.length : end + 1;
		if (decode(bytes.subarray(start, next)) === undefined) return line;
		start = next;
	}
	return line;
}
