/** The files that were uploaded, wherever Directus keeps them. */
import type { Readable } from 'node:stream';
import { directus, type Knex } from './directus.ts';

/** The part of a row of Directus's files that says where one is. */
export interface StoredFile {
	id: string;
	storage: string;
	filename_disk: string;
}

export interface StorageLocation {
	exists(path: string): Promise<boolean>;
	read(path: string): Promise<Readable>;
	write(path: string, content: Readable): Promise<void>;
	delete(path: string): Promise<void>;
	list(prefix?: string): AsyncIterable<string>;
}

/** @throws where this machine has no such place to keep files */
export async function locationOf(storage: string): Promise<StorageLocation> {
	const { getStorage } = await directus('storage/index');
	return (await getStorage()).location(storage);
}

export async function removeStoredFiles(files: readonly StoredFile[]): Promise<void> {
	for (const { storage, filename_disk } of files) {
		const location = await locationOf(storage);
		if (filename_disk && (await location.exists(filename_disk))) await location.delete(filename_disk);
	}
}

const PAGE = 500;

/** Every file that the database names, page after page. */
export async function* storedFiles(knex: Knex): AsyncGenerator<StoredFile> {
	let after = '';
	for (;;) {
		const query = knex('directus_files').orderBy('id').limit(PAGE).select('id', 'storage', 'filename_disk');
		const rows = (await (after === '' ? query : query.where('id', '>', after))) as StoredFile[];
		yield* rows;
		if (rows.length < PAGE) return;
		after = rows.at(-1)?.id as string;
	}
}
