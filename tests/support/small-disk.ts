/** A disk of a few megabytes, kept in memory, that a test can fill and empty. Linux alone has them, for who may mount. */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
	folder: string;
	/** Takes all the room that is left. */
	fill(): void;
	/** Gives it back. */
	empty(): void;
	remove(): void;
}

/** @returns nothing where this account may not mount */
export function smallDisk(megabytes: number): SmallDisk | undefined {
	const folder = mkdtempSync(join(tmpdir(), 'peer-mentoring-disk-'));
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
	} catch {
		rmSync(folder, { recursive: true, force: true });
		return undefined;
	}
	const filler = join(folder, 'filler');
	return {
		folder,
		fill: () => {
			// Larger pieces first, then what is left between them.
			for (const bytes of [1 << 20, 1 << 12, 1]) fillWith(filler, Buffer.alloc(bytes));
		},
		empty: () => rmSync(filler, { force: true }),
		remove: () => {
			execFileSync('umount', ['--lazy', folder]);
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

export function mayMount(): boolean {
	const disk = smallDisk(1);
	disk?.remove();
	return disk !== undefined;
}

function fillWith(path: string, piece: Buffer): void {
	const file = openSync(path, 'a');
	try {
		for (;;) writeSync(file, piece);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
	} finally {
		closeSync(file);
	}
}
