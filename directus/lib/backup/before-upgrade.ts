/** A backup that an upgrade takes by itself before it changes anything, so that there is a way back. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readVariables } from '../../../extensions/peer-mentoring/src/environment/read-variables.ts';
import { effectiveEnvironment, type Knex } from '../directus.ts';
import { progress } from '../progress.ts';
import { takeBackup } from './take.ts';

const KEPT = 3;
const NAME = /^before-upgrade-\d{8}-\d{6}\.backup$/;

/** Takes it into the data folder, beside the last two. @returns where it is */
export async function backUpBeforeUpgrade(knex: Knex, data: string): Promise<string> {
	progress('taking a backup before the upgrade');
	const folder = join(data, 'backups');
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const moment = new Date().toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
	const out = join(folder, `before-upgrade-${moment}.backup`);
	const env = await effectiveEnvironment();
	const { BACKUP_KEY: key } = readVariables(env);
	await takeBackup(knex, { out, key, temporary: join(data, 'tmp'), env, tell: () => undefined });
	const older = readdirSync(folder)
		.filter((name) => NAME.test(name))
		.sort()
		.slice(0, -KEPT);
	for (const name of older) rmSync(join(folder, name));
	return out;
}
