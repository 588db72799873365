/** Data folders and databases that begin as a template. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { lane, root, type Copy, type Database, type Seed } from './environment.ts';
import { createDatabase, dropDatabase, onPostgres, urlOf } from './postgres.ts';
import { templateOf } from './templates.ts';

const DATABASE = 'database.sqlite';
/** What a server has put together for the Studio when it started, and hands out as long as it runs. */
const BUNDLE = 'app-extensions';

/** A data folder and database of one's own, as a fresh installation with this seed has them. */
export async function copyTemplate(seed: Seed, database: Database = lane): Promise<Copy> {
	const template = await templateOf(seed, database);
	const copy = emptyCopy(database);
	cpSync(template.data, copy.data, { recursive: true });
	if (database === 'postgres') await createDatabase(copy.name, template.name);
	return copy;
}

/** Makes a copy as it was in the beginning, under a server that goes on running. */
export async function refill({ database, data, name }: Copy, seed: Seed): Promise<void> {
	const template = await templateOf(seed, database);
	const isDatabase = (path: string) => path.startsWith(join(template.data, DATABASE));
	rmSync(join(data, 'uploads'), { recursive: true, force: true });
	emptyFolder(join(data, 'tmp'), BUNDLE);
	cpSync(template.data, data, { recursive: true, filter: (path) => !isDatabase(path) });
	if (database === 'postgres') {
		await dropDatabase(name);
		await createDatabase(name, template.name);
	} else await writeOver(join(data, DATABASE), join(template.data, DATABASE));
}

function emptyFolder(folder: string, but: string): void {
	for (const name of existsSync(folder) ? readdirSync(folder) : []) {
		if (name !== but) rmSync(join(folder, name), { recursive: true, force: true });
	}
}

/** SQLite's own way to put one database in the place of another that is open. */
async function writeOver(path: string, template: string): Promise<void> {
	const { backup, DatabaseSync } = await import('node:sqlite');
	const source = new DatabaseSync(template, { readOnly: true });
	try {
		for (let tries = 0; ; tries++) {
			try {
				await backup(source, path, { rate: 1_000_000 });
				return;
			} catch (error) {
				// What the server still does in the background is soon done.
				if (tries === 100) throw error;
				await wait(100);
			}
		}
	} finally {
		source.close();
	}
}

/**
 * A data folder and database as the previous version of the platform left them: a small one, made with its own code
 * (see `tests/fixtures/previous-version`).
 */
export async function previousVersion(database: Database = lane): Promise<Copy> {
	const copy = emptyCopy(database);
	const fixture = (file: string) => gunzipSync(readFileSync(join(root, 'tests/fixtures/previous-version', file)));
	if (database === 'postgres') {
		await createDatabase(copy.name);
		await onPostgres(fixture('postgres.sql.gz').toString('utf8'), urlOf(copy.name));
	} else writeFileSync(join(copy.data, DATABASE), fixture('database.sqlite.gz'));
	return copy;
}

/** A data folder, and an empty database, of one's own. */
export async function blankCopy(database: Database = lane): Promise<Copy> {
	const copy = emptyCopy(database);
	if (database === 'postgres') await createDatabase(copy.name);
	return copy;
}

function emptyCopy(database: Database): Copy {
	const data = mkdtempSync(join(tmpdir(), 'peer-mentoring-'));
	const tail = data
		.slice(-6)
		.toLowerCase()
		.replace(/[^a-z0-9]/g, 'x');
	return { database, data, name: `peer_mentoring_${tail}_${process.pid}` };
}

export async function discard({ database, data, name }: Copy): Promise<void> {
	if (existsSync(data)) rmSync(data, { recursive: true, force: true, maxRetries: 5 });
	if (database === 'postgres') await dropDatabase(name);
}
