/** From an empty or older database to one that is ready to serve: install, migrate, model, configuration, data. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import type { Variables } from '../../extensions/peer-mentoring/src/environment/variables.ts';
import { loadExtensions } from '../../extensions/peer-mentoring/src/storage/platform/records.ts';
import { createRecoveryCodesTable } from '../../extensions/peer-mentoring/src/storage/platform/recovery-codes.ts';
import { createSessionsTable } from '../../extensions/peer-mentoring/src/storage/platform/sign-in-sessions.ts';
import { createImportJobsTable } from '../../extensions/peer-mentoring/src/storage/journey/import-jobs.ts';
import { createCalendarsTable } from '../../extensions/peer-mentoring/src/storage/people/mentor-calendars.ts';
import { createSubmissionsTable } from '../../extensions/peer-mentoring/src/storage/journey/mentor-submissions.ts';
import { STATE_TABLE } from '../../extensions/peer-mentoring/src/storage/database/can-write.ts';
import { keepValuesOutOfErrors } from '../../extensions/peer-mentoring/src/storage/database/quiet-errors.ts';
import { useFieldKey } from '../../extensions/peer-mentoring/src/storage/platform/sealed-fields/field-key.ts';
import { createAdministratorDaysTable } from '../../extensions/peer-mentoring/src/storage/platform/administrator-days.ts';
import { createOfferedSecretsTable } from '../../extensions/peer-mentoring/src/storage/platform/offered-secrets.ts';
import { createUsedCodesTable } from '../../extensions/peer-mentoring/src/storage/platform/used-codes.ts';
import { installTrail, openForMigrations } from '../../extensions/peer-mentoring/src/storage/platform/trail/install.ts';
import { sealWaiting } from '../../extensions/peer-mentoring/src/storage/platform/trail/seal.ts';
import { createUnsettledTable } from '../../extensions/peer-mentoring/src/storage/writer/unsettled.ts';
import { settleEverything } from '../../extensions/peer-mentoring/src/storage/writer/recomputation.ts';
import { conflictLines } from './config/describe.ts';
import { configure } from './configure.ts';
import { checkedEnvironment } from './checked-environment.ts';
import { directus, type Knex } from './directus.ts';
import { root } from './environment.ts';
import { withStartLock } from './lock.ts';
import { backUpBeforeUpgrade } from './backup/before-upgrade.ts';
import { progress } from './progress.ts';
import { whyNot } from './why.ts';
import { goOnWithoutRedis } from './redis-away/go-on.ts';
import { loadDemoData } from './demo.ts';
import { beginFirstStart, createStateTable, finish } from './unfinished.ts';

type Seed = Variables['SEED'];

const SOURCES = [
	'schema-snapshot.yaml',
	'directus/**/*.yaml',
	'flows/*.yaml',
	'seed/reference/*.json',
	'extensions/peer-mentoring/src/domain/language/lists/*.json',
];
/** Made of code, and therefore part of what decides whether the database is up to date. */
const CODE = [
	'directus/lib/dictionary/entries.ts',
	'extensions/peer-mentoring/src/domain/language/choices.ts',
	'extensions/peer-mentoring/src/domain/language/open-lists.ts',
	'package-lock.json',
];

/**
 * Opens the database and brings it up to date; quick where nothing has changed since the last start.
 * @param restored whether a backup has just been put into it
 */
