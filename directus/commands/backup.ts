/** `npm run backup -- --out FILE`: everything there is, in one file, while the platform runs. */
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from '../lib/command.ts';
import { ProgressLine } from '../lib/progress-line.ts';

const USAGE = 'Usage: npm run backup -- --out FILE';

await runCommand('No backup was taken', main);

async function main(data: string): Promise<number> {
	const { out } = parseArgs({ options: { out: { type: 'string' } } }).values;
	if (!out) {
		console.error(USAGE);
		return 2;
	}
	const path = resolve(process.env.INIT_CWD ?? process.cwd(), out);
	const { openDatabase } = await import('../lib/open-database.ts');
	const { readUnfinished } = await import('../lib/unfinished.ts');
	const { takeBackup } = await import('../lib/backup/take.ts');
	const { effectiveEnvironment } = await import('../lib/directus.ts');
	const { readVariables } = await import('../../extensions/peer-mentoring/src/environment/read-variables.ts');
	const knex = await openDatabase();
	const begun = await readUnfinished(knex);
	if (begun) throw new Error(`The database holds a ${begun} that has not come to its end.`);
	const env = await effectiveEnvironment();
	const { BACKUP_KEY: key } = readVariables(env);
	const progress = new ProgressLine();
	const manifest = await takeBackup(knex, {
		out: path,
		key,
		temporary: join(data, 'tmp'),
		env,
		tell: (entry) => progress.tell('writing', entry),
	});
	progress.clear();
	const tables = Object.values(manifest.tables);
	const rows = tables.reduce((sum, table) => sum + table.rows, 0);
	const files = Object.keys(manifest.entries).filter((name) => name.startsWith('files/')).length;
	const missing = manifest.missing_files.length;
	console.log(
		`${out}: ${tables.length} tables with ${rows} rows, ${files} files, ${statSync(path).size} bytes, ${key ? 'encrypted with BACKUP_KEY' : 'not encrypted, as BACKUP_KEY is not set'}`,
	);
	if (missing > 0)
		console.log(`${missing} files that the database names were not there: ${manifest.missing_files.join(', ')}`);
	return 0;
}
