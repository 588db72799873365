import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildMentorApp } from './build-mentor-app.ts';
import { root } from './environment.ts';
import { progress } from './progress.ts';

const EXTENSION = join(root, 'extensions', 'peer-mentoring');
const BUILDS = [
	{
		what: 'the extension',
		sources: ['src/**/*.{ts,vue,json}', 'package.json', 'extension.config.js', '../../directus/openapi.json'],
		without: ['src/mentor/**'],
		stamp: '.sources',
		build: buildWithSdk,
	},
	{
		what: 'the mentors’ app',
		sources: ['src/{mentor,domain,clock}/**/*.{ts,vue,json,css,html,svg,webmanifest}'],
		without: [],
		stamp: '.mentor-sources',
		build: () => buildMentorApp(EXTENSION),
	},
];

/** Builds the extension, and the mentors' app that it serves, each where its sources are not those of its last build. */
export async function buildExtensionIfStale(): Promise<void> {
	for (const { what, sources, without, stamp, build } of BUILDS) {
		const path = join(EXTENSION, 'dist', stamp);
		const wanted = hashOf(globSync(sources, { cwd: EXTENSION, exclude: without }));
		if (existsSync(path) && readFileSync(path, 'utf8') === wanted) continue;
		progress(`building ${what}`);
		await build();
		writeFileSync(path, wanted);
	}
}

function hashOf(paths: string[]): string {
	const hash = createHash('sha256');
	for (const path of paths.sort()) hash.update(path).update(readFileSync(join(EXTENSION, path)));
	return hash.digest('hex');
}

async function buildWithSdk(): Promise<void> {
	const cli = join(root, 'node_modules', '@directus', 'extensions-sdk', 'cli.js');
	const child = spawn(process.execPath, [cli, 'build'], { cwd: EXTENSION });
	let output = '';
	child.stdout.on('data', (chunk) => (output += chunk));
	child.stderr.on('data', (chunk) => (output += chunk));
	const code = await new Promise((done) => child.on('close', done));
	if (code !== 0) throw new Error(`The extension could not be built:\n${output}`);
}