export async function prepareDatabase(data: string, { restored = false } = {}): Promise<Knex> {
	const { SEED: seed, FIELD_KEY } = await checkedEnvironment();
	await goOnWithoutRedis();
	const { default: database, validateDatabaseConnection, getDatabaseClient } = await directus('database/index');
	const knex = database();
	keepValuesOutOfErrors(knex);
	await validateDatabaseConnection(knex);
	if (getDatabaseClient(knex) === 'sqlite') {
		// Readers do not wait for a writer, and a power cut costs nothing that was committed.
		await knex.raw('pragma journal_mode = wal');
		// An import in a process of its own holds the file for seconds: wait for it instead of failing.
		await knex.raw('pragma busy_timeout = 60000');
		// What is deleted or emptied is overwritten, so that an erasure leaves nothing in the file (2.25).
		await knex.raw('pragma secure_delete = on');
	}
	await withStartLock(knex, getDatabaseClient(knex), async () => {
		if (!restored) await beginFirstStart(knex);
		await useFieldKey(knex, FIELD_KEY);
		const isUpgrade = !restored && (await isBehind(knex, seed));
		const backup = isUpgrade ? await backUpBeforeUpgrade(knex, data) : undefined;
		try {
			await install(knex);
			await updateWhereChanged(knex, data, seed);
		} catch (error) {
			throw backup ? new Error(wayBack(error, backup), { cause: error }) : error;
		}
		// Whoever has restored has more to do before anybody may rely on it.
		if (!restored) await finish(knex);
	});
	return knex;
}

/** Whether another version, or other files, have made this database what it is. */
async function isBehind(knex: Knex, seed: Seed): Promise<boolean> {
	if (!(await knex.schema.hasTable(STATE_TABLE))) return false;
	const made = await readState(knex, 'configuration');
	return made !== undefined && made !== fingerprint(seed);
}

function wayBack(error: unknown, backup: string): string {
	return `${whyNot(error)}\nThe platform as it was before this upgrade is in ${backup}: npm run restore, with the version that it had.`;
}

async function install(knex: Knex): Promise<void> {
	const { isInstalled, validateMigrations } = await directus('database/index');
	const migrations = await directus('database/migrations/run');
	if (await isInstalled()) {
		if (await validateMigrations()) return;
		await openForMigrations(knex);
		await migrations.default(knex, 'latest', false);
		return;
	}
	progress('creating the database');
	const { default: seed } = await directus('database/seeds/run');
	await seed(knex);
	await migrations.default(knex, 'latest', false);
	const { createAdmin } = await directus('utils/create-admin');
	const { getSchema } = await directus('utils/get-schema');
	await createAdmin(await getSchema());
}

async function updateWhereChanged(knex: Knex, data: string, seed: Seed): Promise<void> {
	await createStateTable(knex);
	for (const create of [
		createUnsettledTable,
		createSessionsTable,
		createRecoveryCodesTable,
		createUsedCodesTable,
		createOfferedSecretsTable,
		createAdministratorDaysTable,
		createSubmissionsTable,
		createCalendarsTable,
		createImportJobsTable,
	])
		await create(knex);
	const hash = fingerprint(seed);
	if ((await readState(knex, 'configuration')) !== hash) {
		const { conflicts } = await configure(knex, { reference: seed !== 'none', tell: progress });
		for (const line of conflictLines(conflicts)) console.log(line);
		progress('bringing the records up to date');
		await settleEverything(knex, today());
		await writeState(knex, 'configuration', hash);
	}
	await installTrail(knex);
	await loadExtensions(knex);
	if (seed === 'demo' && !(await readState(knex, 'demo'))) {
		progress('loading the demo data');
		await loadDemoData(knex, data);
		await writeState(knex, 'demo', 'loaded');
	}
	await sealWaiting(knex);
}

/** Changes with anything that the database is made from. */
function fingerprint(seed: Seed): string {
	const hash = createHash('sha256').update(seed === 'none' ? 'none' : 'reference');
	for (const path of [...globSync(SOURCES, { cwd: root }).sort(), ...CODE]) {
		hash.update(path).update(readFileSync(join(root, path)));
	}
	return hash.digest('hex');
}

/** Whatever `SEED` says, nobody invented comes among the people of a backup. */
export async function neverLoadDemo(knex: Knex): Promise<void> {
	await createStateTable(knex);
	await knex(STATE_TABLE).insert({ id: 'demo', value: 'restored' }).onConflict('id').ignore();
}

async function readState(knex: Knex, id: string): Promise<string | undefined> {
	return (await knex(STATE_TABLE).where({ id }).first('value'))?.value as string | undefined;
}

async function writeState(knex: Knex, id: string, value: string): Promise<void> {
	await knex(STATE_TABLE).insert({ id, value }).onConflict('id').merge();
}
