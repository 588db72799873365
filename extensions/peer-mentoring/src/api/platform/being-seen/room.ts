import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';

/** With less than this the next write may be the first that fails, in bytes. */
export const LEAST_ROOM = 1024 * 1024;

/** How many bytes a folder still takes; none where it cannot be written. */
export async function roomIn(folder: string): Promise<number> {
	try {
		await access(folder, constants.W_OK);
		const { bavail, bsize } = await statfs(folder);
		return bavail * bsize;
	} catch {
		return 0;
	}
}
