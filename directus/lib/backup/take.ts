/** Takes a backup of a platform that may be running: the database as at one moment, and every uploaded file. */
import {
	createWriteStream,
	mkdtempSync,
	openSync,
	closeSync,
	fsyncSync,
	readFileSync,
	renameSync,
	rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { isSqlite } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import type { Knex } from '../directus.ts';
import { root } from '../environment.ts';
import { locationOf, storedFiles } from '../stored-files.ts';
import { ownTables } from '../unfinished.ts';
import { fileEntry, packed, textEntry, type Entry } from './entries.ts';
import { fingerprints, MANIFEST, type Manifest } from './manifest.ts';
import * as postgres from './postgres.ts';
import { sealWith } from './seal.ts';
import * as sqlite from './sqlite.ts';

export interface BackupWish {
	out: string;
	/** `BACKUP_KEY`; nothing where the backup is not to be encrypted. */
	key: string;
	/** Where a copy of the database may stand for a while. */
	temporary: string;
	env: Record<string, unknown>;
	/** Told what is being written. */
	tell: (entry: string) => void;
}

export const FILES = 'files/';

/** Writes the backup, whole or not at all: until it is, the file has another name. */
export async function takeBackup(knex: Knex, wish: BackupWish): Promise<Manifest> {
	const manifest: Manifest = {
		taken_at: new Date().toISOString(),
		version: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
		database: isSqlite(knex) ? 'sqlite' : 'postgres',
		tables: {},
		entries: {},
		missing_files: [],
		keys: fingerprints(wish.env),
	};
	const unfinished = `${wish.out}.unfinished`;
	const folder = mkdtempSync(join(wish.temporary, 'backup-'));
	try {
		if (manifest.database === 'sqlite') {
			const copy = join(folder, sqlite.DATABASE);
			await sqlite.copyDatabase(knex, copy);
			await sqlite.onFile(copy, async (copied) => {
				manifest.tables = await sqlite.countRows(copied);
				await write(
					unfinished,
					wish,
					manifest,
					copied,
					(async function* () {
						yield fileEntry(sqlite.DATABASE, copy);
					})(),
				);
			});
		} else {
			await postgres.atOneMoment(knex, async (transaction) => {
				manifest.tables = await postgres.countRows(transaction, await ownTables(transaction));
				await write(unfinished, wish, manifest, transaction, postgres.postgresEntries(transaction));
			});
		}
		renameSync(unfinished, wish.out);
		return manifest;
	} finally {
		rmSync(folder, { recursive: true, force: true });
		rmSync(unfinished, { force: true });
	}
}

async function write(
	path: string,
	{ key, tell }: BackupWish,
	manifest: Manifest,
	database: Knex,
	ofDatabase: AsyncIterable<Entry>,
): Promise<void> {
	const entries = async function* (): AsyncGenerator<Entry> {
		for await (const entry of ofDatabase) {
			tell(entry.name);
			yield entry;
		}
		tell(FILES);
		yield* fileEntries(database, manifest);
		yield textEntry(MANIFEST, JSON.stringify(manifest));
	};
	const bytes = packed(entries(), (name, checksum) => (manifest.entries[name] = checksum));
	await pipeline(bytes, createGzip(), sealWith(key), createWriteStream(path, { mode: 0o600 }));
	const file = openSync(path, 'r');
	fsyncSync(file);
	closeSync(file);
}

async function* fileEntries(database: Knex, manifest: Manifest): AsyncGenerator<Entry> {
	for await (const { id, storage, filename_disk } of storedFiles(database)) {
		const location = await locationOf(storage);
		// Whoever deletes a file while the backup is taken is right to.
		if (filename_disk && (await location.exists(filename_disk))) {
			yield { name: FILES + id, content: await location.read(filename_disk) };
		} else manifest.missing_files.push(id);
	}
}
