/** The import of a caseload: who may, what it loads, and the command that does the same. */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csv } from '../../support/csv.ts';
import { root } from '../../support/platform.ts';
import {
	begin,
	CONTRACT,
	end,
	FILES,
	mi,
	NEW_MENTOR,
	PERSON,
	REFERRED_ONLY,
	rowCounts,
	server,
	SESSION,
	world,
} from '../../support/scenes/import.ts';
import type { Client } from '../../support/server.ts';
import type { World } from '../../support/world.ts';

const created = (count: number) => ({ created: count, updated: 0, unchanged: 0 });
const unchanged = (count: number) => ({ created: 0, updated: 0, unchanged: count });

beforeAll(begin);
afterAll(end);

describe('POST /caseload/import', () => {
	describe('is refused to', () => {
		it.each<[string, number, () => Client]>([
			['nobody in particular', 401, () => server.anonymous],
			['a Peer Mentor', 403, () => (world.north.mentors[0] as { client: Client }).client],
			['a Supplier Manager', 403, () => world.north.manager],
			['the Buyer', 403, () => world.buyer],
		])('%s', async (_, status, client) => {
			const before = await rowCounts();
			const answer = await client().upload('/caseload/import', FILES);
			expect(answer.status).toBe(status);
			expect(answer.body.errors[0].extensions.code).toBeTypeOf('string');
			expect(await rowCounts()).toEqual(before);
		});

		it('Supplier MI who sends contracts', async () => {
			const before = await rowCounts();
			const answer = await mi.upload('/caseload/import', { ...FILES, contracts: csv('contracts', [CONTRACT]) });
			expect(answer.status).toBe(403);
			expect(await rowCounts()).toEqual(before);
		});
	});

	describe('loads the files of Supplier MI', () => {
		it('and says what was new', async () => {
			const { status, body } = await mi.upload('/caseload/import', FILES);
			expect({ status, body }).toEqual({
				status: 200,
				body: { data: { mentors: created(1), caseload: created(2), sessions: created(2) } },
			});
		});

		it('with the clocks of everybody in them', async () => {
			const { body } = await mi.get(
				'/items/service_level_clocks?filter[referral][reference][_eq]=I-1&fields=service_level,due_on,met_on,status&sort=service_level',
			);
			expect(body.data).toEqual([
				{ service_level: 'baseline_survey', due_on: '2023-10-16', met_on: '2023-10-16', status: 'met' },
				{ service_level: 'diagnostic_interview', due_on: '2023-10-23', met_on: '2023-10-16', status: 'met' },
				{ service_level: 'four_sessions', due_on: '2023-11-27', met_on: null, status: 'missed' },
				{ service_level: 'initial_meeting', due_on: '2023-10-16', met_on: '2023-10-09', status: 'met' },
				{ service_level: 'smart_action_plan', due_on: '2023-10-30', met_on: '2023-10-27', status: 'met' },
				{ service_level: 'survey_six_months', due_on: '2024-04-16', met_on: null, status: 'missed' },
				{ service_level: 'survey_twelve_months', due_on: '2024-10-16', met_on: null, status: 'missed' },
			]);
		});

		it('so that the Mentee stands in the lists of the Peer Mentor', async () => {
			const { body } = await world.admin.get(
				'/items/mentees?filter[reference][_eq]=I-1&fields=name,nino,benefits,start_on,stage,sessions_counted,peer_mentor.name',
			);
			expect(body.data).toEqual([
				{
					name: 'Gwen Test-Invented',
					nino: 'QQ123456C',
					benefits: ['universal_credit'],
					start_on: '2023-10-16',
					stage: 'planned',
					sessions_counted: 1,
					peer_mentor: { name: 'Carys Test-Newydd' },
				},
			]);
		});

		it('and gives a new Peer Mentor an account without a password', async () => {
			const { body } = await world.admin.get(
				`/users?filter[email][_eq]=${NEW_MENTOR.email}&fields=password,role.name,supplier`,
			);
			expect(body.data).toEqual([{ password: null, role: { name: 'Peer Mentor' }, supplier: world.north.id }]);
		});

		it('and changes nothing when they come again', async () => {
			const before = await rowCounts();
			const { body } = await mi.upload('/caseload/import', FILES);
			expect(body.data).toEqual({ mentors: unchanged(1), caseload: unchanged(2), sessions: unchanged(2) });
			expect(await rowCounts()).toEqual(before);
		});

		it('and notes who loaded them, and nothing about anybody', async () => {
			const { body } = await world.admin.get(
				'/activity?filter[action][_eq]=import&fields=action,collection,user.email',
			);
			expect(body.data).toContainEqual({
				action: 'import',
				collection: 'referrals',
				user: { email: 'test-9-mi@example.org' },
			});
			expect(server.output()).not.toContain('Test-Invented');
		});

		it.each<[string, object, string, unknown]>([
			['a telephone number that had lost its zero', { phone: '7700900123' }, 'phone', '7700900123'],
			['the end of the support', { ended_on: '2023-12-11', end_reason: 'completed' }, 'ended_on', '2023-12-11'],
			['a name', { last_name: 'Test-Other' }, 'name', 'Gwen Test-Other'],
		])('and takes over %s', async (_, change, field, value) => {
			const { body } = await mi.upload('/caseload/import', {
				caseload: csv('caseload', [{ ...PERSON, ...change }, REFERRED_ONLY]),
			});
			expect(body.data.caseload).toEqual({ created: 0, updated: 1, unchanged: 1 });
			const found = await mi.get(`/items/mentees?filter[reference][_eq]=I-1&fields=${field}`);
			expect(found.body.data).toEqual([{ [field]: value }]);
		});

		it('and leaves what is known where a cell is empty', async () => {
			const { body } = await mi.upload('/caseload/import', {
				caseload: csv('caseload', [{ ...PERSON, last_name: 'Test-Other', phone: null, start_on: null }]),
			});
			expect(body.data.caseload).toEqual(unchanged(1));
		});

		it('and hands every record over with the Mentee', async () => {
			const { email, user } = world.north.mentors[0] as World['north']['mentors'][number];
			await mi.upload('/caseload/import', { caseload: csv('caseload', [{ ...PERSON, mentor_email: email }]) });
			for (const collection of ['sessions', 'action_plans', 'service_level_clocks']) {
				const { body } = await mi.get(`/items/${collection}?filter[mentee][reference][_eq]=I-1&fields=mentor_user`);
				expect(new Set(body.data.map((row: { mentor_user: string }) => row.mentor_user))).toEqual(new Set([user]));
			}
		});

		it('and opens the Mentee record of somebody who attended a session', async () => {
			const sessions = csv('sessions', [{ ...SESSION, reference: 'I-2', held_on: '2023-11-20' }]);
			const { body } = await mi.upload('/caseload/import', { sessions });
			expect(body).toEqual({ data: { sessions: created(1) } });
			const { body: mentees } = await mi.get('/items/mentees?filter[reference][_eq]=I-2&fields=stage,sessions_counted');
			expect(mentees.data).toEqual([{ stage: 'started', sessions_counted: 1 }]);
		});

		it('and says what it left out: the NINO of somebody who did not start', async () => {
			const { status, body } = await mi.upload('/caseload/import', {
				caseload: csv('caseload', [{ ...REFERRED_ONLY, reference: 'I-3', dwp_customer: 'yes', nino: 'QQ123456C' }]),
			});
			expect(status).toBe(200);
			expect(body.meta.notices).toEqual([
				{
					code: 'VALUE_LEFT_OUT',
					file: 'caseload.csv',
					line: 2,
					column: 'nino',
					message: expect.stringContaining('people who start (2.6)'),
				},
			]);
		});
	});

	it('loads contracts for an Administrator, and the same again changes nothing', async () => {
		const contracts = csv('contracts', [CONTRACT]);
		expect((await world.admin.upload('/caseload/import', { contracts })).body.data).toEqual({ contracts: created(1) });
		expect((await world.admin.upload('/caseload/import', { contracts })).body.data).toEqual({
			contracts: unchanged(1),
		});
		const changed = csv('contracts', [{ ...CONTRACT, cpas: '5' }]);
		expect((await world.admin.upload('/caseload/import', { contracts: changed })).body.data.contracts.updated).toBe(1);
	});

	it('takes two imports of the same file at once as one and one that changes nothing', async () => {
		const rows = Array.from({ length: 300 }, (_, index) => ({ ...REFERRED_ONLY, reference: `TWICE-${index}` }));
		const parts = { caseload: csv('caseload', rows) };
		const answers = await Promise.all([mi.upload('/caseload/import', parts), mi.upload('/caseload/import', parts)]);
		expect(answers.map(({ status }) => status)).toEqual([200, 200]);
		const counts = answers.map(({ body }) => body.data.caseload).sort((a, b) => b.created - a.created);
		expect(counts).toEqual([created(300), unchanged(300)]);
	});
});

