/** Runs the platform for tests: each server has its own data folder, port and database, made from a prepared template. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

export const root = resolve(import.meta.dirname, '../..');
export const ADMIN = { email: 'admin@example.org', password: 'tests-only-administrator' };

export type Database = 'sqlite' | 'postgres';
export type Seed = 'demo' | 'reference';

/** The database of this lane. */
export const lane = (process.env.TEST_DATABASE ?? 'sqlite') as Database;

/** Where a PostgreSQL server answers; `PG_URL` names another one. */
export const postgresUrl = process.env.PG_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

const TEMPLATES = process.env.TEST_TEMPLATES ?? join(tmpdir(), 'peer-mentoring-templates');

/** Runs SQL against the server's own database, with the client library that Directus uses. */
async function onPostgres(sql: string, url = postgresUrl): Promise<void> {
	const { default: pg } = await import('pg');
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
	await client.connect();
	try {
		await client.query(sql);
	} finally {
		await client.end();
	}
}

export async function postgresAnswers(): Promise<boolean> {
	return onPostgres('select 1').then(
		() => true,
		() => false,
	);
}

function urlOf(name: string): string {
	const url = new URL(postgresUrl);
	url.pathname = `/${name}`;
	return url.href;
}

/** A data folder and a database of one's own. */
export interface Copy {
	database: Database;
	data: string;
	/** Of the PostgreSQL database. */
	name: string;
}

export function environment({ database, data, name }: Copy, more: Record<string, string>): NodeJS.ProcessEnv {
	const own: Record<string, string> = {
		TZ: 'UTC',
		DATA_DIR: data,
		ADMIN_EMAIL: ADMIN.email,
		ADMIN_PASSWORD: ADMIN.password,
		// Tests ask faster than people do.
		RATE_LIMITER_POINTS: '5000',
		...(database === 'postgres' ? { DB_CLIENT: 'pg', DB_CONNECTION_STRING: urlOf(name) } : {}),
		...more,
	};
	return { ...process.env, ...own };
}

const templateName = (seed: Seed) => `peer_mentoring_template_${seed}`;

/** Prepares one seeded database that every server of the lane starts from. */
export async function prepareTemplate(seed: Seed, database: Database = lane): Promise<void> {
	const data = join(TEMPLATES, `${database}-${seed}`);
	rmSync(data, { recursive: true, force: true });
	mkdirSync(data, { recursive: true });
	if (database === 'postgres') {
		await onPostgres(`drop database if exists ${templateName(seed)} with (force)`);
		await onPostgres(`create database ${templateName(seed)}`);
	}
	const result = spawnSync(process.execPath, [join(root, 'tests', 'support', 'prepare.ts')], {
		env: environment({ database, data, name: templateName(seed) }, { SEED: seed }),
		encoding: 'utf8',
	});
	if (result.status !== 0) throw new Error(`The ${seed} template could not be made:\n${result.stdout}${result.stderr}`);
}

/** Takes a prepared database away again. */
export async function discardTemplate(seed: Seed, database: Database): Promise<void> {
	rmSync(join(TEMPLATES, `${database}-${seed}`), { recursive: true, force: true });
	if (database === 'postgres') await onPostgres(`drop database if exists ${templateName(seed)} with (force)`);
}

/**
 * A data folder and database as the previous version of the platform left them: a small one, made with its own code
 * (see `tests/fixtures/previous-version`).
 */
export async function previousVersion(database: Database = lane): Promise<Copy> {
	const data = mkdtempSync(join(tmpdir(), 'peer-mentoring-'));
	const name = nameFor(data);
	const fixture = (file: string) => gunzipSync(readFileSync(join(root, 'tests/fixtures/previous-version', file)));
	if (database === 'postgres') {
		await onPostgres(`create database ${name}`);
		await onPostgres(fixture('postgres.sql.gz').toString('utf8'), urlOf(name));
	} else writeFileSync(join(data, 'database.sqlite'), fixture('database.sqlite.gz'));
	return { database, data, name };
}

/** A data folder and database of one's own, as a fresh installation with this seed has them. */
export async function copyTemplate(seed: Seed, database: Database = lane): Promise<Copy> {
	const data = mkdtempSync(join(tmpdir(), 'peer-mentoring-'));
	cpSync(join(TEMPLATES, `${database}-${seed}`), data, { recursive: true });
	const name = nameFor(data);
	if (database === 'postgres') await onPostgres(`create database ${name} template ${templateName(seed)}`);
	return { database, data, name };
}

function nameFor(data: string): string {
	const tail = data
		.slice(-6)
		.toLowerCase()
		.replace(/[^a-z0-9]/g, 'x');
	return `peer_mentoring_${tail}_${process.pid}`;
}

export async function discard({ database, data, name }: Copy): Promise<void> {
	if (existsSync(data)) rmSync(data, { recursive: true, force: true, maxRetries: 5 });
	if (database === 'postgres') await onPostgres(`drop database if exists ${name} with (force)`);
}

/** A port that nobody uses now. */
export function freePort(): Promise<number> {
	return new Promise((found, failed) => {
		const server = createServer().on('error', failed);
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address() as { port: number };
			server.close(() => found(port));
		});
	});
}

/** Starts a command of the platform and answers when it prints that it is open. */
export async function launch(env: NodeJS.ProcessEnv): Promise<{ process: ChildProcess; output: () => string }> {
	const child = spawn(process.execPath, [join(root, 'directus', 'commands', 'start.ts')], { env, cwd: root });
	let output = '';
	await new Promise<void>((ready, failed) => {
		const note = (chunk: Buffer) => {
			output += chunk.toString();
			if (output.includes('Open http')) ready();
		};
		child.stdout.on('data', note);
		child.stderr.on('data', note);
		child.on('exit', (code) => failed(new Error(`The platform ended with ${code} instead of starting:\n${output}`)));
	});
	return { process: child, output: () => output };
}
