/**
 * `npm run test:rules`: takes each rule of `tests/traceability/rules.yaml` out of a copy, one at a time, and runs the test
 * that has to notice. Rules that only the API shows take a minute each: `--api` runs them too. Names of obligations after
 * it (`J03 C12`) run theirs alone. `--controls` does the same with the controls behind attacks, `tests/security/controls.yaml`.
 */
import { progress } from '../lib/progress.ts';
import { apiRuns } from '../../tests/traceability/api-runs.ts';
import { copyRepository, discardCopy, takenOut } from '../../tests/traceability/copy.ts';
import { allRules, isUnit, readControls, readRules, type NamedRule } from '../../tests/traceability/rules.ts';
import { unitRuns } from '../../tests/traceability/unit-runs.ts';
import { nameOf, unnoticed, type Runs } from '../../tests/traceability/verdict.ts';

const controls = process.argv.includes('--controls');
const api = controls || process.argv.includes('--api');
const named = process.argv.slice(2).filter((each) => !each.startsWith('--'));
const rules = allRules(controls ? readControls() : readRules()).filter(
	({ obligation }) => named.length === 0 || named.includes(obligation),
);
const unitRules = rules.filter(isUnit);
const apiRules = rules.filter((rule) => !isUnit(rule));

const copy = copyRepository();
process.chdir(copy);
process.once('exit', () => discardCopy(copy));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

let noticed = 0;
const missed: string[] = [];
await tryAll(unitRules, await unitRuns(copy));
if (api) await tryAll(apiRules, apiRuns(copy));
else if (apiRules.length > 0) console.log(`Left out: ${apiRules.length} that only the API shows (--api).`);
for (const each of missed) console.log(each);
console.log(`${noticed} noticed, ${missed.length} not noticed`);
process.exit(missed.length === 0 ? 0 : 1);

async function tryAll(some: readonly NamedRule[], runs: Runs): Promise<void> {
	if (some.length === 0) return;
	progress(`running the tests of ${some.length} rules with the rules in their places`);
	const usual = await runs.all(some);
	for (const rule of some) {
		const wrong = unnoticed(usual(rule), await takenOut(copy, rule, (path) => runs.one(rule, path)));
		if (wrong === undefined) noticed++;
		else missed.push(`NOT NOTICED ${nameOf(rule)}\n  ${rule.test}\n  ${wrong}`);
		progress(`${wrong === undefined ? 'noticed' : `NOT NOTICED, ${wrong}`}: ${nameOf(rule)}`);
	}
	await runs.close();
}
