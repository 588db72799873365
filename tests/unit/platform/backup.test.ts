/** The file of a backup, and the register of erasures: nobody without the key reads or changes them unseen. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packed, unpacked, textEntry } from '../../../directus/lib/backup/entries.ts';
import { openWith, sealWith } from '../../../directus/lib/backup/seal.ts';
import type { CalendarDay } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { Register, type Registered } from '../../../extensions/peer-mentoring/src/storage/privacy/register.ts';

const KEY = 'tests-only-key';
const ENTRIES = { a: 'x'.repeat(600_000), b: '', 'rows/c': 'line\nline' };

async function* some<Item>(...items: Item[]): AsyncGenerator<Item> {
	yield* items;
}

async function sealed(key: string): Promise<Buffer> {
	const entries = some(...Object.entries(ENTRIES).map(([name, text]) => textEntry(name, text)));
	return buffer(sealWith(key)(packed(entries, () => undefined)));
}

async function opened(file: Buffer, key: string): Promise<Record<string, string>> {
	const found: Record<string, string> = {};
	for await (const { name, content } of unpacked(openWith(key)(some(file)))) {
		found[name] = (await buffer(content)).toString();
	}
	return found;
}

describe('a backup', () => {
	let file: Buffer;
	beforeAll(async () => {
		file = await sealed(KEY);
	});

	it('gives back what went into it', async () => {
		expect(await opened(file, KEY)).toEqual(ENTRIES);
		expect(file.includes('x'.repeat(20))).toBe(false);
		expect(await opened(await sealed(''), '')).toEqual(ENTRIES);
	});

	it.each([
		['another key', () => file, 'another-key', /BACKUP_KEY is not the key/],
		['no key', () => file, '', /encrypted: set BACKUP_KEY/],
		['a file that is no backup', () => Buffer.from('PK and something else'), KEY, /no backup of this platform/],
		['one that ends early', () => file.subarray(0, file.length - 1), KEY, /cut short/],
		['one that ends at a seam', () => file.subarray(0, seam()), KEY, /cut short/],
		['one with something after its end', () => Buffer.concat([file, Buffer.from('x')]), KEY, /altered/],
		['one with a byte changed', () => changed(file, file.length - 30), KEY, /altered/],
		['one with a byte of its first line changed', () => changed(file, file.indexOf('1')), KEY, /newer|no backup/],
		['one whose pieces changed places', () => swapped(), KEY, /altered/],
	])('refuses %s', async (_, of, key, words) => {
		await expect(opened(of(), key)).rejects.toThrow(words);
	});

	/** Where the first piece begins and ends. */
	const first = () => file.indexOf('\n') + 1;
	const seam = () => first() + 4 + file.readUInt32BE(first()) + 16;
	const swapped = () => {
		const length = seam() - first();
		const pieces = [file.subarray(seam(), seam() + length), file.subarray(first(), seam())];
		return Buffer.concat([file.subarray(0, first()), ...pieces, file.subarray(seam() + length)]);
	};
});

function changed(file: Buffer, at: number): Buffer {
	const copy = Buffer.from(file);
	copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
	return copy;
}

describe('the register of erasures and withdrawals', () => {
	let folder: string;
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'register-'));
	});
	afterAll(() => rmSync(folder, { recursive: true }));

	const path = () => join(folder, 'erasures.register');
	const keys = [{ name: 'BACKUP_KEY', key: KEY }];
	const entry = (key: string): Registered => ({
		what: 'erasure',
		key,
		referral: 'referral-of-somebody',
		on: '2026-01-05' as CalendarDay,
	});

	it('keeps each entry once, whichever process adds it, and nothing that can be read', () => {
		const [one, other] = [new Register(path(), keys), new Register(path(), keys)];
		one.add([entry('1')]);
		other.add([entry('1'), entry('2')]);
		one.add([entry('1'), entry('2'), entry('3')]);
		expect(one.read()).toEqual({ entries: [entry('1'), entry('2'), entry('3')], locked: 0, lockedBy: [] });
		const text = readFileSync(path(), 'utf8');
		expect(text.trim().split('\n')).toHaveLength(3);
		expect(text).not.toMatch(/referral|erasure|2026/);
	});

	it('goes on after a line that a power cut has left without its end', () => {
		appendFileSync(path(), 'BACKUP_KEY half');
		new Register(path(), keys).add([entry('4')]);
		expect(new Register(path(), keys).read().entries.map(({ key }) => key)).toEqual(['1', '2', '3', '4']);
	});

	it('says which key would open what it cannot read, and does not take an altered line', () => {
		const secret = [{ name: 'SECRET', key: 'something-else' }];
		expect(new Register(path(), secret).read()).toEqual({ entries: [], locked: 4, lockedBy: ['BACKUP_KEY'] });
		const text = readFileSync(path(), 'utf8');
		const at = text.indexOf('\n') - 4;
		writeFileSync(path(), text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1));
		expect(new Register(path(), keys).read().locked).toBe(1);
	});
});
