/** A platform and a repository of its own to pull into and push from. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { expect } from 'vitest';
import { Commands, type Said } from '../commands.ts';
import { root } from '../platform.ts';
import { startTestServer, type Client, type TestServer } from '../server.ts';
import { worldOf } from '../world.ts';

export let server: TestServer;
export let admin: Client;
export let buyer: Client;
export let manager: Client;
export let mentor: Client;
export let url: string;
/** A repository of the test's own: pulling writes into it. */
export let repository: string;
const LEFT_OUT = ['node_modules', '.git', 'data', 'dist', 'tests'];

const commands = new Commands();

/** Runs a command while the connections to the server live on; one on another database in a process of its own. */
export function config(
	command: 'pull' | 'diff' | 'push',
	more: NodeJS.ProcessEnv = {},
	args: readonly string[] = [],
): Promise<Said> {
	const path = join(repository, 'directus', 'commands', `config-${command}.ts`);
	const env = { ...server.env, ...more };
	if (env.DATA_DIR === server.env.DATA_DIR) return commands.run({ path, args, env });
	const child = spawn(process.execPath, [path, ...args], { env });
	let output = '';
	child.stdout.on('data', (chunk) => (output += chunk));
	child.stderr.on('data', (chunk) => (output += chunk));
	return new Promise((done) => child.once('close', (status) => done({ status, output })));
}

/** Every configuration file of the repository, by path. */
export function files(): Map<string, string> {
	const found = new Map<string, string>();
	const own = ['roles', 'presets', 'dashboards', 'mentor-steps', 'translations'];
	const folders = [...own.map((name) => `directus/${name}`), 'flows'];
	const paths = folders
		.filter((folder) => existsSync(join(repository, folder)))
		.flatMap((folder) => readdirSync(join(repository, folder)).map((name) => `${folder}/${name}`));
	const single = ['rules', 'field-lists', 'settings'].map((name) => `directus/${name}.yaml`);
	for (const path of [...paths, ...single, 'schema-snapshot.yaml']) {
		found.set(path, readFileSync(join(repository, path), 'utf8'));
	}
	return found;
}

/** Which files differ, and which of their lines. */
export function changes(before: Map<string, string>, after: Map<string, string>): Record<string, string[]> {
	const changed: Record<string, string[]> = {};
	for (const path of new Set([...before.keys(), ...after.keys()])) {
		const [old, now] = [before.get(path), after.get(path)];
		if (old === now) continue;
		const lines = (text: string | undefined) => (text ?? '').split('\n').map((line) => line.trim());
		const [oldLines, newLines] = [lines(old), lines(now)];
		changed[path] = [
			...newLines.filter((line) => !oldLines.includes(line)).map((line) => `+ ${line}`),
			...oldLines.filter((line) => !newLines.includes(line)).map((line) => `- ${line}`),
		];
	}
	return changed;
}

export async function ask(method: 'post' | 'patch', path: string, body: object): Promise<{ id: string }> {
	const answer = await admin[method](path, body);
	expect(answer.status, JSON.stringify(answer.body)).toBe(200);
	return answer.body.data;
}

export async function policy(role: string): Promise<string> {
	const { body } = await admin.get(`/policies?filter[name][_eq]=${role}&fields=id`);
	return body.data[0].id;
}

export async function permission(role: string, collection: string, action: string): Promise<number> {
	const filter = `filter[policy][name][_eq]=${role}&filter[collection][_eq]=${collection}&filter[action][_eq]=${action}`;
	const { body } = await admin.get(`/permissions?${filter}&fields=id`);
	return body.data[0].id;
}

export async function begin(): Promise<void> {
	repository = mkdtempSync(join(tmpdir(), 'peer-mentoring-repository-'));
	cpSync(root, repository, {
		recursive: true,
		filter: (path) =>
			!relative(root, path)
				.split(sep)
				.some((part) => LEFT_OUT.includes(part)),
	});
	symlinkSync(join(root, 'node_modules'), join(repository, 'node_modules'));
	server = await startTestServer({ seed: 'world' });
	({ url } = server);
	const world = await worldOf(server);
	({ admin, buyer } = world);
	({ manager } = world.north);
	mentor = world.north.mentors[0]!.client;
}

export async function end(): Promise<void> {
	await commands.close();
	await server.stop();
	rmSync(repository, { recursive: true, force: true });
}
