/** `npm run restore -- --from FILE [--register FILE]`: a backup into an empty place, and what was asked for since. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { registerPlace } from '../../extensions/peer-mentoring/src/environment/register-place.ts';
import { Register, type Registered } from '../../extensions/peer-mentoring/src/storage/privacy/register.ts';
import { checkedEnvironment } from '../lib/checked-environment.ts';
import { runCommand } from '../lib/command.ts';
import { effectiveEnvironment } from '../lib/directus.ts';
import { ProgressLine } from '../lib/progress-line.ts';

const USAGE = `Usage: npm run restore -- --from FILE [--register FILE]
Puts a backup into an empty DATA_DIR or database. The register says who has been erased, or has withdrawn consent, since
the backup was taken; where none is named, it is the one that ERASURE_REGISTER or DATA_DIR leads to.`;

const CONSEQUENCES: Record<string, string> = {
	SECRET: 'everybody signs in anew.',
	FIELD_KEY: 'what was encrypted with it cannot be read until it is set to the one that it was.',
};

await runCommand('Nothing was restored', main);

async function main(data: string): Promise<number> {
	const { from, register } = parseArgs({
		options: { from: { type: 'string' }, register: { type: 'string' } },
	}).values;
	if (!from) {
		console.error(USAGE);
		return 2;
	}
	const here = (path: string) => resolve(process.env.INIT_CWD ?? process.cwd(), path);
	if (!existsSync(here(from))) throw new Error(`There is no file ${from}.`);
	const { BACKUP_KEY: key } = await checkedEnvironment();
	const env = await effectiveEnvironment();
	const place = registerPlace(env);
	const named = register === undefined ? place.path : here(register);
	if (register !== undefined && !existsSync(named)) throw new Error(`There is no register ${register}.`);
	const entries = readRegister(new Register(named, place.keys), named);
	const { restore } = await import('../lib/backup/restore.ts');
	const { otherKeys } = await import('../lib/backup/manifest.ts');
	const progress = new ProgressLine();
	const { manifest, replayed, files } = await restore({
		from: here(from),
		key,
		data,
		env,
		register: entries,
		tell: (what, detail) => progress.tell(what, detail),
	});
	progress.clear();
	// What the register says of people whom only a newer backup knows stays known.
	if (entries.length > 0) new Register(place.path, place.keys).add(entries);
	const tables = Object.values(manifest.tables);
	const rows = tables.reduce((sum, table) => sum + table.rows, 0);
	console.log(
		`Restored and verified: ${tables.length} tables with ${rows} rows and ${files} files, as they were at ${manifest.taken_at}.`,
	);
	if (existsSync(named)) {
		console.log(
			`Since then, by the register: ${replayed.erased} erased again, ${replayed.withdrawn} withdrawals of consent recorded again, ${replayed.unknown} of people whom the backup does not know.`,
		);
	} else {
		console.log(
			`There is no register at ${named}: whoever was erased, or withdrew consent, after the backup was taken is there again. If a register was kept elsewhere, empty the place and restore again with --register FILE.`,
		);
	}
	if (replayed.erased > 0) {
		console.log('What was uploaded about them leaves the disk with the first start: start before you back up again.');
	}
	for (const name of otherKeys(manifest, env)) {
		console.log(`${name} is another than where the backup was taken: ${CONSEQUENCES[name]}`);
	}
	console.log('Everybody signs in with the password that they had; so does the Administrator.');
	console.log(
		'Who was suspended, and which Referral links were withdrawn, since then gets in again: suspend and withdraw them once more before anybody works here.',
	);
	return 0;
}

function readRegister(register: Register, path: string): Registered[] {
	const { entries, locked, lockedBy } = register.read();
	if (locked > 0) {
		throw new Error(
			`${locked} lines of the register ${path} cannot be read: set ${lockedBy.join(' and ')} to what they were sealed with, or they have been altered.`,
		);
	}
	return entries;
}
