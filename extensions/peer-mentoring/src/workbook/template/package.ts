import { Readable } from 'node:stream';
import type { Entry, ZipFile } from 'yauzl';
import { TemplateFault } from './fault.ts';
import { attribute, localName, readXml } from './xml-reader.ts';

/** What a workbook may come to when it is unpacked. A template of the largest form is a fraction of this. */
const MOST_BYTES_UNPACKED = 100 * 1024 * 1024;
/** From here on, how much smaller the file is than what it holds is looked at. */
const SUSPECT_FROM = 20 * 1024 * 1024;
const MOST_TIMES_SMALLER = 100;
const MOST_PARTS = 2000;
/** Of a part that is read as a whole: the list of sheets, the formats. */
const MOST_LETTERS_AT_ONCE = 4 * 1024 * 1024;

/** The parts of a workbook, none of which is unpacked before it is read. */
export interface WorkbookPackage {
	/** Names of the parts, as they stand in the file. */
	names: readonly string[];
	bytes(name: string): Promise<Readable>;
	/** A part as text, bit by bit. */
	chunks(name: string): AsyncGenerator<string>;
	text(name: string): Promise<string>;
}

/**
 * Opens a workbook from its directory alone, which says what it would come to: more than a template needs, or more than
 * the file can honestly hold, is refused before anything is unpacked. A part that turns out larger than the directory
 * says ends its reading. Backslashes in the names of parts, which some programs write, are read as slashes.
 */
export async function openPackage(file: Buffer): Promise<WorkbookPackage> {
	const container = containerFault(file);
	if (container) throw new TemplateFault(container);
	const { fromBufferPromise } = await import('yauzl');
	const zip = await unpacking(() => fromBufferPromise(file, { autoClose: false }));
	const entries = await readDirectory(zip, file.length);
	const bytes = async (name: string) => {
		const entry = entries.get(name);
		if (!entry) throw new TemplateFault('broken', name);
		// Some programs say of an empty part that it is compressed, and write nothing.
		if (entry.compressedSize === 0 && entry.uncompressedSize === 0) return Readable.from([]);
		return unpacking(() => zip.openReadStreamPromise(entry));
	};
	const chunks = async function* (name: string): AsyncGenerator<string> {
		const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
		try {
			for await (const chunk of await bytes(name)) yield decoder.decode(chunk as Buffer, { stream: true });
			yield decoder.decode();
		} catch (error) {
			throw error instanceof TemplateFault ? error : new TemplateFault('broken', name);
		}
	};
	return {
		names: [...entries.keys()],
		bytes,
		chunks,
		text: (name) => joined(chunks(name)),
	};
}

async function joined(chunks: AsyncIterable<string>): Promise<string> {
	let text = '';
	for await (const chunk of chunks) {
		text += chunk;
		if (text.length > MOST_LETTERS_AT_ONCE) throw new TemplateFault('unpacks_too_large');
	}
	return text;
}

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** The stream that holds an encrypted workbook. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** What kind of file it is, by its first bytes: a workbook is a ZIP file. */
function containerFault(file: Buffer) {
	if (file.length === 0) return 'empty';
	if (file.subarray(0, ZIP.length).equals(ZIP)) return undefined;
	if (!file.subarray(0, COMPOUND_FILE.length).equals(COMPOUND_FILE)) return 'not_a_workbook';
	return file.includes(ENCRYPTED) ? 'encrypted' : 'old_or_binary';
}

async function readDirectory(zip: ZipFile, size: number): Promise<Map<string, Entry>> {
	if (zip.entryCount > MOST_PARTS) throw new TemplateFault('too_many_parts');
	const entries = new Map<string, Entry>();
	const seen = new Set<string>();
	let packed = 0;
	let unpacked = 0;
	await unpacking(async () => {
		for await (const entry of zip.eachEntry()) {
			if (entry.fileName.endsWith('/')) continue;
			if (entry.isEncrypted()) throw new TemplateFault('encrypted');
			if (seen.has(entry.fileName.toLowerCase())) throw new TemplateFault('broken', entry.fileName);
			seen.add(entry.fileName.toLowerCase());
			packed += entry.compressedSize;
			unpacked += entry.uncompressedSize;
			const tooDense = unpacked > SUSPECT_FROM && unpacked > MOST_TIMES_SMALLER * packed;
			// Parts that overlap hold more than the file has.
			if (unpacked > MOST_BYTES_UNPACKED || tooDense || packed > size) throw new TemplateFault('unpacks_too_large');
			entries.set(entry.fileName, entry);
		}
	});
	return entries;
}

/** Whatever the ZIP reader finds wrong is a broken file. */
async function unpacking<Result>(work: () => Promise<Result>): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		throw error instanceof TemplateFault ? error : new TemplateFault('broken');
	}
}

/** A link from one part to another, or out of the file. */
export interface Relationship {
	id: string;
	/** The last step of its type: `worksheet`, `hyperlink`. */
	type: string;
	/** The part it leads to, or the address outside. */
	target: string;
	external: boolean;
}

/** The links of a part; of the whole file for ''. */
export async function relationshipsOf(parts: WorkbookPackage, part: string): Promise<Relationship[]> {
	const cut = part.lastIndexOf('/') + 1;
	const file = `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
	return parts.names.includes(file) ? readRelationships(parts, file) : [];
}

/** The links in a file of links. */
export async function readRelationships(parts: WorkbookPackage, file: string): Promise<Relationship[]> {
	const base = file.slice(0, file.lastIndexOf('_rels/'));
	const found: Relationship[] = [];
	for await (const { kind, name, attributes } of readXml(parts.chunks(file))) {
		if ((kind !== 'open' && kind !== 'empty') || localName(name) !== 'Relationship') continue;
		const external = attribute(attributes, 'TargetMode')?.toLowerCase() === 'external';
		const target = attribute(attributes, 'Target') ?? '';
		found.push({
			id: attribute(attributes, 'Id') ?? '',
			type: (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
			target: external ? target : resolvePart(base, target),
			external,
		});
	}
	return found;
}

function resolvePart(base: string, target: string): string {
	const [part = ''] = target.split('#', 1);
	try {
		return decodeURI(new URL(part, `part:/${base}`).pathname).slice(1);
	} catch {
		throw new TemplateFault('broken', target.slice(0, 60));
	}
}
