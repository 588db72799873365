/** `npm run bench`: what the platform costs beside the bare means, measured in turn on the same data. */
import { mkdtempSync, rmSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import type { Bench, Measurement } from '../../tests/scale/measurement.ts';
import { buildExtensionIfStale } from '../lib/build.ts';
import { root } from '../lib/environment.ts';
import { ProgressLine } from '../lib/progress-line.ts';

const USAGE = `Usage: npm run bench -- [--rows N] [--runs N] [--only pmi|figures|dashboard|requests|reads|import|night|start|tracker|users] [--minutes N] [--database sqlite|postgres]
Measures the platform beside the bare means and prints ratios. Without options: 10,000 referrals, medians of 5 runs,
everything, on SQLite and, where a server answers (PG_URL), on PostgreSQL. Many users (50 on SQLite, 200 on PostgreSQL) work
at once for --minutes (1); 60 show whether memory stays. Leaves nothing behind.`;

const PARTS = [
	'pmi',
	'figures',
	'dashboard',
	'requests',
	'reads',
	'import',
	'night',
	'start',
	'tracker',
	'users',
] as const;
type Part = (typeof PARTS)[number];
const MEMORY = join(root, 'tests', 'scale', 'tracker-memory.ts');

interface Options {
	rows: number;
	runs: number;
	minutes: number;
	only: readonly Part[];
	database?: string;
}

function readOptions(): Options {
	const text = { type: 'string' } as const;
	const { values } = parseArgs({ options: { rows: text, runs: text, minutes: text, only: text, database: text } });
	const whole = (name: 'rows' | 'runs' | 'minutes', least: number, usual: number) => {
		const number = Number(values[name] ?? usual);
		if (!Number.isInteger(number) || number < least) throw new Error(`--${name} must be a whole number from ${least}`);
		return number;
	};
	const { only, database } = values;
	const part = PARTS.find((each) => each === only);
	if (only && !part) throw new Error(`--only must be one of ${PARTS.join(', ')}`);
	if (database && !['sqlite', 'postgres'].includes(database)) throw new Error('--database must be sqlite or postgres');
	const numbers = { rows: whole('rows', 1000, 10_000), runs: whole('runs', 1, 5), minutes: whole('minutes', 1, 1) };
	return { ...numbers, only: part ? [part] : PARTS, database };
}

let options: Options;
try {
	options = readOptions();
} catch (error) {
	console.error(`${(error as Error).message}\n${USAGE}`);
	process.exit(2);
}

const line = new ProgressLine();
const templates = mkdtempSync(join(tmpdir(), 'peer-mentoring-bench-'));
// Read when the module of the servers is loaded, which is therefore imported after it.
process.env.TEST_TEMPLATES = templates;
process.env.TEST_DATABASE = 'sqlite';
const platform = await import('../../tests/support/platform.ts');
const { pmiAgainstSql } = await import('../../tests/scale/pmi.ts');
const { figuresAgainstSql } = await import('../../tests/scale/figures.ts');
const { dashboardOfTen } = await import('../../tests/scale/dashboard.ts');
const { mentorRequests } = await import('../../tests/scale/requests.ts');
const { readLogCost } = await import('../../tests/scale/read-log.ts');
const { importAgainstInserts } = await import('../../tests/scale/import.ts');
const { nightAgainstEverybody } = await import('../../tests/scale/night.ts');
const { secondStart } = await import('../../tests/scale/start.ts');
const { usersAtOnce } = await import('../../tests/scale/users.ts');
const measurements: Record<Part, (bench: Bench) => Promise<(Measurement | string)[] | string>> = {
	pmi: pmiAgainstSql,
	figures: figuresAgainstSql,
	dashboard: dashboardOfTen,
	requests: mentorRequests,
	reads: readLogCost,
	import: importAgainstInserts,
	night: nightAgainstEverybody,
	start: secondStart,
	tracker: memoryOfTracker,
	users: usersAtOnce,
};

let failed = false;
const made: Bench['database'][] = [];
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	// Whoever stops it is left with nothing either.
	process.once(signal, () => void cleanUp().finally(() => process.exit(130)));
}
try {
	await buildExtensionIfStale();
	const { rows, runs, minutes } = options;
	for (const database of await databases()) {
		console.log(`\n${database === 'sqlite' ? 'SQLite' : 'PostgreSQL'}, medians of ${runs} runs in turn`);
		line.tell('preparing a database');
		made.push(database);
		await platform.templateOf('reference', database);
		for (const part of options.only) {
			const tell = (what: string) => line.tell(part, what);
			const found = await measurements[part]({ rows, runs, minutes, database, tell });
			line.clear();
			for (const each of [found].flat()) console.log(typeof each === 'string' ? each : shown(each));
		}
	}
} catch (error) {
	line.clear();
	console.error(`Not everything was measured: ${error instanceof Error ? error.message : String(error)}`);
	failed = true;
} finally {
	await cleanUp();
}
process.exit(failed ? 1 : 0);

async function cleanUp(): Promise<void> {
	for (const database of made) await platform.discardTemplate('reference', database);
	rmSync(templates, { recursive: true, force: true });
}

async function databases(): Promise<Bench['database'][]> {
	const answers = await platform.postgresAnswers();
	if (options.database === 'postgres' && !answers) {
		throw new Error('no PostgreSQL server answers; set PG_URL to the address of one');
	}
	if (options.database) return [options.database as Bench['database']];
	if (!answers) console.log('Left out: PostgreSQL, because no server answers; set PG_URL to the address of one.');
	return answers ? ['sqlite', 'postgres'] : ['sqlite'];
}

function shown({ name, size, platform, bare }: Measurement): string {
	const time = (milliseconds: number) => `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0)} ms`.padStart(11);
	return `  ${name.padEnd(58)}${time(platform)}${time(bare)}  ratio ${(platform / bare).toFixed(2)}  (${size})`;
}

/** Memory has to be measured in a process of its own. */
async function memoryOfTracker({ database }: Bench): Promise<string> {
	const { stdout } = await promisify(execFile)(process.execPath, [MEMORY], {
		cwd: root,
		env: { ...process.env, TEST_DATABASE: database },
	});
	return stdout.trimEnd();
}
