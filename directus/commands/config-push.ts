import { runCommand } from '../lib/command.ts';

await runCommand('The configuration could not be applied', async () => {
	const { openDatabase } = await import('../lib/open-database.ts');
	const { chosenBy } = await import('../lib/three-ways/asked.ts');
	const chosen = chosenBy(process.argv.slice(2));
	const { conflictLines } = await import('../lib/config/describe.ts');
	const { refreshRunningServer } = await import('../lib/config/running-server.ts');
	const { installTrail } = await import('../../extensions/peer-mentoring/src/storage/platform/trail/install.ts');
	const { configure } = await import('../lib/configure.ts');
	const { directus } = await import('../lib/directus.ts');
	const { withStartLock } = await import('../lib/lock.ts');

	const knex = await openDatabase();
	const { getDatabaseClient } = await directus('database/index');
	const { lines, changes, conflicts } = await withStartLock(knex, getDatabaseClient(knex), async () => {
		const configured = await configure(knex, { reference: false, chosen });
		// A column that was changed is a table made anew on SQLite, without its triggers.
		await installTrail(knex);
		return configured;
	});
	const refreshed = lines.length === 0 || (await refreshRunningServer(changes));
	console.log(lines.length > 0 ? lines.join('\n') : 'There was nothing to write.');
	for (const line of conflictLines(conflicts)) console.log(line);
	if (!refreshed) console.log('Restart the server if one is running: it could not be told of the changes.');
	return 0;
});
