/** A restore drill: README's page "Backup and restore" followed to the letter, while somebody is erased in between. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../support/client.ts';
import { STATEMENT } from '../../support/complete-forms.ts';
import { blankCopy } from '../../support/copies.ts';
import { discard, environment, lane, root, type Copy } from '../../support/platform.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';
import { everyTable, openDatabase } from '../../support/tables.ts';
import { soon } from '../../support/trouble.ts';
import { worldOf, type World } from '../../support/world.ts';

const BACKUP_KEY = 'tests-only-backup-key';
const ERASED = ['Zebedee', 'Quillfeather', '900418'];

let server: TestServer;
let world: World;
let mentor: Client;
/** Where README keeps backups and the register. */
let shelf: string;
let place: Copy;
let restored: NodeJS.ProcessEnv;
let before: Map<string, string[]>;
const referrals: Record<string, string> = {};
let calendar: Awaited<ReturnType<Client['post']>>;

interface Said {
	status: number | null;
	output: string;
}

/** Runs a command as npm does. */
async function run(line: string, env: NodeJS.ProcessEnv): Promise<Said> {
	const [command = '', , ...args] = line.replace('npm run ', '').replaceAll('/backups/', `${shelf}/`).split(' ');
	const child = spawn(process.execPath, [join(root, 'directus/bin/run.mjs'), command, ...args], { env, cwd: root });
	let output = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
	const status = await new Promise<number | null>((done) => child.on('close', done));
	return { status, output };
}

/** The lines of README's page that begin with `npm run`. */
function commands(): string[] {
	const page = readFileSync(join(root, 'README.md'), 'utf8').split('\n## Backup and restore\n')[1]?.split('\n## ')[0];
	return (page?.match(/^npm run .*$/gm) ?? []) as string[];
}
const command = (name: string) => commands().find((line) => line.startsWith(`npm run ${name}`)) as string;

async function refer(last_name: string, more = {}): Promise<string> {
	const person = { first_name: 'Zebedee', last_name, route: 'third_party', permission_obtained: true, ...more };
	const { status, body } = await mentor.post('/items/referrals?fields=id', { ...person, received_on: '2023-10-02' });
	if (status !== 200) throw new Error(JSON.stringify(body));
	return (referrals[last_name] = body.data.id);
}

async function decide(referral: string, decision: string, decided_on: string): Promise<void> {
	const consent = { referral, supplier: world.north.id, decision, decided_on, ...STATEMENT };
	const { status, body } = await mentor.post('/items/consents', consent);
	if (status !== 200) throw new Error(JSON.stringify(body));
}

beforeAll(async () => {
	shelf = mkdtempSync(join(tmpdir(), 'backups-'));
	const ERASURE_REGISTER = join(shelf, 'erasures.register');
	server = await startTestServer({ seed: 'world', env: { BACKUP_KEY, ERASURE_REGISTER } });
	world = await worldOf(server);
	mentor = world.north.mentors[0]?.client as Client;
	await refer('Quillfeather', { phone: '07700 900418' });
	await refer('Withdraws', { first_name: 'Wyn' });
	await decide(referrals.Withdraws as string, 'given', '2023-10-05');
	before = await everyTable(server.env);
	calendar = await mentor.post('/calendar-feed', {});

	expect(await run(command('backup'), server.env)).toMatchObject({ status: 0 });
	await refer('Newcomer');
	for (const referral of [referrals.Quillfeather, referrals.Newcomer]) {
		const erasure = { referral, requested_on: '2026-01-05', reason: 'Article 17(1)(b)' };
		expect((await world.admin.post('/items/erasures', erasure)).status).toBe(200);
	}
	await decide(referrals.Withdraws as string, 'withdrawn', '2024-01-05');
	const lines = () => (existsSync(ERASURE_REGISTER) ? readFileSync(ERASURE_REGISTER, 'utf8').split('\n').length : 0);
	expect(await soon(10, async () => lines() > 3)).toBe(true);

	place = await blankCopy();
	restored = environment(place, { BACKUP_KEY });
});
afterAll(async () => {
	await server.stop();
	if (place) await discard(place);
	rmSync(shelf, { recursive: true, force: true });
});

