/** Runs tests of the API against a copy, each time with a platform of its own: a minute each. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { anyOf, fileOf, filesOf, patternOf, type NamedRule } from './rules.ts';
import type { Outcome, Runs } from './verdict.ts';

interface Report {
	testResults: {
		name: string;
		message: string;
		assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
	}[];
}

export function apiRuns(copy: string): Runs {
	const folder = mkdtempSync(join(copy, 'runs-'));
	const run = (files: readonly string[], pattern: string) => runTests(copy, folder, files, pattern);
	return {
		async all(rules) {
			const report = await run(filesOf(rules), anyOf(rules));
			return (rule) => outcomeOf(report, rule);
		},
		one: async (rule) => outcomeOf(await run([fileOf(rule)], patternOf(rule)), rule),
		close: async () => rmSync(folder, { recursive: true, force: true }),
	};
}

/** What the tests reported, or in words why they did not. */
async function runTests(
	copy: string,
	folder: string,
	files: readonly string[],
	pattern: string,
): Promise<Report | string> {
	const path = join(folder, 'report.json');
	rmSync(path, { force: true });
	try {
		const build = pathToFileURL(join(copy, 'directus/lib/build.ts')).href;
		const { buildExtensionIfStale } = (await import(build)) as typeof import('../../directus/lib/build.ts');
		await buildExtensionIfStale();
	} catch (error) {
		return String(error);
	}
	const vitest = join(copy, 'node_modules/vitest/vitest.mjs');
	const args = ['run', '--config', 'tests/vitest.config.ts', '--reporter=json', `--outputFile=${path}`];
	const child = spawn(process.execPath, [vitest, ...args, '-t', pattern, ...files], {
		cwd: copy,
		env: { ...process.env, TEST_LANE: 'api', TEST_DATABASE: 'sqlite', TEST_TEMPLATES: folder },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
	const stop = () => child.kill();
	process.once('exit', stop);
	await new Promise((done) => child.on('close', done));
	process.off('exit', stop);
	return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Report) : output;
}

/** @param report in words where there is none */
function outcomeOf(report: Report | string, rule: NamedRule): Outcome {
	if (typeof report === 'string') return { passed: 0, failures: [], broken: [report] };
	const file = report.testResults.find(({ name }) => name.endsWith(fileOf(rule)));
	const pattern = new RegExp(patternOf(rule));
	const results = (file?.assertionResults ?? []).filter(({ fullName }) => pattern.test(fullName));
	const ran = results.filter(({ status }) => status === 'passed' || status === 'failed');
	return {
		passed: ran.filter(({ status }) => status === 'passed').length,
		failures: ran.flatMap(({ failureMessages }) => failureMessages),
		broken: file && ran.length === 0 && file.message ? [file.message] : [],
	};
}
