/** The archive of everything that has been sent is written file by file (3.4). */
import { PassThrough } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import archiver from 'archiver';
import { describe, expect, it } from 'vitest';
import { added } from '../../../extensions/peer-mentoring/src/api/returns/archive/added.ts';

const file = (number: number) => ({ name: `${number}.txt`, content: 'A file' });

it('holds on to nothing of a file that is written, however many there are', async () => {
	const archive = archiver('zip');
	archive.pipe(new PassThrough()).resume();
	const listening = archive.listenerCount('error');
	for (let number = 0; number < 20; number++) await added(archive, file(number), new AbortController().signal);
	expect([archive.listenerCount('error'), archive.listenerCount('entry')]).toEqual([listening, 0]);
});

describe('where nobody reads', () => {
	const LARGE = 1_000_000;
	const unread = () => {
		const archive = archiver('zip', { store: true });
		archive.pipe(new PassThrough());
		const gone = new AbortController();
		let files = 0;
		const write = async () => {
			for (; files < 50; files++) {
				await added(archive, { name: `${files}`, content: Buffer.alloc(LARGE) }, gone.signal);
			}
		};
		return { writing: write(), gone, files: () => files };
	};

	it('it waits with what is to come, and ends when they are gone', async () => {
		const { writing, gone, files } = unread();
		const ended = expect(writing).rejects.toThrow(/abort/);
		let before: number;
		do {
			before = files();
			await setTimeout(200);
		} while (files() > before);
		expect(files()).toBeLessThan(10);
		gone.abort();
		await ended;
	});
});
