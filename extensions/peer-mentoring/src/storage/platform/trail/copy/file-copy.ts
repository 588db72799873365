import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Copy } from './copy-trail.ts';

/** Where the last whole line is looked for; one line with the keys of a long list has some hundred thousand letters. */
const TAIL = 4 * 1024 * 1024;
const LINE_FEED = 10;

/** The copy as a file, opened anew each time, so that it may be moved away and begun again. */
export function fileCopy(path: string): Copy {
	return {
		async last() {
			if (!existsSync(path)) return undefined;
			return (await lastLink(path))?.seq;
		},
		async add(lines) {
			const file = await open(path, 'a', 0o600);
			try {
				await file.write(lines.map((line) => `${line}\n`).join(''));
				await file.sync();
			} finally {
				await file.close();
			}
		},
	};
}

/** The last whole line; what stands after it was cut short, and is taken away. */
export async function lastLink(path: string): Promise<{ seq: number; hash: string } | undefined> {
	const file = await open(path, 'r+');
	try {
		const { size } = await file.stat();
		const start = Math.max(0, size - TAIL);
		const { buffer, bytesRead } = await file.read(Buffer.alloc(size - start), 0, size - start, start);
		const end = buffer.subarray(0, bytesRead).lastIndexOf(LINE_FEED);
		if (start + end + 1 < size) await file.truncate(start + end + 1);
		if (end < 0) return undefined;
		const line = buffer.subarray(buffer.lastIndexOf(LINE_FEED, end - 1) + 1, end).toString('utf8');
		return JSON.parse(line) as { seq: number; hash: string };
	} finally {
		await file.close();
	}
}
