/** Opens a password-encrypted workbook by ECMA-376 agile encryption ([MS-OFFCRYPTO] 2.3.4), apart from what made it. */
import { createDecipheriv, createHash, createHmac } from 'node:crypto';
import CFB from 'cfb';
import ExcelJS from 'exceljs';

const BLOCKS = {
	input: 'fea7d2763b4b9e79',
	value: 'd7aa0f6d3061344e',
	key: '146e0be7abacd0d6',
	hmacKey: '5fb2ad010cb9e1f6',
	hmacValue: 'a0677f02b22c8433',
};
const SEGMENT = 4096;

const hash = (...parts: Buffer[]) => createHash('sha512').update(Buffer.concat(parts)).digest();
const int = (value: number) => {
	const buffer = Buffer.alloc(4);
	buffer.writeUInt32LE(value);
	return buffer;
};
const decipher = (key: Buffer, iv: Buffer, data: Buffer) => {
	const cipher = createDecipheriv('aes-256-cbc', key, iv.subarray(0, 16)).setAutoPadding(false);
	return Buffer.concat([cipher.update(data), cipher.final()]);
};

/** The plain workbook. Throws where the password is another, where the file was changed, or where it is not AES-256. */
export function decryptWorkbook(file: Buffer, password: string): Buffer {
	const container = CFB.read(file, { type: 'buffer' });
	const stream = (name: string) => Buffer.from(CFB.find(container, name)?.content as Uint8Array);
	const xml = stream('/EncryptionInfo').subarray(8).toString('utf8');
	const [, data = ''] = /<keyData ([^>]*)>/.exec(xml) ?? [];
	const [, integrity = ''] = /<dataIntegrity ([^>]*)>/.exec(xml) ?? [];
	const [, encryptor = ''] = /<p:encryptedKey ([^>]*)>/.exec(xml) ?? [];
	const attribute = (of: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(of)?.[1] ?? '';
	const bytes = (of: string, name: string) => Buffer.from(attribute(of, name), 'base64');
	for (const part of [data, encryptor]) {
		const used = ['cipherAlgorithm', 'keyBits', 'hashAlgorithm', 'cipherChaining'].map((name) => attribute(part, name));
		if (used.join() !== 'AES,256,SHA512,ChainingModeCBC') throw new Error(`Weaker than agreed: ${used.join()}`);
	}
	const rounds = Number(attribute(encryptor, 'spinCount'));
	if (rounds < 100_000) throw new Error(`Only ${rounds} rounds`);

	let spun = hash(bytes(encryptor, 'saltValue'), Buffer.from(password, 'utf16le'));
	for (let round = 0; round < rounds; round++) spun = hash(int(round), spun);
	const opened = (block: string, name: string) =>
		decipher(
			hash(spun, Buffer.from(block, 'hex')).subarray(0, 32),
			bytes(encryptor, 'saltValue'),
			bytes(encryptor, name),
		);
	const expected = opened(BLOCKS.value, 'encryptedVerifierHashValue').subarray(0, 64);
	if (!hash(opened(BLOCKS.input, 'encryptedVerifierHashInput').subarray(0, 16)).equals(expected)) {
		throw new Error('The password is another');
	}
	const key = opened(BLOCKS.key, 'encryptedKeyValue').subarray(0, 32);
	const salt = bytes(data, 'saltValue');
	const whole = stream('/EncryptedPackage');
	const ofIntegrity = (block: string, name: string) =>
		decipher(key, hash(salt, Buffer.from(block, 'hex')), bytes(integrity, name)).subarray(0, 64);
	const sealed = createHmac('sha512', ofIntegrity(BLOCKS.hmacKey, 'encryptedHmacKey')).update(whole).digest();
	if (!sealed.equals(ofIntegrity(BLOCKS.hmacValue, 'encryptedHmacValue'))) throw new Error('The file was changed');
	const length = Number(whole.readBigUInt64LE());
	const segments: Buffer[] = [];
	for (let start = 8, index = 0; start < whole.length; start += SEGMENT, index++) {
		segments.push(decipher(key, hash(salt, int(index)), whole.subarray(start, start + SEGMENT)));
	}
	return Buffer.concat(segments).subarray(0, length);
}

/** The cells of a sheet by their headings, days as `YYYY-MM-DD`. */
export async function rowsOf(workbook: Buffer, sheet: string): Promise<Record<string, unknown>[]> {
	const book = new ExcelJS.Workbook();
	await book.xlsx.load(workbook as unknown as ExcelJS.Buffer);
	const [headings = [], ...rows] = (book.getWorksheet(sheet)?.getSheetValues() ?? []).slice(1) as unknown[][];
	return rows.map((cells) =>
		Object.fromEntries(
			headings.slice(1).map((heading, index) => {
				const value = cells[index + 1] ?? null;
				return [heading, value instanceof Date ? value.toISOString().slice(0, 10) : value];
			}),
		),
	);
}
