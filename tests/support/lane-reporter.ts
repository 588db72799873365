/** Tells the command that runs a lane how each file of tests went, one line of JSON a file. */
import { relative } from 'node:path';
import type { Reporter, SerializedError, TestCase, TestModule, TestSpecification } from 'vitest/node';

export const MARK = '@lane ';

/** What is told of one file. */
export interface FileReport {
	file: string;
	seconds: number;
	passed: number;
	failed: number;
	/** How many times something was expected. */
	assertions: number;
	/** Each failure in words: which test, and what was found. */
	failures: string[];
}

/** The first line tells how many files there are. */
export type Told = { files: number } | FileReport;

const tell = (what: Told) => process.stdout.write(`${MARK}${JSON.stringify(what)}\n`);
const inWords = ({ message, diff, stack }: SerializedError) => {
	const place = String(stack ?? '')
		.split('\n')
		.find((line) => line.includes('/tests/'));
	return [message, diff, place].filter(Boolean).join('\n');
};

export default class LaneReporter implements Reporter {
	private readonly began = new Map<string, number>();

	onTestRunStart(files: readonly TestSpecification[]): void {
		tell({ files: files.length });
	}

	onTestModuleQueued({ moduleId }: TestModule): void {
		this.began.set(moduleId, performance.now());
	}

	onTestModuleEnd(module: TestModule): void {
		const tests = [...module.children.allTests()];
		const failed = tests.filter((test) => test.result().state === 'failed');
		const broken = [module, ...module.children.allSuites()].flatMap((each) => each.errors());
		tell({
			file: relative(process.cwd(), module.moduleId),
			seconds: (performance.now() - (this.began.get(module.moduleId) ?? 0)) / 1000,
			passed: tests.filter((test) => test.result().state === 'passed').length,
			// A file, or a hook of it, that breaks before its tests counts as one failure.
			failed: failed.length + (broken.length > 0 ? 1 : 0),
			assertions: tests.reduce((sum, test) => sum + (test.meta().assertions ?? 0), 0),
			failures: [...broken.map(inWords), ...failed.map(failureOf)],
		});
	}

	onTestRunEnd(_modules: readonly TestModule[], errors: readonly SerializedError[]): void {
		if (errors.length === 0) return;
		const failures = errors.map(inWords);
		tell({ file: 'outside of any test', seconds: 0, passed: 0, failed: errors.length, assertions: 0, failures });
	}
}

function failureOf(test: TestCase): string {
	return [test.fullName, ...(test.result().errors ?? []).map(inWords)].join('\n');
}
