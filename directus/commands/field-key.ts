/** `npm run field-key`: encrypts National Insurance numbers, with another key, or no more; all of them or none. */
import { checkedEnvironment } from '../lib/checked-environment.ts';
import { runCommand } from '../lib/command.ts';
import { ProgressLine } from '../lib/progress-line.ts';

await runCommand('Nothing was changed', main);

async function main(): Promise<number> {
	const { FIELD_KEY: after, FIELD_KEY_BEFORE: before } = await checkedEnvironment();
	const { openAsStored } = await import('../lib/open-database.ts');
	const { changeFieldKey } =
		await import('../../extensions/peer-mentoring/src/storage/platform/sealed-fields/change-key.ts');
	const { ownTables } = await import('../lib/unfinished.ts');
	// By this name the database tells this command from the platform's own connections.
	process.env.PGAPPNAME = 'field-key';
	const knex = await openAsStored();
	const progress = new ProgressLine();
	const wish = { before, after, tables: await ownTables(knex) };
	const { values, rows } = await changeFieldKey(knex, wish, (table, done) =>
		progress.tell('encrypting', `${table}, ${done} rows`),
	);
	progress.clear();
	const what =
		after === '' ? 'They are not encrypted any more' : before === '' ? 'They are encrypted' : 'They have another key';
	console.log(`${what}: ${values} National Insurance numbers in ${rows} rows.`);
	if (before !== '') console.log('FIELD_KEY_BEFORE is needed no more; a backup taken until now needs it.');
	return 0;
}
