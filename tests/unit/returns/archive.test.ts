/** The archive of everything that has been sent is written file by file (3.4). */
import { PassThrough } from 'node:stream';
import archiver from 'archiver';
import { expect, it } from 'vitest';
import { added } from '../../../extensions/peer-mentoring/src/api/returns/archive/added.ts';

const large = (number: number) => ({ name: `${number}`, content: Buffer.alloc(1_000_000) });
const file = (number: number) => ({ name: `${number}.txt`, content: 'A file' });

it('holds on to nothing of a file that is written, however many there are', async () => {
	const archive = archiver('zip');
	archive.pipe(new PassThrough()).resume();
	const listening = archive.listenerCount('error');
	for (let number = 0; number < 20; number++) await added(archive, file(number), new AbortController().signal);
	expect([archive.listenerCount('error'), archive.listenerCount('entry')]).toEqual([listening, 0]);
});

it('ends where nobody reads it any more', async () => {
	const archive = archiver('zip', { store: true });
	archive.pipe(new PassThrough());
	const gone = new AbortController();
	const write = async () => {
		for (let number = 0; number < 20; number++) await added(archive, large(number), gone.signal);
	};
	const writing = write();
	setTimeout(() => gone.abort(), 20);
	await expect(writing).rejects.toThrow(/abort/);
});
