/** `npm test`: every lane that this machine can run, what was left out and why, and one closing line. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildExtensionIfStale } from '../lib/build.ts';
import { root } from '../lib/environment.ts';
import { progress } from '../lib/progress.ts';

interface Tally {
	passed: number;
	failed: number;
}

const bin = (name: string) => join(root, 'node_modules', '.bin', name);

/** Runs a command; its output is shown where it fails, or where it is a lane of tests. */
function run(command: string, args: string[], env: Record<string, string> = {}, show = false): Promise<boolean> {
	return new Promise((done) => {
		const child = spawn(command, args, {
			cwd: root,
			env: { ...process.env, ...env },
			stdio: show ? 'inherit' : 'pipe',
		});
		let output = '';
		child.stdout?.on('data', (chunk) => (output += chunk));
		child.stderr?.on('data', (chunk) => (output += chunk));
		child.on('close', (code) => {
			if (code !== 0 && !show) console.log(output);
			done(code === 0);
		});
	});
}

async function check(name: string, command: string, args: string[]): Promise<Tally> {
	progress(name);
	return (await run(command, args)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** One lane of tests; a lane that breaks before its first test counts as one failure. */
async function lane(name: string, env: Record<string, string>): Promise<Tally> {
	progress(name);
	const folder = mkdtempSync(join(tmpdir(), 'peer-mentoring-lane-'));
	const report = join(folder, 'report.json');
	const args = [
		'run',
		'--config',
		'tests/vitest.config.ts',
		'--reporter=dot',
		'--reporter=json',
		`--outputFile.json=${report}`,
	];
	const fine = await run(bin('vitest'), args, { ...env, TEST_TEMPLATES: folder }, true);
	try {
		if (!existsSync(report)) return { passed: 0, failed: 1 };
		const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
		return { passed: numPassedTests, failed: fine ? numFailedTests : Math.max(1, numFailedTests) };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

const tallies: Tally[] = [];
const left: string[] = [];

tallies.push(await check('formatting', bin('prettier'), ['--check', '--log-level=warn', '.']));
tallies.push(await check('linting', bin('eslint'), ['.']));
tallies.push(await check('types', bin('vue-tsc'), ['--noEmit', '-p', '.']));
tallies.push(await lane('unit tests', { TEST_LANE: 'unit' }));

buildExtensionIfStale();
tallies.push(await lane('API and attacks on SQLite', { TEST_LANE: 'api', TEST_DATABASE: 'sqlite' }));

const { postgresAnswers } = await import('../../tests/support/platform.ts');
const onPostgres = await postgresAnswers();
if (onPostgres) {
	tallies.push(await lane('API and attacks on PostgreSQL', { TEST_LANE: 'api', TEST_DATABASE: 'postgres' }));
	const { redisAnswers } = await import('../../tests/support/redis.ts');
	if (!(await redisAnswers())) left.push('two instances: no Redis answers; set REDIS_URL to the address of one');
} else left.push('PostgreSQL, and two instances: no server answers; set PG_URL to the address of one');

const { findBrowser } = await import('../../tests/support/browser.ts');
const browser = findBrowser();
if (browser) tallies.push(await lane('browser', { TEST_LANE: 'browser', TEST_DATABASE: 'sqlite', BROWSER: browser }));
else left.push('browser: no Chromium was found; install the package chromium, or set BROWSER to its path');

const { hasLibreOffice } = await import('../../tests/support/libreoffice.ts');
if (!hasLibreOffice) left.push('what LibreOffice makes of our workbooks: install the package libreoffice-calc');

for (const reason of left) console.log(`Left out: ${reason}.`);
if (left.length === 0) console.log('Nothing was left out.');
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
