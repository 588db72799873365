import { once } from 'node:events';
import type { Archiver } from 'archiver';

/** Puts a file into an archive, and waits until it is written and read; no longer than anybody waits for the archive. */
export async function added(
	archive: Archiver,
	{ name, content }: { name: string; content: Buffer | string },
	signal: AbortSignal,
): Promise<void> {
	const written = once(archive, 'entry', { signal });
	archive.append(content, { name });
	await written;
	// Written is not sent: whoever reads slowly would have the whole archive wait here in memory.
	while (archive.readableLength > 0) await once(archive, 'data', { signal });
}
