/** What a backup is made of: named entries, one after another, each of a length that nobody has to know before. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { ByteReader } from './byte-reader.ts';
import { altered } from './seal.ts';

export interface Entry {
	name: string;
	content: AsyncIterable<Uint8Array>;
}

/** Tells whether an entry is what it was. */
export interface Checksum {
	bytes: number;
	sha256: string;
}

const NAME = 1;
const DATA = 2;
const END = 3;
const END_OF_ALL = 4;
const HEAD = 5;
const LONGEST = 2 ** 26;

/** @param noted is given the checksum of each entry once it has gone by */
export async function* packed(
	entries: AsyncIterable<Entry>,
	noted: (name: string, checksum: Checksum) => void,
): AsyncGenerator<Buffer> {
	for await (const { name, content } of entries) {
		yield* framed(NAME, Buffer.from(name));
		const counted = counter();
		for await (const bytes of content) {
			counted.add(bytes);
			if (bytes.length > 0) yield* framed(DATA, bytes);
		}
		yield* framed(END);
		noted(name, counted.checksum());
	}
	yield* framed(END_OF_ALL);
}

/** The entries of a backup; each is to be read to its end before the next. */
export async function* unpacked(source: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
	const reader = new ByteReader(source);
	for (;;) {
		const { kind, content: name } = await nextFrame(reader);
		if (kind === END_OF_ALL) break;
		if (kind !== NAME) throw altered();
		yield { name: name.toString('utf8'), content: contentFrom(reader) };
	}
	if (await reader.take(1)) throw altered();
}

async function* contentFrom(reader: ByteReader): AsyncGenerator<Buffer> {
	for (;;) {
		const { kind, content } = await nextFrame(reader);
		if (kind === END) return;
		if (kind !== DATA) throw altered();
		yield content;
	}
}

async function nextFrame(reader: ByteReader): Promise<{ kind: number; content: Buffer }> {
	const head = await reader.need(HEAD);
	const length = head.readUInt32BE(1);
	if (length > LONGEST) throw altered();
	return { kind: head.readUInt8(), content: length > 0 ? await reader.need(length) : Buffer.alloc(0) };
}

function* framed(kind: number, content: Uint8Array = Buffer.alloc(0)): Generator<Buffer> {
	const head = Buffer.alloc(HEAD);
	head.writeUInt8(kind);
	head.writeUInt32BE(content.length, 1);
	yield head;
	if (content.length > 0) yield Buffer.from(content);
}

/** Counts and sums up bytes as they go by. */
export function counter() {
	const hash = createHash('sha256');
	let bytes = 0;
	return {
		add(more: Uint8Array) {
			hash.update(more);
			bytes += more.length;
		},
		checksum: (): Checksum => ({ bytes, sha256: hash.digest('hex') }),
	};
}

/** A short text as an entry. */
export function textEntry(name: string, text: string): Entry {
	return {
		name,
		content: (async function* () {
			yield Buffer.from(text);
		})(),
	};
}

export const fileEntry = (name: string, path: string): Entry => ({ name, content: createReadStream(path) });
