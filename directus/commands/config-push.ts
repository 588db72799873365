import { runCommand } from '../lib/command.ts';

await runCommand('The configuration could not be applied', async () => {
	const { openDatabase } = await import('../lib/open-database.ts');
	const { pushLines } = await import('../lib/config/describe.ts');
	const { readConfiguration } = await import('../lib/config/files.ts');
	const { refreshRunningServer } = await import('../lib/config/running-server.ts');
	const { push } = await import('../lib/config/sync.ts');
	const { loadDictionary } = await import('../lib/dictionary/load.ts');
	const { directus } = await import('../lib/directus.ts');
	const { withStartLock } = await import('../lib/lock.ts');
	const { applyModel } = await import('../lib/model/apply.ts');
	const { readModel } = await import('../lib/model/model-file.ts');

	const knex = await openDatabase();
	const { getDatabaseClient } = await directus('database/index');
	let lines: string[] = [];
	let refreshed = true;
	await withStartLock(knex, getDatabaseClient(knex), async () => {
		const plan = await applyModel(readModel());
		const changes = await push(readConfiguration());
		await loadDictionary(knex);
		lines = pushLines(plan, changes);
		if (lines.length > 0) refreshed = await refreshRunningServer(changes);
	});
	console.log(lines.length > 0 ? lines.join('\n') : 'The database holds all of it already.');
	if (!refreshed) console.log('Restart the server if one is running: it could not be told of the changes.');
	return 0;
});
