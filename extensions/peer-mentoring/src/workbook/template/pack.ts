import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';

/** The first moment that a ZIP file can name: the same parts give the same bytes. */
const ZIP_TIME = new Date('1980-01-01T00:00:00Z');

/** A ZIP file of these parts as a stream; the content of each is asked for once the one before is written. */
export function packed(
	names: readonly string[],
	contentOf: (name: string) => AsyncIterable<string | Buffer>,
): Readable {
	const out = new PassThrough();
	const failed = (error: Error) => out.destroy(error);
	void pack(names, contentOf, out).catch(failed);
	return out;
}

async function pack(
	names: readonly string[],
	contentOf: (name: string) => AsyncIterable<string | Buffer>,
	out: PassThrough,
): Promise<void> {
	const { default: archiver } = await import('archiver');
	const archive = archiver('zip', { zlib: { level: 6 } });
	let content: Readable | undefined;
	const failed = (error: Error) => {
		archive.abort();
		out.destroy(error);
	};
	archive.on('error', failed).pipe(out);
	// Whoever stops reading stops the parts too.
	out.once('close', () => content?.destroy());
	for (const name of names) {
		content = Readable.from(contentOf(name), { objectMode: false });
		// One after another: what is handed over begins to be read at once.
		const written = once(archive, 'entry');
		archive.append(content.on('error', failed), { name, date: ZIP_TIME });
		await written;
	}
	await archive.finalize();
}

/** A stream as a whole. */
export async function bytesOf(stream: Readable): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of stream) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}
