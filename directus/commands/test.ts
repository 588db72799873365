/**
 * `npm test`: every lane that this machine can run, what was left out and why, and one closing line.
 * `npm run test:long` (`--long`): the large random samples in full, and what else takes too long for every day.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildExtensionIfStale } from '../lib/build.ts';
import { root } from '../lib/environment.ts';
import { progress } from '../lib/progress.ts';

const long = process.argv.includes('--long');
const templates = mkdtempSync(join(tmpdir(), 'peer-mentoring-lanes-'));
process.env.TEST_TEMPLATES = templates;
process.env.TEST_LONG = String(long);

const { check, lane, runJobs, stopAll } = await import('../../tests/support/jobs.ts');
const { discardTemplate, postgresAnswers } = await import('../../tests/support/platform.ts');
const { redisAnswers } = await import('../../tests/support/redis.ts');
const { findBrowser } = await import('../../tests/support/browser.ts');
const { hasLibreOffice } = await import('../../tests/support/libreoffice.ts');
const { mayMount } = await import('../../tests/support/small-disk.ts');

const bin = (name: string) => join(root, 'node_modules', '.bin', name);
const onPostgres = await postgresAnswers();
const browser = findBrowser();
// Two databases share what one of them can be asked.
process.env.TEST_SHARED = String(onPostgres);

/** Servers run the built extension; the first of them waits for it. */
const built = buildExtensionIfStale();
const lanes = {
	postgres: job('API and attacks on PostgreSQL', { TEST_LANE: 'api', TEST_DATABASE: 'postgres' }),
	sqlite: job('API and attacks on SQLite', { TEST_LANE: 'api', TEST_DATABASE: 'sqlite' }),
	browser: job('browser', { TEST_LANE: 'browser', TEST_DATABASE: 'sqlite', BROWSER: browser ?? '' }),
	unit: job('unit tests', { TEST_LANE: 'unit' }),
};
const formatting = { name: 'formatting', run: () => check(bin('prettier'), ['--check', '--log-level=warn', '.']) };
const linting = { name: 'linting', run: () => check(bin('eslint'), ['.']) };
const types = { name: 'types', run: () => check(bin('vue-tsc'), ['--noEmit', '-p', '.']) };

// The longest first, so that the cores have something to do to the end; formatting while the extension is built.
const jobs = [
	...(onPostgres ? [lanes.postgres] : []),
	...(long ? [] : [formatting]),
	lanes.sqlite,
	...(browser && !long ? [lanes.browser] : []),
	lanes.unit,
	...(long ? [] : [types, linting]),
];

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => {
		stopAll();
		void cleanUp().finally(() => process.exit(130));
	});
}

const ended = await runJobs(jobs, Math.max(2, availableParallelism()), progress);
await cleanUp();

for (const reason of await leftOut()) console.log(`Left out: ${reason}.`);
const sum = (key: 'passed' | 'failed' | 'assertions') => ended.reduce((total, each) => total + each[key], 0);
console.log(`${sum('assertions')} times something was expected.`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') === 0 ? 0 : 1);

function job(name: string, env: Record<string, string>) {
	return {
		name,
		run: async (note: (progress: string) => void) => {
			await built;
			return lane(bin('vitest'), env, note);
		},
	};
}

async function leftOut(): Promise<string[]> {
	const reasons: string[] = [];
	if (!onPostgres) {
		reasons.push('PostgreSQL, and two instances: no server answers; set PG_URL to the address of one');
	} else if (!(await redisAnswers())) {
		reasons.push('two instances: no Redis answers; set REDIS_URL to the address of one');
	}
	if (!browser && !long) {
		reasons.push('browser: no Chromium was found; install the package chromium, or set BROWSER to its path');
	}
	if (!hasLibreOffice) {
		reasons.push('what LibreOffice makes of our workbooks: install the package libreoffice-calc');
	}
	if (!mayMount()) reasons.push('a full disk: this account may not mount one; run it as root on Linux');
	if (!long) reasons.push('the large random samples in full: npm run test:long');
	return reasons.length > 0 ? reasons : ['nothing'];
}

async function cleanUp(): Promise<void> {
	for (const database of ['sqlite', ...(onPostgres ? ['postgres' as const] : [])] as const) {
		for (const seed of ['demo', 'world', 'reference'] as const) await discardTemplate(seed, database);
	}
	rmSync(templates, { recursive: true, force: true });
}
