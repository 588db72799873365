/** Prepared databases that every server begins with a copy of: made once, by the platform's own code, for all lanes. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { environment, root, type Copy, type Database, type Seed } from './environment.ts';
import { end, freePort, launch } from './launch.ts';
import { createDatabase, dropDatabase } from './postgres.ts';
import { makeWorld } from './world.ts';

/** What a prepared database is made of. */
const SOURCES = [
	'schema-snapshot.yaml',
	'package-lock.json',
	'{directus,flows,seed}/**/*.{ts,yaml,json,csv}',
	'extensions/*/src/**/*.{ts,json,yaml}',
	'tests/support/{environment,prepare,world}.ts',
];

const short = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 10);
const FOLDER = process.env.TEST_TEMPLATES ?? join(tmpdir(), `peer-mentoring-templates-${short(root)}`);

const templateFor = (seed: Seed, database: Database): Copy => ({
	database,
	data: join(FOLDER, `${database}-${seed}`),
	// Another run, or another copy of the repository, has its own beside it.
	name: `peer_mentoring_${short(FOLDER)}_${seed}`,
});
const stampOf = ({ data }: Copy) => `${data}.made-of`;

/** The prepared database with this seed, made where there is none, or none of today's files. */
export async function templateOf(seed: Seed, database: Database): Promise<Copy> {
	const template = templateFor(seed, database);
	const wanted = fingerprint();
	const there = () => existsSync(stampOf(template)) && readFileSync(stampOf(template), 'utf8') === wanted;
	while (!there()) {
		const release = takeTurn(template);
		// Another lane makes it at this moment.
		if (!release) await wait(250);
		else {
			try {
				if (there()) break;
				await make(seed, template);
				writeFileSync(stampOf(template), wanted);
			} finally {
				release();
			}
		}
	}
	return template;
}

/** Demo and world are loaded into what the reference data left, as a first start does one after the other. */
async function make(seed: Seed, template: Copy): Promise<void> {
	const { database, data, name } = template;
	const base = seed === 'reference' ? undefined : await templateOf('reference', database);
	rmSync(stampOf(template), { force: true });
	rmSync(data, { recursive: true, force: true });
	if (base) cpSync(base.data, data, { recursive: true });
	else mkdirSync(data, { recursive: true });
	if (database === 'postgres') {
		await dropDatabase(name);
		await createDatabase(name, base?.name);
	}
	await (seed === 'world' ? populate(template) : prepare(environment(template, { SEED: seed })));
}

/** The people of the tests, made through a running platform. */
async function populate(template: Copy): Promise<void> {
	const port = String(await freePort());
	const url = `http://127.0.0.1:${port}`;
	const { process: server } = await launch(
		environment(template, { PORT: port, SEED: 'reference', PUBLIC_URL: url, SERVE_APP: 'false' }),
	);
	try {
		await makeWorld(url, template.data);
	} finally {
		await end(server);
	}
	rmSync(join(template.data, 'tmp'), { recursive: true, force: true });
}

function prepare(env: NodeJS.ProcessEnv): Promise<void> {
	const child = spawn(process.execPath, [join(root, 'tests', 'support', 'prepare.ts')], { env, cwd: root });
	let output = '';
	child.stdout.on('data', (chunk) => (output += chunk));
	child.stderr.on('data', (chunk) => (output += chunk));
	return new Promise((done, failed) =>
		child.on('close', (code) => {
			if (code === 0) done();
			else failed(new Error(`A database could not be prepared (SEED=${env.SEED}):\n${output}`));
		}),
	);
}

/** Takes the turn to make a template, unless somebody has it who is still at work. */
function takeTurn({ data }: Copy): (() => void) | undefined {
	const path = `${data}.turn`;
	mkdirSync(FOLDER, { recursive: true });
	try {
		writeFileSync(path, String(process.pid), { flag: 'wx' });
		return () => rmSync(path, { force: true });
	} catch {
		if (!isAlive(Number(readFileSync(path, { encoding: 'utf8', flag: 'a+' })))) rmSync(path, { force: true });
		return undefined;
	}
}

export function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}

/** Changes with anything that a prepared database is made of; the demo is made for today. */
function fingerprint(): string {
	const hash = createHash('sha256').update(new Date().toISOString().slice(0, 10));
	for (const path of globSync(SOURCES, { cwd: root }).sort()) hash.update(path).update(readFileSync(join(root, path)));
	return hash.digest('hex');
}

/** Takes a prepared database away again. */
export async function discardTemplate(seed: Seed, database: Database): Promise<void> {
	const template = templateFor(seed, database);
	for (const path of [template.data, stampOf(template)]) rmSync(path, { recursive: true, force: true });
	if (database === 'postgres') await dropDatabase(template.name);
}
