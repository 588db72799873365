import { readFileSync } from 'node:fs';
import { runCommand } from '../lib/command.ts';

await runCommand('The configuration could not be compared', async () => {
	const { openDatabase } = await import('../lib/open-database.ts');
	const { pullLines, pushLines } = await import('../lib/config/describe.ts');
	const { readConfiguration } = await import('../lib/config/files.ts');
	const { planPull } = await import('../lib/config/pull/pull.ts');
	const { differences } = await import('../lib/config/sync.ts');
	const { planModel } = await import('../lib/model/apply.ts');
	const { MODEL_PATH, readModel } = await import('../lib/model/model-file.ts');
	const { pulledModel } = await import('../lib/model/pull-model.ts');

	await openDatabase();
	const plan = await planModel(readModel());
	const push = pushLines(plan, await differences(readConfiguration()));
	const { changes, left } = await planPull();
	const pull = pullLines(changes, (await pulledModel(readFileSync(MODEL_PATH, 'utf8'))) && MODEL_PATH);
	if (push.length > 0) console.log(`A push would change the database:\n${push.join('\n')}`);
	if (plan.refused.length > 0) console.log(`A push would be refused:\n  ${plan.refused.join('\n  ')}`);
	if (pull.length > 0) console.log(`A pull would change the repository:\n${pull.join('\n')}`);
	for (const line of left) console.log(line);
	if (push.length + plan.refused.length + pull.length > 0) return 1;
	console.log('Database and repository hold the same configuration.');
	return 0;
});
