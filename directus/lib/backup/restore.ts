/** Puts a backup into an empty place: verified before anybody may rely on it, all of it or nothing. */
import { createReadStream, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import { forgetCalendars } from '../../../extensions/peer-mentoring/src/storage/people/mentor-calendars.ts';
import type { Overview } from '../../../extensions/peer-mentoring/src/storage/privacy/personal-data.ts';
import type { Registered } from '../../../extensions/peer-mentoring/src/storage/privacy/register.ts';
import { replay, type Replayed } from '../../../extensions/peer-mentoring/src/storage/writer/replay.ts';
import { settleEverything } from '../../../extensions/peer-mentoring/src/storage/writer/recomputation.ts';
import { prepareDatabase, neverLoadDemo } from '../boot.ts';
import { directus, type Knex } from '../directus.ts';
import { locationOf, type StoredFile } from '../stored-files.ts';
import { clearUnfinished, finish, markUnfinished, ownTables, readUnfinished } from '../unfinished.ts';
import type { Kind, Manifest, TableCount } from './manifest.ts';
import * as postgres from './postgres.ts';
import { altered, BackupRefused } from './seal.ts';
import * as sqlite from './sqlite.ts';
import { unpack } from './unpack.ts';

export interface RestoreWish {
	from: string;
	key: string;
	data: string;
	env: Record<string, unknown>;
	/** What was asked for since, to be done again. */
	register: readonly Registered[];
	tell: (what: string, detail?: string) => void;
}

export interface Restored {
	manifest: Manifest;
	replayed: Replayed;
	files: number;
}

export async function restore(wish: RestoreWish): Promise<Restored> {
	const { data, env, tell } = wish;
	const kind: Kind = String(env.DB_CLIENT).startsWith('sqlite') ? 'sqlite' : 'postgres';
	const place = kind === 'sqlite' ? new SqlitePlace(String(env.DB_FILENAME)) : new PostgresPlace();
	await place.makeReady();
	await refuseUploads(env);
	const folder = mkdtempSync(join(data, 'tmp', 'restore-'));
	try {
		const manifest = await unpack(wish.from, wish.key, folder, (entry) => tell('reading', entry));
		if (manifest.database !== kind) {
			const names = { sqlite: 'SQLite', postgres: 'PostgreSQL' };
			throw new BackupRefused(
				`The backup is of a ${names[manifest.database]} database and this is ${names[kind]}: a backup is restored into the same kind.`,
			);
		}
		try {
			tell('writing the database');
			await place.write(folder, manifest);
			tell('bringing the database up to date');
			const knex = await prepareDatabase(data, { restored: true });
			tell('writing the files');
			const files = await writeFiles(knex, folder, manifest);
			tell('erasing again who was erased');
			const replayed = await replayIn(knex, wish.register);
			await forgetCalendars(knex);
			// Days have gone by since the backup was taken.
			await settleEverything(knex, today());
			await finish(knex);
			return { manifest, replayed, files };
		} catch (error) {
			await place.clear();
			throw error;
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function replayIn(knex: Knex, register: readonly Registered[]): Promise<Replayed> {
	const { getSchema } = await directus('utils/get-schema');
	return replay(knex, (await getSchema({ bypassCache: true })) as unknown as Overview, register, today());
}

async function writeFiles(knex: Knex, folder: string, manifest: Manifest): Promise<number> {
	const names = existsSync(join(folder, 'files')) ? readdirSync(join(folder, 'files')) : [];
	const rows = (await knex('directus_files').select('id', 'storage', 'filename_disk')) as StoredFile[];
	const byId = new Map(rows.map((row) => [row.id, row]));
	const lost = rows.filter(({ id }) => !names.includes(id) && !manifest.missing_files.includes(id));
	if (lost.length > 0 || names.some((name) => !byId.has(name))) throw altered();
	for (const name of names) {
		const { storage, filename_disk } = byId.get(name) as StoredFile;
		if (basename(filename_disk) !== filename_disk) throw altered();
		const location = await locationOf(storage);
		await location.write(filename_disk, createReadStream(join(folder, 'files', name)));
	}
	return names.length;
}

const FULL = 'a backup is restored into an empty place only. Nothing was changed.';

/** What is there already is somebody's. */
async function refuseUploads(env: Record<string, unknown>): Promise<void> {
	for (const name of [env.STORAGE_LOCATIONS].flat().flatMap((names) => String(names).split(','))) {
		for await (const path of (await locationOf(name.trim())).list()) {
			throw new BackupRefused(`There are uploaded files already, such as ${basename(path)}: ${FULL}`);
		}
	}
}

interface Place {
	/** Takes away what an interrupted restore has left; refuses what is anything else. */
	makeReady(): Promise<void>;
	write(folder: string, manifest: Manifest): Promise<void>;
	clear(): Promise<void>;
}

async function emptied(knex: Knex): Promise<void> {
	if ((await readUnfinished(knex)) === 'restore') await clearUnfinished(knex);
	if ((await ownTables(knex)).length > 0) throw new BackupRefused(`There are tables in the database already: ${FULL}`);
}

class SqlitePlace implements Place {
	private readonly path: string;

	constructor(path: string) {
		this.path = path;
	}

	async makeReady(): Promise<void> {
		if (!existsSync(this.path)) return;
		await sqlite.onFile(this.path, emptied);
		this.remove();
	}

	async write(folder: string, manifest: Manifest): Promise<void> {
		const copy = join(folder, sqlite.DATABASE);
		await sqlite.onFile(copy, async (knex) => {
			if (!(await sqlite.isSound(knex)) || !isDeepStrictEqual(await sqlite.countRows(knex), manifest.tables)) {
				throw altered();
			}
			await neverLoadDemo(knex);
			await markUnfinished(knex, 'restore');
		});
		renameSync(copy, this.path);
	}

	async clear(): Promise<void> {
		if (!existsSync(this.path)) return;
		await sqlite.onFile(this.path, clearUnfinished);
		this.remove();
	}

	private remove(): void {
		for (const tail of ['', '-wal', '-shm']) rmSync(this.path + tail, { force: true });
	}
}

class PostgresPlace implements Place {
	async makeReady(): Promise<void> {
		await emptied(await this.open());
	}

	async write(folder: string, manifest: Manifest): Promise<void> {
		const schema = JSON.parse(readFileSync(join(folder, postgres.SCHEMA), 'utf8'));
		await (
			await this.open()
		).transaction(async (transaction) => {
			await postgres.writeTables(transaction, schema, (table) =>
				createReadStream(join(folder, postgres.ROWS, table), 'utf8'),
			);
			const counts: Record<string, TableCount> = await postgres.countRows(transaction, await ownTables(transaction));
			if (!isDeepStrictEqual(counts, manifest.tables)) throw altered();
			await neverLoadDemo(transaction);
			await markUnfinished(transaction, 'restore');
		});
	}

	async clear(): Promise<void> {
		await clearUnfinished(await this.open());
	}

	private async open(): Promise<Knex> {
		const { default: database, validateDatabaseConnection } = await directus('database/index');
		const knex = database();
		await validateDatabaseConnection(knex);
		return knex;
	}
}
