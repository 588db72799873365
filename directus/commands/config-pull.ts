import { readFileSync, writeFileSync } from 'node:fs';
import { runCommand } from '../lib/command.ts';

await runCommand('The configuration could not be read', async () => {
	const { openDatabase } = await import('../lib/open-database.ts');
	const { pullLines } = await import('../lib/config/describe.ts');
	const { pulledLists } = await import('../lib/config/pull/lists.ts');
	const { pulledReference } = await import('../lib/config/pull/reference.ts');
	const { planPull, writeFiles } = await import('../lib/config/pull/pull.ts');
	const { fieldsWithoutClass } = await import('../lib/model/field-classes.ts');
	const { MODEL_PATH } = await import('../lib/model/model-file.ts');
	const { pulledModel } = await import('../lib/model/pull-model.ts');

	const knex = await openDatabase();
	const model = await pulledModel(readFileSync(MODEL_PATH, 'utf8'));
	const { changes, left } = await planPull();
	changes.push(...(await pulledLists(knex)), ...(await pulledReference(knex)));
	if (model) writeFileSync(MODEL_PATH, model);
	await writeFiles(changes);
	const lines = pullLines(changes, model && MODEL_PATH);
	console.log(lines.length > 0 ? lines.join('\n') : 'The repository holds all of it already.');
	for (const line of left) console.log(line);
	for (const name of fieldsWithoutClass(readFileSync(MODEL_PATH, 'utf8'))) {
		console.log(`${name} has no class: add "sensitivity" to it in the model file. Until then it counts as personal.`);
	}
	return 0;
});
