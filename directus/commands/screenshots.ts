/** `npm run screenshots`: a picture of every page of ours, in both languages, as wide as a phone and as a desk. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildExtensionIfStale } from '../lib/build.ts';
import { root } from '../lib/environment.ts';
import { ProgressLine } from '../lib/progress-line.ts';

const USAGE = `Usage: npm run screenshots -- [FOLDER] [NAME ...]
Starts a platform with the demo data, which it takes away again, and writes a picture of every page of ours into FOLDER,
or data/screenshots where none is named. With names, of the pages alone whose pictures begin so: home, app, step-plan.`;

const [folder = join(root, 'data', 'screenshots'), ...only] = process.argv.slice(2);
if ([folder, ...only].some((each) => each.startsWith('-'))) {
	console.error(USAGE);
	process.exit(2);
}

const templates = mkdtempSync(join(tmpdir(), 'peer-mentoring-screenshots-'));
// Read when the module of the servers is loaded, which is therefore imported after it.
process.env.TEST_TEMPLATES = templates;
process.env.TEST_DATABASE = 'sqlite';
const { discardTemplate } = await import('../../tests/support/platform.ts');
const { startTestServer } = await import('../../tests/support/server.ts');
const { openBrowser } = await import('../../tests/support/studio.ts');
const { takePictures } = await import('../../tests/support/screenshots/take.ts');

const line = new ProgressLine();
const undo: (() => unknown)[] = [];
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	// Whoever stops it is left with nothing either.
	process.once(signal, () => void cleanUp().finally(() => process.exit(130)));
}

let status = 1;
try {
	await buildExtensionIfStale();
	const browser = await openBrowser();
	undo.push(() => browser.close());
	line.tell('preparing a database');
	const server = await startTestServer({ seed: 'demo', own: true });
	undo.push(() => server.stop());
	const done = (count: number, all: number) => line.tell('taking pictures', `${count} of ${all}`);
	const { taken, failed } = await takePictures({ server, browser, folder: resolve(folder), only, done });
	line.clear();
	for (const each of failed) console.error(each);
	console.log(`${taken} pictures in ${resolve(folder)}`);
	status = failed.length === 0 ? 0 : 1;
} catch (error) {
	line.clear();
	console.error(`Not every picture was taken: ${error instanceof Error ? error.message : String(error)}`);
}
await cleanUp();
process.exit(status);

async function cleanUp(): Promise<void> {
	for (const each of undo.splice(0).reverse()) await each();
	for (const seed of ['demo', 'reference'] as const) await discardTemplate(seed, 'sqlite');
	rmSync(templates, { recursive: true, force: true });
}
