import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './environment.ts';
import { progress } from './progress.ts';

const EXTENSION = join(root, 'extensions', 'peer-mentoring');
const STAMP = join(EXTENSION, 'dist', '.sources');

/** Builds the extension where its sources are not those of the last build. Ends the process where it cannot. */
export function buildExtensionIfStale(): void {
	const hash = createHash('sha256');
	const paths = globSync(['src/**/*.{ts,vue,json}', 'package.json', 'extension.config.js'], { cwd: EXTENSION });
	for (const path of paths.sort()) hash.update(path).update(readFileSync(join(EXTENSION, path)));
	const wanted = hash.digest('hex');
	if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
	progress('building the extension');
	const cli = join(root, 'node_modules', '@directus', 'extensions-sdk', 'cli.js');
	const result = spawnSync(process.execPath, [cli, 'build'], { cwd: EXTENSION, encoding: 'utf8' });
	if (result.status !== 0) {
		throw new Error(`The extension could not be built:\n${result.stdout}\n${result.stderr}`);
	}
	writeFileSync(STAMP, wanted);
}
