/** Takes a backup apart into a folder, and says whether it is whole and as it was taken, before anything is made of it. */
import { createReadStream, mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { CutShort } from './byte-reader.ts';
import { counter, unpacked, type Checksum, type Entry } from './entries.ts';
import { MANIFEST, type Manifest } from './manifest.ts';
import { altered, BackupRefused, openWith } from './seal.ts';

/** @throws in words where the key is another, or the file cut short or altered */
export async function unpack(
	path: string,
	key: string,
	folder: string,
	tell: (entry: string) => void,
): Promise<Manifest> {
	const plain = createGunzip();
	const read = pipeline(createReadStream(path), openWith(key), plain);
	// It is heard of through what it fails to give.
	read.catch(() => undefined);
	try {
		return await takeApart(plain, folder, tell);
	} catch (error) {
		throw inWords(error);
	} finally {
		plain.destroy();
	}
}

async function takeApart(plain: AsyncIterable<Uint8Array>, folder: string, tell: (entry: string) => void) {
	const found = new Map<string, Checksum>();
	let manifest: Manifest | undefined;
	for await (const entry of unpacked(plain)) {
		if (manifest) throw altered();
		if (entry.name === MANIFEST) manifest = JSON.parse(await text(entry.content)) as Manifest;
		else found.set(entry.name, await keep(entry, folder));
		tell(entry.name);
	}
	if (!manifest) throw altered();
	const wanted = Object.entries(manifest.entries);
	const same = ({ bytes, sha256 }: Checksum, name: string) =>
		found.get(name)?.bytes === bytes && found.get(name)?.sha256 === sha256;
	if (wanted.length !== found.size || !wanted.every(([name, checksum]) => same(checksum, name))) throw altered();
	return manifest;
}

async function keep({ name, content }: Entry, folder: string): Promise<Checksum> {
	// A name leads to nowhere else.
	if (!/^[\w-][\w.-]*(\/[\w-][\w.-]*)?$/.test(name)) throw altered();
	const path = join(folder, name);
	mkdirSync(dirname(path), { recursive: true });
	const counted = counter();
	const counting = async function* () {
		for await (const bytes of content) {
			counted.add(bytes);
			yield bytes;
		}
	};
	// There before the first byte: what is opened while a part fails would come into a folder that is being cleared.
	const file = await open(path, 'w', 0o600);
	await pipeline(counting, file.createWriteStream());
	return counted.checksum();
}

/** What the decompression says of a file that is not whole. */
function inWords(error: unknown): unknown {
	if (error instanceof BackupRefused || error instanceof CutShort) return error;
	const code = String((error as { code?: unknown }).code);
	if (code === 'Z_BUF_ERROR') return new CutShort();
	return code.startsWith('Z_') || error instanceof SyntaxError ? altered() : error;
}
