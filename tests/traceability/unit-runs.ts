/** Runs unit tests of a copy again and again in one process, which is quick. */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createVitest, type TestModule, type TestRunResult } from 'vitest/node';
import { anyOf, fileOf, filesOf, patternOf, type NamedRule } from './rules.ts';
import { NOTHING_RAN, type Outcome, type Runs } from './verdict.ts';

const LONGEST_RUN = 300_000;

export async function unitRuns(copy: string): Promise<Runs> {
	process.env.TEST_LANE = 'unit';
	const config = join(copy, 'tests/vitest.config.ts');
	// Threads end with the process, whatever a rule that is out makes them do.
	const vitest = await createVitest({ root: copy, config, pool: 'threads', watch: false, reporters: [{}] });
	await vitest.standalone();
	const project = vitest.getRootProject();

	const run = async (files: readonly string[], pattern: string) => {
		vitest.setGlobalTestNamePattern(new RegExp(pattern));
		const specifications = files.map((file) => project.createSpecification(join(copy, file)));
		const ended = vitest.runTestSpecifications(specifications);
		const tooLong = new AbortController();
		const late = wait(LONGEST_RUN, undefined, { signal: tooLong.signal }).then(() => {
			throw new Error(`${files.join(', ')} did not end within ${LONGEST_RUN / 60_000} minutes`);
		});
		try {
			return await Promise.race([ended, late]);
		} finally {
			tooLong.abort();
		}
	};
	const outcome = ({ testModules }: TestRunResult, rule: NamedRule) => {
		const module = testModules.find(({ moduleId }) => moduleId === join(copy, fileOf(rule)));
		return module ? outcomeOf(module, rule) : NOTHING_RAN;
	};

	return {
		async all(rules) {
			const result = await run(filesOf(rules), anyOf(rules));
			return (rule) => outcome(result, rule);
		},
		async one(rule, changed) {
			vitest.invalidateFile(changed);
			try {
				return outcome(await run([fileOf(rule)], patternOf(rule)), rule);
			} finally {
				vitest.invalidateFile(changed);
			}
		},
		close: () => vitest.close(),
	};
}

function outcomeOf(module: TestModule, rule: NamedRule): Outcome {
	const pattern = new RegExp(patternOf(rule));
	const results = [...module.children.allTests()]
		.filter(({ fullName }) => pattern.test(fullName))
		.map((test) => test.result());
	const broken = [module, ...module.children.allSuites()].flatMap((each) => each.errors());
	return {
		passed: results.filter(({ state }) => state === 'passed').length,
		failures: results.flatMap(({ errors = [] }) => errors.map(({ name, message }) => `${name ?? 'Error'}: ${message}`)),
		broken: broken.map(({ message }) => message),
	};
}