describe('a backup that is not as it was taken', () => {
	it('is refused, and leaves the place as empty as it was', async () => {
		const [name] = readdirSync(shelf).filter((each) => each.endsWith('.backup'));
		const bytes = readFileSync(join(shelf, name as string));
		bytes.writeUInt8(bytes.readUInt8(bytes.length - 20) ^ 1, bytes.length - 20);
		writeFileSync(join(shelf, 'altered'), bytes);
		const { status, output } = await run('npm run restore -- --from /backups/altered', restored);
		expect([status, output]).toEqual([1, expect.stringContaining('has been altered')]);
		expect([...(await everyTable(restored)).keys()]).toEqual([]);
	});

	it.runIf(lane === 'postgres')('is refused where the database is of the other kind', async () => {
		const other = await blankCopy('sqlite');
		const { status, output } = await run(command('restore'), environment(other, { BACKUP_KEY }));
		expect([status, output]).toEqual([1, expect.stringContaining('restored into the same kind')]);
		await discard(other);
	});
});

describe('the restore drill', () => {
	let said: Said;
	beforeAll(async () => {
		said = await run(command('restore'), restored);
	});

	it('says what came back, and what was done again', () => {
		expect(said.output).toMatch(/Restored and verified: \d+ tables with \d+ rows/);
		expect(said.output).toContain('1 erased again, 1 withdrawals of consent recorded again, 1 of people whom');
		expect(said.output).toContain('SECRET is another than where the backup was taken: everybody signs in anew.');
		expect(said.status).toBe(0);
	});

	it('brings back every row of whoever asked for nothing', async () => {
		const after = await everyTable(restored);
		// Those of the contract follow from months in which whoever is erased does not count any more.
		const follow = ['service_level_results', 'performance_improvement_plans'];
		const counted = [before, after].flatMap((tables) => follow.flatMap((table) => tables.get(table) ?? []));
		const keys = [...Object.values(referrals), ...counted.map((row) => JSON.parse(row).id as string)];
		// The chain goes on with what was done again; `npm run verify` looks at it.
		keys.push('platform_trail_');
		const ofOthers = (rows: string[] = []) => rows.filter((row) => !keys.some((key) => row.includes(key)));
		const own = [...before.keys()].filter(
			(table) => !/^(platform_state|platform_trail_.*|unsettled_writes)$/.test(table),
		);
		expect(own.length).toBeGreaterThan(80);
		const changed = own.flatMap((table) => {
			const [was, is] = [ofOthers(before.get(table)), ofOthers(after.get(table))];
			const differs = [...was.filter((row) => !is.includes(row)), ...is.filter((row) => !was.includes(row))];
			return differs.map((row) => `${table}: ${row}`);
		});
		expect(changed.join('\n')).toBe('');
	});

	it('brings back nothing of whoever was erased: in no table, revision or file', async () => {
		const found = [...(await everyTable(restored))].flatMap(([table, rows]) =>
			ERASED.flatMap((word) => (rows.some((row) => row.includes(word)) ? `${table}: ${word}` : [])),
		);
		expect(found).toEqual([]);
		if (lane === 'sqlite') {
			const bytes = readFileSync(join(place.data, 'database.sqlite'));
			expect(ERASED.filter((word) => bytes.includes(word))).toEqual([]);
		}
	});

	it('knows that consent was withdrawn', async () => {
		const knex = openDatabase(restored);
		const row = await knex('referrals')
			.where({ id: referrals.Withdraws as string })
			.first('restricted');
		expect(Boolean(row.restricted)).toBe(true);
		await knex.destroy();
	});

	it('forgets the addresses of calendars, which may have been renewed since', async () => {
		expect(calendar.status).toBe(200);
		expect((await everyTable(restored)).get('mentor_calendars')).toEqual([]);
	});

	it('is verified, and tells what has been altered since', async () => {
		expect(await run(command('verify'), restored)).toMatchObject({
			status: 0,
			output: expect.stringContaining('Everything agrees'),
		});
		const knex = openDatabase(restored);
		const clock = await knex('service_level_clocks').whereNotNull('referral').first('id', 'referral');
		await knex('service_level_clocks').where({ id: clock.id }).update({ month: '2001-01' });
		const { reference } = await knex('referrals').where({ id: clock.referral }).first('reference');
		await knex.destroy();
		const { status, output } = await run(command('verify'), restored);
		expect([status, output]).toEqual([1, expect.stringContaining(`referral ${reference}: differs`)]);
		expect(output).toMatch(/service_level_clocks \(.*month/);
	});

	it('is not repeated over what is there', async () => {
		const { status, output } = await run(command('restore'), restored);
		expect([status, output]).toEqual([1, expect.stringContaining('an empty place only')]);
	});
});
