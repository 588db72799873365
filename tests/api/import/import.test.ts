import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { csv } from '../../support/csv.ts';
import { root } from '../../support/platform.ts';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';
import { makeWorld, type World } from '../../support/world.ts';

let server: TestServer;
let world: World;
let mi: Client;

beforeAll(async () => {
	server = await startTestServer();
	world = await makeWorld(server);
	mi = world.north.mi;
});
afterAll(() => server.stop());

const COLLECTIONS = [
	'suppliers',
	'call_off_contracts',
	'contract_cpas',
	'peer_mentors',
	'fte_assignments',
	'referrals',
	'initial_meetings',
	'mentees',
	'diagnostic_interviews',
	'action_plans',
	'baseline_surveys',
	'sessions',
	'service_level_clocks',
];

/** How many rows there are of everything that an import writes. */
async function rowCounts(): Promise<Record<string, number>> {
	const counts: Record<string, number> = {};
	for (const collection of COLLECTIONS) {
		const { body } = await world.admin.get(`/items/${collection}?aggregate[count]=*`);
		counts[collection] = Number(body.data[0].count);
	}
	const { body } = await world.admin.get('/users?aggregate[count]=*');
	return { ...counts, accounts: Number(body.data[0].count) };
}

const NEW_MENTOR = {
	email: 'new-mentor@example.org',
	first_name: 'Carys',
	last_name: 'Test-Newydd',
	contract: 'TEST-9',
	delivery_area: 'Flintshire',
	weekly_hours: 20,
	from: '2024-02-12',
};
const PERSON = {
	reference: 'I-1',
	contract: 'TEST-9',
	cpa: 9,
	route: 'jobcentre_plus',
	received_on: '2023-10-02',
	mentor_email: 'new-mentor@example.org',
	first_name: 'Gwen',
	last_name: 'Test-Invented',
	phone: '07700900123',
	aged_18_or_over: 'yes',
	preferred_language: 'cy-GB',
	dwp_customer: 'yes',
	nino: 'QQ 12 34 56 C',
	benefit_type: 'universal_credit',
	initial_meeting_on: '2023-10-09',
	initial_meeting_outcome: 'start',
	start_on: '2023-10-16',
	diagnostic_interview_on: '2023-10-16',
	action_plan_agreed_on: '2023-10-27',
	action_plan_evidence: 'wet',
	baseline_survey_on: '2023-10-16',
};
const REFERRED_ONLY = { reference: 'I-2', contract: 'TEST-9', cpa: 9, route: 'third_party', received_on: '2023-11-01' };
const SESSION = { reference: 'I-1', held_on: '2023-10-16', minutes: 60, mode: 'face_to_face', attendance: 'attended' };

const FILES = {
	mentors: csv('mentors', [NEW_MENTOR]),
	caseload: csv('caseload', [PERSON, REFERRED_ONLY]),
	sessions: csv('sessions', [SESSION, { ...SESSION, held_on: '2023-10-23', attendance: 'missed', minutes: null }]),
};
const CONTRACT = {
	reference: 'TEST-NEW',
	supplier: 'New Test Supplier',
	cpas: '4;5',
	start_date: '2023-12-04',
	working_day_calendar: 'scotland',
	total_value: '1000.00',
	implementation_costs: '300.00',
};

