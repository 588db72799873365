/**
 * A hundred kills, of first starts, of upgrades and among people who write all at once: whatever was acknowledged is
 * there, no import or submission is there in part, and everything agrees with its records.
 */
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Knex } from 'knex';
import { afterEach, describe, expect, it } from 'vitest';
import { busyPeople, nothingYet, untilNobodyAnswers, type Acknowledged } from '../../support/busy-people.ts';
import { blankCopy } from '../../support/copies.ts';
import { discard, environment, previousVersion, root, type Copy } from '../../support/platform.ts';
import { startTestServer } from '../../support/server.ts';
import { openDatabase } from '../../support/tables.ts';
import { soon } from '../../support/trouble.ts';

const FIRST_STARTS = 10;
const UPGRADES = 10;
const AMONG_WRITERS = 80;
/** As long as each of them takes on a quiet machine, in milliseconds. */
const FIRST_START = 25_000;
const UPGRADE = 12_000;
/** So many of what was acknowledged are looked for at a time. */
const BATCH = 200;
const MINUTES = 60_000;

interface Ended {
	status: number | null;
	output: string;
}

/** Runs a script of the project. @param killed after so many milliseconds */
function run(script: string, env: NodeJS.ProcessEnv, killed?: number): Promise<Ended> {
	const child = spawn(process.execPath, [join(root, script)], { env, cwd: root });
	let output = '';
	child.stdout.on('data', (chunk) => (output += chunk));
	child.stderr.on('data', (chunk) => (output += chunk));
	const clock = killed === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killed);
	return new Promise((done) =>
		child.on('close', (status) => {
			clearTimeout(clock);
			done({ status, output });
		}),
	);
}

const prepare = (env: NodeJS.ProcessEnv, killed?: number) => run('tests/support/prepare.ts', env, killed);
const verify = (env: NodeJS.ProcessEnv) => run('directus/commands/verify.ts', env);

describe.each([
	{ what: 'a first start', times: FIRST_STARTS, from: () => blankCopy(), seed: 'demo', lasts: FIRST_START },
	{ what: 'an upgrade', times: UPGRADES, from: () => previousVersion(), seed: 'reference', lasts: UPGRADE },
])('$what that is killed', ({ times, from, seed, lasts }) => {
	let copy: Copy;
	afterEach(() => discard(copy));

	it.each(Array.from({ length: times }, () => ({ moment: randomInt(300, lasts) })))(
		'after $moment ms is completed by the next start, and agrees',
		async ({ moment }) => {
			copy = await from();
			const env = environment(copy, { SEED: seed });
			await prepare(env, moment);
			expect(await prepare(env)).toEqual({ status: 0, output: expect.any(String) });
			expect(await verify(env)).toEqual({ status: 0, output: expect.stringContaining('Everything agrees') });
		},
		5 * MINUTES,
	);
});

describe('a server that is killed among people who write', () => {
	it(
		`has everything that it acknowledged, and nothing in part, ${AMONG_WRITERS} times`,
		async () => {
			const server = await startTestServer({ seed: 'demo', own: true });
			const knex = openDatabase(server.env);
			const said = nothingYet();
			try {
				const people = await busyPeople(server);
				for (let kill = 1; kill <= AMONG_WRITERS; kill++) {
					const writing = untilNobodyAnswers(people, said);
					await wait(randomInt(50, 3000));
					process.kill(server.pid, 'SIGKILL');
					await writing;
					await server.restart();
					expect([kill, await lost(knex, said)]).toEqual([kill, []]);
					let found: Ended = { status: null, output: '' };
					const agrees = async () => (found = await verify(server.env)).status === 0;
					await soon(60, agrees);
					expect([kill, found.output]).toEqual([kill, expect.stringContaining('Everything agrees')]);
				}
				expect(said.writes).toBeGreaterThan(2 * AMONG_WRITERS);
				expect(said.imports.filter(({ done }) => done)).not.toEqual([]);
				expect(said.submitted).toBeGreaterThan(0);
			} finally {
				await knex.destroy();
				await server.stop();
			}
		},
		60 * MINUTES,
	);
});

/** What was acknowledged and is not there, what is there again, and imports and submissions that are there in part. */
async function lost(knex: Knex, { there, gone, imports, submitted }: Acknowledged): Promise<string[]> {
	const faults: string[] = [];
	const missing = (await sorted(knex, there)).missing.map(({ table, key }) => `${table} ${key} is lost`);
	const back = (await sorted(knex, gone)).found.map(({ table, key }) => `${table} ${key} is there again`);
	faults.push(...missing, ...back);
	const all = imports.flatMap(({ references }) => references);
	const loaded = await present(knex, 'referrals', 'reference', all);
	for (const { references, done } of imports) {
		const count = references.filter((reference) => loaded.has(reference)).length;
		if (count !== references.length && (done || count > 0)) faults.push(`${count} of ${references.length} were loaded`);
	}
	const { versions } = (await knex('mi_return_versions').count({ versions: '*' }).first()) as { versions: unknown };
	if (Number(versions) < submitted) faults.push(`${versions} versions of returns, where ${submitted} were submitted`);
	return faults;
}

/** Rows by whether they are in the database. */
async function sorted(knex: Knex, rows: Acknowledged['there']) {
	const found: Acknowledged['there'] = [];
	for (const [table, own] of Map.groupBy(rows, (row) => row.table)) {
		const keys = own.map(({ key }) => key);
		const known = await present(knex, table, 'id', keys);
		found.push(...own.filter(({ key }) => known.has(key)));
	}
	return { found, missing: rows.filter((row) => !found.includes(row)) };
}

async function present(knex: Knex, table: string, column: string, values: readonly string[]): Promise<Set<string>> {
	const found = new Set<string>();
	for (let start = 0; start < values.length; start += BATCH) {
		const rows = await knex(table)
			.whereIn(column, values.slice(start, start + BATCH))
			.select(column);
		for (const row of rows) found.add(String(row[column]));
	}
	return found;
}
