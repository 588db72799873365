/**
 * The envelope of a backup. With a key, its bytes are sealed in pieces by AES-256-GCM, so that nobody who lacks the key
 * reads them, and nobody changes, reorders or cuts them without its being seen at once; the key is made of `BACKUP_KEY` by
 * scrypt, with a salt of the file's own. Without one, they stand as they are behind a line that says so.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { ByteReader } from './byte-reader.ts';

const MAGIC = 'peer-mentoring-backup';
const PIECE = 256 * 1024;
const TAG = 16;
const LENGTH = 4;
const LONGEST_HEADER = 1000;
const COST = { N: 2 ** 16, r: 8, p: 1 };

interface Header {
	format: 1;
	cipher: 'aes-256-gcm' | 'none';
	salt?: string;
	/** Tells a wrong key from an altered file. */
	check?: string;
}

/** What is wrong with a backup, for the person who wants to restore it. */
export class BackupRefused extends Error {}

/** @returns what makes the bytes of a backup the bytes of its file */
export function sealWith(secret: string) {
	return async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
		if (secret === '') {
			yield headerLine({ format: 1, cipher: 'none' });
			for await (const bytes of source) yield Buffer.from(bytes);
			return;
		}
		const salt = randomBytes(16).toString('hex');
		const key = await keyOf(secret, salt);
		const header = headerLine({ format: 1, cipher: 'aes-256-gcm', salt, check: checkOf(key) });
		yield header;
		let index = 0;
		let before: Buffer | undefined;
		for await (const piece of piecesOf(source)) {
			if (before) yield* sealed(key, header, index++, before, false);
			before = piece;
		}
		yield* sealed(key, header, index, before ?? Buffer.alloc(0), true);
	};
}

/** @returns what makes the bytes of its file the bytes of a backup again; refuses in words what is not whole */
export function openWith(secret: string) {
	return async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
		const reader = new ByteReader(source);
		const line = await reader.line(LONGEST_HEADER);
		const header = parseHeader(line);
		if (header.cipher === 'none') {
			yield* reader.rest();
			return;
		}
		if (secret === '') throw new BackupRefused('The backup is encrypted: set BACKUP_KEY to the key it was taken with.');
		const key = await keyOf(secret, header.salt ?? '');
		if (checkOf(key) !== header.check) {
			throw new BackupRefused('BACKUP_KEY is not the key that this backup was taken with.');
		}
		for (let index = 0, last = false; !last; index++) {
			const length = (await reader.need(LENGTH)).readUInt32BE();
			last = length >= 2 ** 31;
			yield opened(key, `${line}\n`, index, last, await reader.need((length % 2 ** 31) + TAG));
		}
		if (await reader.take(1)) throw altered();
	};
}

export function altered(): BackupRefused {
	return new BackupRefused('The backup is not as it was taken: something in it has been altered. Take another one.');
}

function headerLine(header: Header): Buffer {
	return Buffer.from(`${MAGIC} ${JSON.stringify(header)}\n`);
}

function parseHeader(line: string | undefined): Header {
	try {
		if (line?.startsWith(`${MAGIC} `)) {
			const header = JSON.parse(line.slice(MAGIC.length)) as Header;
			if (header.format === 1) return header;
			throw new BackupRefused('The backup was taken by a newer version of the platform: restore it with that one.');
		}
	} catch (error) {
		if (error instanceof BackupRefused) throw error;
	}
	throw new BackupRefused('The file is no backup of this platform.');
}

async function keyOf(secret: string, salt: string): Promise<Buffer> {
	const options = { ...COST, maxmem: 256 * COST.N * COST.r };
	return promisify<string, Buffer, number, object, Buffer>(scrypt)(secret, Buffer.from(salt, 'hex'), 32, options);
}

function checkOf(key: Buffer): string {
	return createHmac('sha256', key).update('check').digest('hex').slice(0, 16);
}

/** No key seals two files, so the place of a piece, and whether it is the last, are nonce enough. */
function nonceOf(index: number, last: boolean): Buffer {
	const nonce = Buffer.alloc(12);
	nonce.writeUInt32BE(index);
	nonce.writeUInt8(last ? 1 : 0, 11);
	return nonce;
}

async function* piecesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
	let held: Uint8Array[] = [];
	let length = 0;
	for await (const bytes of source) {
		held.push(bytes);
		length += bytes.length;
		if (length < PIECE) continue;
		yield Buffer.concat(held);
		held = [];
		length = 0;
	}
	if (length > 0) yield Buffer.concat(held);
}

function* sealed(key: Buffer, header: Buffer, index: number, piece: Buffer, last: boolean): Generator<Buffer> {
	const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, last)).setAAD(header);
	const length = Buffer.alloc(LENGTH);
	length.writeUInt32BE(piece.length + (last ? 2 ** 31 : 0));
	yield length;
	yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
}

function opened(key: Buffer, header: string, index: number, last: boolean, piece: Buffer): Buffer {
	const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index, last)).setAAD(Buffer.from(header));
	decipher.setAuthTag(piece.subarray(piece.length - TAG));
	const content = decipher.update(piece.subarray(0, piece.length - TAG));
	try {
		decipher.final();
	} catch {
		throw altered();
	}
	return content;
}
