import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './environment.ts';
import { progress } from './progress.ts';

const EXTENSION = join(root, 'extensions', 'peer-mentoring');
const STAMP = join(EXTENSION, 'dist', '.sources');

/** Builds the extension where its sources are not those of the last build. */
export async function buildExtensionIfStale(): Promise<void> {
	const hash = createHash('sha256');
	const paths = globSync(['src/**/*.{ts,vue,json}', 'package.json', 'extension.config.js'], { cwd: EXTENSION });
	for (const path of paths.sort()) hash.update(path).update(readFileSync(join(EXTENSION, path)));
	const wanted = hash.digest('hex');
	if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
	progress('building the extension');
	const cli = join(root, 'node_modules', '@directus', 'extensions-sdk', 'cli.js');
	const child = spawn(process.execPath, [cli, 'build'], { cwd: EXTENSION });
	let output = '';
	child.stdout.on('data', (chunk) => (output += chunk));
	child.stderr.on('data', (chunk) => (output += chunk));
	const code = await new Promise((done) => child.on('close', done));
	if (code !== 0) throw new Error(`The extension could not be built:\n${output}`);
	writeFileSync(STAMP, wanted);
}