describe('npm run import', () => {
	/** Writes the files and starts the command on the server's own database. */
	function start(files: Record<string, string>, options: readonly string[] = []) {
		const folder = join(server.data, 'files');
		mkdirSync(folder, { recursive: true });
		const paths = Object.entries(files).map(([name, text]) => {
			const path = join(folder, `${name}.csv`);
			writeFileSync(path, text);
			return path;
		});
		const command = join(root, 'directus', 'commands', 'import.ts');
		const child = spawn(process.execPath, [command, ...options, ...paths], { env: server.env, cwd: root });
		let output = '';
		const ended = new Promise<number | null>((done) => child.once('close', done));
		const seen = (text: string) =>
			new Promise<void>((found) => {
				const look = (chunk: Buffer) => {
					output += chunk.toString();
					if (output.includes(text)) found();
				};
				child.stdout.on('data', look);
				child.stderr.on('data', look);
			});
		return { child, seen, ended, output: () => output };
	}

	const many = Array.from({ length: 4000 }, (_, index) => ({ ...PERSON, reference: `MANY-${index}` }));
	const big = {
		caseload: csv('caseload', many),
		sessions: csv(
			'sessions',
			many.map(({ reference }) => ({ ...SESSION, reference })),
		),
	};

	it('leaves nothing when it is killed in the middle, and loads all of it afterwards', async () => {
		const before = await rowCounts();
		const killed = start(big);
		// Everything is written by then, and nothing is committed.
		await killed.seen('due dates');
		killed.child.kill('SIGKILL');
		await killed.ended;
		expect(killed.output()).not.toContain('created');
		expect(await rowCounts()).toEqual(before);

		const again = start(big);
		const summary = again.seen('unchanged');
		expect(await again.ended).toBe(0);
		await summary;
		expect(again.output()).toMatch(/caseload +4000 +0 +0\nsessions +4000 +0 +0/);
		expect((await rowCounts()).referrals).toBe((before.referrals as number) + 4000);
	}, 240_000);

	it('only says what a load would come to with --dry-run', async () => {
		const before = await rowCounts();
		const tried = start({ tried: csv('caseload', [{ ...REFERRED_ONLY, reference: 'DRY-1' }]) }, ['--dry-run']);
		const closing = tried.seen('nothing was loaded');
		expect(await tried.ended).toBe(0);
		await closing;
		expect(tried.output()).toMatch(/faulty\ncaseload +1 +0 +0 +0\n/);
		expect(await rowCounts()).toEqual(before);
	});

	it('prints every fault with its place and ends with 1', async () => {
		const before = await rowCounts();
		const refused = start({ bad: csv('sessions', [{ ...SESSION, held_on: '2023-06-31' }]) });
		const closing = refused.seen('Nothing was loaded.');
		expect(await refused.ended).toBe(1);
		await closing;
		expect(refused.output()).toMatch(/bad\.csv, line 2, held_on: held_on names a day that does not exist/);
		expect(await rowCounts()).toEqual(before);
	});
});