const created = (count: number) => ({ created: count, updated: 0, unchanged: 0 });
const unchanged = (count: number) => ({ created: 0, updated: 0, unchanged: count });

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
				{ file: 'caseload.csv', line: 2, column: 'nino', message: expect.stringContaining('people who start (2.6)') },
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

	describe('refuses, and changes nothing', () => {
		let before: Record<string, number>;
		beforeEach(async () => {
			before = await rowCounts();
		});

		type Row = Record<string, string | number | null>;
		const caseload = (change: Row) => ({ caseload: csv('caseload', [{ ...PERSON, reference: 'I-9', ...change }]) });
		const mentors = (change: Row) => ({ mentors: csv('mentors', [{ ...NEW_MENTOR, ...change }]) });
		const contracts = (change: Row) => ({ contracts: csv('contracts', [{ ...CONTRACT, ...change }]) });
		const sessions = (change: Row) => ({ sessions: csv('sessions', [{ ...SESSION, ...change }]) });

		it.each<[string, Record<string, string>, string, string | null, string]>([
			['an unknown contract', caseload({ contract: 'TEST-0' }), 'caseload.csv', 'contract', 'UNKNOWN_RECORD'],
			[
				'another Supplier’s contract',
				caseload({ contract: 'TEST-1', cpa: 1 }),
				'caseload.csv',
				'contract',
				'UNKNOWN_RECORD',
			],
			['an area outside the contract', caseload({ cpa: 2 }), 'caseload.csv', 'cpa', 'CONTRADICTION'],
			['31 June', caseload({ received_on: '2023-06-31' }), 'caseload.csv', 'received_on', 'WRONG_VALUE'],
			['a day in the future', caseload({ ended_on: '2099-01-01' }), 'caseload.csv', 'ended_on', 'RULE'],
			['a date before the one it follows', caseload({ start_on: '2023-10-01' }), 'caseload.csv', 'start_on', 'RULE'],
			['a NINO of the wrong form', caseload({ nino: 'AB12345' }), 'caseload.csv', 'nino', 'WRONG_VALUE'],
			['the NINO of no DWP customer', caseload({ dwp_customer: 'no' }), 'caseload.csv', 'nino', 'RULE'],
			[
				'somebody under 18 who starts',
				caseload({ aged_18_or_over: 'no' }),
				'caseload.csv',
				'initial_meeting_outcome',
				'RULE',
			],
			[
				'an unknown Peer Mentor',
				caseload({ mentor_email: 'x@example.org' }),
				'caseload.csv',
				'mentor_email',
				'UNKNOWN_RECORD',
			],
			[
				'a Peer Mentor of another Supplier',
				caseload({ mentor_email: 'test-1-mentor1@example.org' }),
				'caseload.csv',
				'mentor_email',
				'UNKNOWN_RECORD',
			],
			[
				'an account of another Supplier',
				mentors({ email: 'test-1-mentor1@example.org' }),
				'mentors.csv',
				'email',
				'NOT_ALLOWED',
			],
			[
				'an account of another role',
				mentors({ email: 'test-9-manager@example.org' }),
				'mentors.csv',
				'email',
				'NOT_ALLOWED',
			],
			[
				'a name that an account has no room for',
				mentors({ first_name: 'x'.repeat(51) }),
				'mentors.csv',
				'first_name',
				'WRONG_VALUE',
			],
			[
				'a delivery area of another CPA',
				mentors({ delivery_area: 'Hull' }),
				'mentors.csv',
				'delivery_area',
				'CONTRADICTION',
			],
			['more FTE than Annex C allows', fullArea(), 'mentors.csv', 'weekly_hours', 'RULE'],
			['a session of nobody', sessions({ reference: 'I-0' }), 'sessions.csv', 'reference', 'UNKNOWN_RECORD'],
			['a session before the start', sessions({ held_on: '2023-10-02' }), 'sessions.csv', 'held_on', 'RULE'],
			[
				'a missed session of somebody who did not start',
				sessions({ reference: 'I-3', attendance: 'missed' }),
				'sessions.csv',
				'reference',
				'RULE',
			],
			[
				'a missing column',
				{ sessions: 'reference,held_on,minutes,mode\n' },
				'sessions.csv',
				'attendance',
				'MISSING_COLUMN',
			],
			['a file in the wrong part', { caseload: FILES.sessions }, 'caseload.csv', null, 'WRONG_FILE'],
			[
				'Implementation Costs above 30%',
				contracts({ implementation_costs: '300.01' }),
				'contracts.csv',
				'implementation_costs',
				'RULE',
			],
			[
				'a contract given to another Supplier',
				contracts({ reference: 'TEST-9', cpas: '9' }),
				'contracts.csv',
				'supplier',
				'CONTRADICTION',
			],
		])('%s', async (_, parts, file, column, reason) => {
			const client = 'contracts' in parts ? world.admin : mi;
			const { status, body } = await client.upload('/caseload/import', parts);
			expect(status).toBe(400);
			expect(body.errors.map((error: { extensions: object }) => error.extensions)).toContainEqual({
				code: 'IMPORT_INVALID',
				reason,
				file,
				line: expect.any(Number),
				column,
			});
			expect(await rowCounts()).toEqual(before);
		});

		/** CPA 9 has two Peer Mentors already, and a maximum of five. */
		function fullArea(): Record<string, string> {
			const posts = [1, 2, 3, 4].map((number) => ({
				...NEW_MENTOR,
				email: `crowd${number}@example.org`,
				weekly_hours: 40,
			}));
			return { mentors: csv('mentors', posts) };
		}

		it('names every fault of every file, in order, once', async () => {
			const { body } = await mi.upload('/caseload/import', {
				caseload: csv('caseload', [
					{ ...PERSON, reference: 'I-7', contract: 'TEST-0', start_on: '2023-10-01' },
					{ ...PERSON, reference: 'I-8', received_on: '2023-06-31' },
					{ ...PERSON, reference: 'I-9', mentor_email: 'new-mentor@example.org' },
				]),
				mentors: csv('mentors', [{ ...NEW_MENTOR, email: 'late@example.org', delivery_area: 'Atlantis' }]),
				sessions: csv('sessions', [
					{ ...SESSION, reference: 'I-7' },
					{ ...SESSION, reference: 'I-8' },
					{ ...SESSION, reference: 'I-9', held_on: '2023-10-01' },
					{ ...SESSION, reference: 'I-0' },
				]),
			});
			const places = body.errors.map(({ extensions: { file, line, column } }: never) => [file, line, column]);
			expect(places).toEqual([
				['caseload.csv', 2, 'contract'],
				['caseload.csv', 2, 'start_on'],
				['caseload.csv', 3, 'received_on'],
				['mentors.csv', 2, 'delivery_area'],
				['sessions.csv', 4, 'held_on'],
				['sessions.csv', 5, 'reference'],
			]);
			expect(await rowCounts()).toEqual(before);
		});

		it('and lists a thousand faults at most, saying how many more there are', async () => {
			const rows = Array.from({ length: 1200 }, (_, index) => ({ ...SESSION, reference: `NOBODY-${index}` }));
			const { body } = await mi.upload('/caseload/import', { sessions: csv('sessions', rows) });
			expect(body.errors).toHaveLength(1001);
			expect(body.errors.at(-1).message).toBe('200 more faults are not listed; correct these first.');
		});

		it('a part of another name, naming the four', async () => {
			const { status, body } = await mi.upload('/caseload/import', { ...FILES, people: 'x' });
			expect(status).toBe(400);
			expect(body.errors[0].message).toContain('contracts, mentors, caseload, sessions');
			expect(await rowCounts()).toEqual(before);
		});

		it('a request without files, and one that is no form', async () => {
			expect((await mi.upload('/caseload/import', {})).status).toBe(400);
			expect((await mi.post('/caseload/import', { caseload: FILES.caseload })).status).toBe(415);
		});
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
	function start(files: Record<string, string>) {
		const folder = join(server.data, 'files');
		mkdirSync(folder, { recursive: true });
		const paths = Object.entries(files).map(([name, text]) => {
			const path = join(folder, `${name}.csv`);
			writeFileSync(path, text);
			return path;
		});
		const command = join(root, 'directus', 'commands', 'import.ts');
		const child = spawn(process.execPath, [command, ...paths], { env: server.env, cwd: root });
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
	});

	it('prints every fault with its place and ends with 1', async () => {
		const before = await rowCounts();
		const refused = start({ bad: csv('sessions', [{ ...SESSION, held_on: '2023-06-31' }]) });
		const closing = refused.seen('Nothing was loaded.');
		expect(await refused.ended).toBe(1);
		await closing;
		expect(refused.output()).toMatch(/bad\.csv, line 2, held_on: held_on must be a day that exists/);
		expect(await rowCounts()).toEqual(before);
	});
});
