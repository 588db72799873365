/** Runs what a test run consists of: as many jobs side by side as there are cores, each told in one line when it ends. */
import { spawn, type ChildProcess } from 'node:child_process';
import { MARK, type FileReport, type Told } from './lane-reporter.ts';

export interface Outcome {
	passed: number;
	failed: number;
	assertions: number;
	/** What to show of it where something failed. */
	said: string;
	/** The files that took longest, where it has files. */
	slowest?: string[];
}

export interface Job {
	name: string;
	/** @param note takes how far it is, in words */
	run(note: (progress: string) => void): Promise<Outcome>;
}

export interface Ended extends Outcome {
	name: string;
	seconds: number;
}

const children = new Set<ChildProcess>();
export const stopAll = () => children.forEach((child) => child.kill('SIGTERM'));

const MINUTE = 60_000;

/** @param tell takes a line for whoever waits: an end, and every minute what is still at work */
export async function runJobs(jobs: readonly Job[], slots: number, tell: (line: string) => void): Promise<Ended[]> {
	const waiting = [...jobs];
	const atWork = new Map<string, string>();
	const ended: Ended[] = [];
	const worker = async () => {
		for (let job = waiting.shift(); job; job = waiting.shift()) {
			const { name, run } = job;
			atWork.set(name, name);
			const began = performance.now();
			const outcome = await run((progress) => atWork.set(name, `${name} (${progress})`));
			atWork.delete(name);
			const seconds = (performance.now() - began) / 1000;
			ended.push({ name, seconds, ...outcome });
			tell(`${name}: ${outcome.passed} passed, ${outcome.failed} failed, in ${seconds.toFixed(0)} s`);
			if (outcome.slowest) tell(`  longest: ${outcome.slowest.join(', ')}`);
			if (outcome.failed > 0) console.log(outcome.said);
		}
	};
	const clock = setInterval(() => tell(`... ${[...atWork.values()].join('; ')}`), MINUTE);
	await Promise.all(Array.from({ length: slots }, worker));
	clearInterval(clock);
	return ended;
}

/** A command that is fine where it ends with 0. */
export async function check(command: string, args: string[]): Promise<Outcome> {
	const { code, output } = await run(command, args);
	return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, assertions: 0, said: output };
}

/** A run of Vitest. One that breaks before its first test counts as one failure. */
export async function lane(
	vitest: string,
	env: Record<string, string>,
	note: (progress: string) => void,
): Promise<Outcome> {
	const reports: FileReport[] = [];
	let files = 0;
	const hear = (line: string) => {
		const told = JSON.parse(line) as Told;
		if ('files' in told) files = told.files;
		else reports.push(told);
		note(`${reports.length} of ${files} files`);
	};
	const args = ['run', '--config', 'tests/vitest.config.ts', '--reporter', './tests/support/lane-reporter.ts'];
	const { code, output } = await run(vitest, args, env, hear);
	const sum = (key: 'passed' | 'failed' | 'assertions') => reports.reduce((total, report) => total + report[key], 0);
	const failures = reports.flatMap(({ file, failures }) => failures.map((failure) => `${file} > ${failure}\n`));
	const failed = code === 0 ? sum('failed') : Math.max(1, sum('failed'));
	return {
		passed: sum('passed'),
		failed,
		assertions: sum('assertions'),
		said: [...failures, ...(failures.length === 0 ? [output] : [])].join('\n'),
		slowest: longest(reports),
	};
}

const SHOWN = 8;

function longest(reports: readonly FileReport[]): string[] {
	const byTime = reports.toSorted((a, b) => b.seconds - a.seconds).slice(0, SHOWN);
	return byTime.map(({ file, seconds }) => `${file} ${seconds.toFixed(0)} s`);
}

/** @param hear takes the lines that the reporter of a lane prints */
function run(
	command: string,
	args: string[],
	env: Record<string, string> = {},
	hear: (line: string) => void = () => undefined,
): Promise<{ code: number | null; output: string }> {
	return new Promise((done) => {
		const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
		children.add(child);
		let output = '';
		let begun = '';
		child.stdout.on('data', (chunk) => {
			const lines = (begun + chunk).split('\n');
			begun = lines.pop() ?? '';
			for (const line of lines) {
				if (line.startsWith(MARK)) hear(line.slice(MARK.length));
				else output += `${line}\n`;
			}
		});
		child.stderr.on('data', (chunk) => (output += chunk));
		child.on('close', (code) => {
			children.delete(child);
			done({ code, output: output + begun });
		});
	});
}
