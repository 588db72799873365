import { readFileSync } from 'node:fs';
import { runCommand } from '../lib/command.ts';

await runCommand('The configuration could not be compared', async () => {
	const { openDatabase } = await import('../lib/open-database.ts');
	const { listLines, planLists } = await import('../lib/code-lists.ts');
	const { pulledLists } = await import('../lib/config/pull/lists.ts');
	const { conflictLines, pullLines, pushLines, valueTable } = await import('../lib/config/describe.ts');
	const { readConfiguration } = await import('../lib/config/files.ts');
	const { planPull } = await import('../lib/config/pull/pull.ts');
	const { planRows } = await import('../lib/config/sync.ts');
	const { planModel } = await import('../lib/model/apply.ts');
	const { MODEL_PATH, readModel } = await import('../lib/model/model-file.ts');
	const { pulledModel } = await import('../lib/model/pull-model.ts');
	const { readChoices } = await import('../lib/three-ways/conflicts.ts');
	const { readPushed } = await import('../lib/three-ways/pushed.ts');

	const knex = await openDatabase();
	const [before, chosen] = [await readPushed(knex), await readChoices(knex)];
	const { plan, settled } = await planModel(readModel(), before, (name) => chosen.get(name));
	const lists = await planLists(knex, before, (name) => chosen.get(name));
	const rows = await planRows(readConfiguration(), before, (name) => chosen.get(name));
	const push = [...pushLines(plan, rows.changes), ...listLines(lists)];
	const kept = [...settled.kept, ...rows.kept, ...lists.settled.kept];
	const conflicts = conflictLines([...settled.conflicts, ...rows.conflicts, ...lists.settled.conflicts]);
	const { changes, left } = await planPull();
	changes.push(...(await pulledLists(knex)));
	const pull = pullLines(changes, (await pulledModel(readFileSync(MODEL_PATH, 'utf8'))) && MODEL_PATH);
	if (push.length > 0) console.log(`A push would change the database:\n${push.join('\n')}`);
	if (plan.refused.length > 0) console.log(`A push would be refused:\n  ${plan.refused.join('\n  ')}`);
	if (kept.length > 0) console.log(`Changed in the Studio, and left so by a push:\n${valueTable(kept).join('\n')}`);
	for (const line of conflicts) console.log(line);
	if (pull.length > 0) console.log(`A pull would change the repository:\n${pull.join('\n')}`);
	for (const line of left) console.log(line);
	if ([push, plan.refused, kept, conflicts, pull].some((lines) => lines.length > 0)) return 1;
	console.log('Database and repository hold the same configuration.');
	return 0;
});
