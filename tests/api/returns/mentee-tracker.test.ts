/** The Mentee Tracker through the API (3.4 to 3.7): who is in it, what it says, who may have it, and what stays of it. */
import { request as httpRequest } from 'node:http';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { decryptWorkbook, rowsOf } from '../../support/agile.ts';
import { csv } from '../../support/csv.ts';
import { databaseOf } from '../../support/database.ts';
import { firstSheet, hasLibreOffice } from '../../support/libreoffice.ts';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';
import { partsOf, rawTemplate } from '../../unit/support/workbooks.ts';
import { makeWorld, PASSWORD as ACCOUNT_PASSWORD, type World } from '../../support/world.ts';

type Row = Record<string, unknown>;

const PASSWORD = 'otter violin ladder plum';
const NORTH = '/mentee-tracker/TEST-9/2024-06.xlsx';
const TEXT = '=HYPERLINK("http://example.org")';

let server: TestServer;
let world: World;
let knex: Knex;
let mi: Client;
let mentor: Client;

beforeAll(async () => {
	server = await startTestServer();
	world = await makeWorld(server);
	knex = databaseOf(server);
	({ mi } = world.north);
	mentor = world.north.mentors[0]!.client;
	await world.admin.patch(`/items/call_off_contracts/${world.north.contract}`, { consent_required_to_start: false });
	await load(mi, 'TEST-9', 9, world.north.mentors[0]!.email, [
		{ reference: 'FULL', start_on: '2024-05-06', nino: 'QQ123456A', benefit_type: 'UC' },
		{ reference: 'CONSENT', start_on: '2024-06-28', ...NO_CUSTOMER, consent_given_on: '2024-04-15' },
		{ reference: 'WITHDREW', start_on: '2024-05-06', ...NO_CUSTOMER, consent_given_on: '2024-04-15' },
		{ reference: 'REFUSED', start_on: '2024-05-06', ...NO_CUSTOMER },
		{ reference: 'ERASED', start_on: '2024-05-06' },
		{ reference: 'LATER', start_on: '2024-07-01' },
		{ reference: 'AGREED', start_on: null },
	]);
	await load(mi, 'TEST-9', 9, world.north.mentors[1]!.email, [{ reference: 'OTHER', start_on: '2024-06-10' }]);
	await load(world.west.mi, 'TEST-1', 1, world.west.mentors[0]!.email, [{ reference: 'WEST', start_on: '2024-06-11' }]);
	await tellEverything();
	await leaveOut();
});
afterAll(async () => {
	await knex.destroy();
	await server.stop();
});

const NO_CUSTOMER = { dwp_customer: 'no', route: 'third_party', benefit_type: null };

/** People by the import, who agreed to start on 22 April. */
async function load(
	client: Client,
	contract: string,
	cpa: number,
	mentor_email: string,
	people: Record<string, string | null>[],
): Promise<void> {
	const rows = people.map((person) => ({
		contract,
		cpa,
		mentor_email,
		route: 'jobcentre_plus',
		received_on: '2024-04-15',
		first_name: 'Test',
		last_name: `Person-${person.reference}`,
		aged_18_or_over: 'yes',
		preferred_language: 'en-GB',
		dwp_customer: 'yes',
		benefit_type: 'UC',
		initial_meeting_on: '2024-04-22',
		initial_meeting_outcome: 'start',
		...person,
	}));
	const { status, body } = await client.upload('/caseload/import', { caseload: csv('caseload', rows) });
	expect([status, body.errors]).toEqual([200, undefined]);
}

async function menteeOf(reference: string): Promise<string> {
	return (await knex('mentees').where({ reference }).first('id')).id;
}

async function add(collection: string, record: Row, client = mentor): Promise<void> {
	const { status, body } = await client.post(`/items/${collection}`, record);
	expect([status, body.errors]).toEqual([200, undefined]);
}

/** Everything that the tracker can say of somebody, and what comes after June. */
async function tellEverything(): Promise<void> {
	const mentee = await menteeOf('FULL');
	const { status, body } = await mentor.patch(`/items/mentees/${mentee}`, {
		substances: ['heroin', 'alcohol'],
		employment_status: 'looking_for_work',
		unemployment_length: 'from_36_months',
		benefits: ['universal_credit', 'personal_independence_payment'],
		disclosure: 'disclosed_after_joining',
		disclosed_on: '2024-05-20',
	});
	expect([status, body.errors]).toEqual([200, undefined]);
	await add('diagnostic_interviews', {
		mentee,
		held_on: '2024-05-06',
		barriers: ['other_health', 'housing', 'other'],
		health_needs: ['mental_health'],
		housing: 'urgent_problem',
		other_barriers: ['debt'],
		barrier_detail: TEXT,
	});
	await add('action_plans', { mentee, agreed_on: '2024-05-13', evidence: 'wet' });
	const held = [
		['2024-05-06', 'attended'],
		['2024-05-13', 'attended'],
		['2024-05-20', 'missed'],
		['2024-05-27', 'cancelled_on_the_day'],
		['2024-06-03', 'cancelled_by_mentor'],
		['2024-06-30', 'attended'],
		['2024-07-01', 'attended'],
		['2024-07-02', 'missed'],
	];
	for (const [held_on, attendance] of held) {
		await add('sessions', { mentee, held_on, attendance, mode: 'face_to_face', minutes: 60 });
	}
	for (const [status, since_on] of [
		['in_treatment', '2024-06-12'],
		['referred', '2024-05-10'],
		['completed', '2024-07-03'],
	]) {
		await add('treatment_statuses', { mentee, status, since_on });
	}
	const treatment = { referred_on: '2024-05-10', entered_on: '2024-06-12', ended_on: '2024-07-03' };
	await add('support_engagements', { mentee, kind: 'treatment', ...treatment, treatment_result: 'dropped_out' });
	const programme = { kind: 'buyer_programme', programme: 'restart_scheme' };
	await add('support_engagements', { mentee, ...programme, referred_on: '2024-06-04', entered_on: '2024-06-18' });
	const training = { kind: 'training', training_type: 'vocational' };
	await add('support_engagements', { mentee, ...training, entered_on: '2024-06-20' });
	const job = { kind: 'employment', sector: 'construction' };
	await add('support_engagements', { mentee, ...job, entered_on: '2024-07-08' });
	await mentor.patch(`/items/mentees/${mentee}`, { ended_on: '2024-07-10', end_reason: 'started_work' });
}

async function leaveOut(): Promise<void> {
	const decision = async (reference: string, word: string) => {
		const { id } = await knex('referrals').where({ reference }).first('id');
		await add('consents', { referral: id, decision: word, decided_on: '2024-07-05' });
	};
	await decision('WITHDREW', 'withdrawn');
	await decision('REFUSED', 'refused');
	const officer = (await world.user('Data Protection Officer', 'officer@example.org')).client;
	const { id } = await knex('referrals').where({ reference: 'ERASED' }).first('id');
	await add('erasures', { referral: id, requested_on: '2024-07-05', reason: 'Article 17' }, officer);
	// No form lets anybody write this: the tracker must not rely on that.
	await knex('mentees').where({ reference: 'CONSENT' }).update({ nino: 'QQ999999A' });
}

async function tracker(client: Client, path = NORTH): Promise<Row[]> {
	const { status, content } = await client.download(path, { password: PASSWORD });
	expect([status, status === 200 ? '' : content.toString()]).toEqual([200, '']);
	return rowsOf(decryptWorkbook(content, PASSWORD), 'Mentee Tracker');
}

const log = () => knex('access_log').orderBy('at').select('user', 'action', 'subject', 'records', 'supplier');
const starts = (rows: Row[]) => rows.map((row) => row['Start date']);

describe('the rows', () => {
	it('are one for each Mentee started by the end of the month, without whoever withdrew, refused or was erased', async () => {
		// FULL, OTHER and CONSENT; not those who are left out, not LATER, not AGREED, not the other Supplier's.
		expect(starts(await tracker(mi))).toEqual(['2024-05-06', '2024-06-10', '2024-06-28']);
	});

	it('say of one Mentee what was so at the end of the month', async () => {
		const [full] = await tracker(mi);
		expect(full).toEqual({
			NINO: 'QQ123456A',
			'Start date': '2024-05-06',
			'Addiction type': 'OPI: HER, ALC',
			'Employment history': '11; 5',
			'Benefit type': 'start: UC; current: UC, PIP',
			'Treatment status': 'IN',
			'Referral route': 'JCP',
			'Diagnostic Interview completed': 'Y; 2024-05-06',
			'SMART Action Plan completed': 'Y; 2024-05-13',
			'Disclosure: pre-disclosed': 'N',
			'Disclosure: post, date': '2024-05-20',
			'Barrier: other health': 'Y; MH',
			'Barrier: offending': 'N',
			'Barrier: housing': 'Y; URG',
			'Barrier: other': `Y; DEBT; ${TEXT}`,
			'Appointments attended': 3,
			'Appointments missed': 2,
			'Early departure / drop out': null,
			'Referral to treatment': 'Y; 2024-05-10',
			'Entering treatment': 'Y; 2024-06-12',
			'Completing treatment / drop out': null,
			'Buyer programme referred to': '2024-06-04 RST',
			'Buyer programme starting': '2024-06-18 RST',
			'Buyer programme completing': null,
			'Entering training': 'Y; 2024-06-20 VOC',
			'Entering volunteering': 'N',
			'Entering education': 'N',
			'Entering employment': 'N',
		});
	});

	it('say a month later what has happened since', async () => {
		const [full] = await tracker(mi, '/mentee-tracker/TEST-9/2024-07.xlsx');
		expect(full).toMatchObject({
			'Treatment status': 'COMP',
			'Appointments attended': 4,
			'Appointments missed': 3,
			'Early departure / drop out': '2024-07-10 WORK',
			'Completing treatment / drop out': '2024-07-03 85',
			'Entering employment': 'Y; 2024-07-08 F',
		});
	});

	it('have a National Insurance number of DWP customers only (2.6, 3.5)', async () => {
		const consented = (await tracker(mi)).at(-1);
		expect(consented).toMatchObject({ NINO: null, 'Disclosure: pre-disclosed': 'n/a', 'Referral route': 'TP' });
	});

	it('name nobody: no name, reference, phone or e-mail address', async () => {
		const { content } = await mi.download(NORTH, { password: PASSWORD });
		const book = decryptWorkbook(content, PASSWORD);
		for (const sheet of ['Mentee Tracker', 'Definitions', 'Codes']) {
			expect(JSON.stringify(await rowsOf(book, sheet))).not.toMatch(/Person-|FULL|CONSENT|@example/);
		}
	});

	it('of a Peer Mentor are their own Mentees alone (3.6)', async () => {
		expect(starts(await tracker(mentor))).toEqual(['2024-05-06', '2024-06-28']);
		expect(starts(await tracker(world.north.mentors[1]!.client))).toEqual(['2024-06-10']);
	});

	it('come in pages, each Mentee once, by start', async () => {
		const days = Array.from({ length: 850 }, (_, index) => ({
			reference: `MANY-${index}`,
			start_on: index % 3 === 0 ? '2024-06-14' : `2024-06-${String(10 + (index % 5)).padStart(2, '0')}`,
		}));
		await load(world.west.mi, 'TEST-1', 1, world.west.mentors[1]!.email, days);
		const found = starts(await tracker(world.west.mentors[1]!.client, '/mentee-tracker/TEST-1/2024-06.xlsx'));
		expect(found).toEqual(days.map(({ start_on }) => start_on).sort());
	});

	it('of somebody who has moved to another Supplier are in that one’s tracker, and no more in the old one (2.6)', async () => {
		const mentee = await menteeOf('OTHER');
		const held = { mentee, cpa: 1, peer_mentor: world.west.mentors[0]!.id, from_on: '2024-07-01' };
		await add('allocations', held, world.admin);
		expect(starts(await tracker(mi))).toEqual(['2024-05-06', '2024-06-28']);
		const west = await tracker(world.west.mentors[0]!.client, '/mentee-tracker/TEST-1/2024-06.xlsx');
		expect(starts(west)).toEqual(['2024-06-10', '2024-06-11']);
	});
});

describe('the file', () => {
	it('is kept by nobody on the way, and is called by the contract and the month', async () => {
		const { headers, content } = await mi.download(NORTH, { password: PASSWORD });
		expect(headers.get('cache-control')).toBe('private, no-store');
		expect(headers.get('content-disposition')).toBe('attachment; filename="Mentee-Tracker-TEST-9-2024-06.xlsx"');
		expect(headers.get('content-type')).toContain('spreadsheetml');
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(Number(headers.get('content-length'))).toBe(content.length);
	});

	it.runIf(hasLibreOffice)('opens in LibreOffice with the password, and not without', async () => {
		const { content } = await mi.download(NORTH, { password: PASSWORD });
		expect(await firstSheet(content, PASSWORD)).toMatch(/^NINO,Start date,[^]*QQ123456A,2024-05-06,/);
		expect(await firstSheet(content, 'otter violin ladder pear')).toBeUndefined();
		expect(await firstSheet(content, '')).toBeUndefined();
	});

	it('leaves everybody else answered while it is made', async () => {
		let longest = 0;
		let ended = false;
		const work = mi.download(NORTH, { password: PASSWORD }).finally(() => (ended = true));
		while (!ended) {
			const asked = performance.now();
			await server.anonymous.get('/server/info');
			longest = Math.max(longest, performance.now() - asked);
		}
		expect((await work).status).toBe(200);
		expect(longest).toBeLessThan(1000);
	});
});

describe('on the analysts’ template (3.7)', () => {
	it('the rows go where its mapping says, from the month that it is in use for', async () => {
		const before = await tracker(mi, '/mentee-tracker/TEST-9/2024-09.xlsx');
		const made = await mi.post('/items/return_templates', { kind: 'mentee_tracker', version: '1' });
		const { id } = made.body.data;
		const sent = await mi.upload(`/return-templates/${id}/workbook`, { workbook: await rawTemplate() });
		expect(sent.status).toBe(200);
		const columns = { nino: 'A', start_date: 'B', referral_route: 'C' };
		const mapping = { cells: [], lists: [{ of: 'mentees', sheet: 'Tracker & more', first_row: 4, columns }] };
		const used = await mi.patch(`/items/return_templates/${id}`, { mapping, in_use_from: '2024-09-30' });
		expect([used.status, used.body.errors]).toEqual([200, undefined]);

		const { content } = await mi.download('/mentee-tracker/TEST-9/2024-09.xlsx', { password: PASSWORD });
		const parts = await partsOf(decryptWorkbook(content, PASSWORD));
		const sheet = Object.entries(parts).find(([, part]) => part.includes('QQ123456A'))?.[1] ?? '';
		for (let row = 4; row < 4 + before.length; row++) expect(sheet).toMatch(new RegExp(`r="C${row}"`));
		expect(sheet).not.toMatch(new RegExp(`r="C${4 + before.length}"`));
		expect(before.length).toBeGreaterThan(2);
		// The month before is still on the built-in workbook.
		expect((await tracker(mi)).length).toBeGreaterThan(0);
	});
});

describe('who is refused', () => {
	const FORBIDDEN: [who: string, status: number, client: () => Client][] = [
		['nobody', 401, () => server.anonymous],
		['the Supplier Manager', 403, () => world.north.manager],
		['the Buyer', 403, () => world.buyer],
	];
	test.each(FORBIDDEN)('%s', async (_, status, client) => {
		const before = await log();
		const answer = await client().post(NORTH, { password: PASSWORD });
		expect(answer.status).toBe(status);
		expect(answer.body.errors[0].extensions.code).toBeTypeOf('string');
		expect(await log()).toEqual(before);
	});

	test.each(['Buyer Analyst', 'Referrer', 'Data Protection Officer'])('a %s', async (role) => {
		const { client } = await world.user(role, `${role.toLowerCase().replaceAll(' ', '-')}-2@example.org`);
		expect((await client.post(NORTH, { password: PASSWORD })).status).toBe(403);
	});

	it('another Supplier, in the words for a contract that does not exist', async () => {
		for (const client of [world.west.mi, world.west.mentors[0]!.client]) {
			const there = await client.post(NORTH, { password: PASSWORD });
			const nowhere = await client.post(NORTH.replace('TEST-9', 'TEST-0'), { password: PASSWORD });
			expect([there.status, nowhere.status]).toEqual([404, 404]);
			expect(there.body.errors[0].message.replace('TEST-9', '')).toBe(
				nowhere.body.errors[0].message.replace('TEST-0', ''),
			);
		}
	});

	it('whoever asks with GET', async () => {
		expect((await mi.get(`${NORTH}?password=${encodeURIComponent(PASSWORD)}`)).status).toBe(404);
	});
});

describe('what is asked for wrongly changes nothing and gives nothing', () => {
	const WRONG: [what: string, path: string, body: Row, field: string | undefined, words: RegExp][] = [
		['no password', NORTH, {}, 'password', /at least 12 characters/],
		['a short one', NORTH, { password: 'short' }, 'password', /too short/],
		['no text', NORTH, { password: { toString: 'x' } }, 'password', /Choose a password/],
		['the reference in it', NORTH, { password: 'TEST-9 otter violin' }, 'password', /reference of the contract/],
		['another the second time', NORTH, { password: PASSWORD, password_again: 'x' }, 'password_again', /not the same/],
		['a month that is none', '/mentee-tracker/TEST-9/2024-13.xlsx', { password: PASSWORD }, undefined, /YYYY-MM/],
		['a month ahead', '/mentee-tracker/TEST-9/2999-01.xlsx', { password: PASSWORD }, undefined, /1 January 2999/],
		[
			'a month before the contract',
			'/mentee-tracker/TEST-9/2022-12.xlsx',
			{ password: PASSWORD },
			undefined,
			/9 January 2023/,
		],
	];
	test.each(WRONG)('%s', async (_, path, sent, field, words) => {
		const before = await log();
		const { status, body } = await mi.post(path, sent);
		expect(status).toBe(400);
		expect(body.errors[0].message).toMatch(words);
		expect(body.errors[0].extensions.field).toBe(field);
		expect(JSON.stringify(body)).not.toContain(PASSWORD);
		expect(await log()).toEqual(before);
	});

	it('in Welsh to whoever reads Welsh', async () => {
		const { client } = await world.user('Supplier MI', 'mi-cy@example.org', world.north.id, 'cy-GB');
		const { body } = await client.post(NORTH, { password: 'byr' });
		expect(body.errors[0].message).toContain('Mae’r cyfrinair yn rhy fyr');
		const ahead = await client.post('/mentee-tracker/TEST-9/2999-01.xlsx', { password: PASSWORD });
		expect(ahead.body.errors[0].message).toContain('1 Ionawr 2999');
	});
});

describe('what is left', () => {
	it('is one line of the read log: who, of which contract and month, how many', async () => {
		const before = await log();
		await tracker(mi);
		await tracker(mentor);
		const account = await knex('directus_users').where({ email: 'test-9-mi@example.org' }).first('id');
		const line = { action: 'export_mentee_tracker', subject: 'TEST-9 2024-06', supplier: world.north.id };
		expect((await log()).slice(before.length)).toEqual([
			{ ...line, user: account.id, records: 2 },
			{ ...line, user: world.north.mentors[0]!.user, records: 2 },
		]);
	});

	it('is nothing where the answer was not waited for, and the server goes on', async () => {
		const before = await log();
		await new Promise<void>((done) => {
			const sent = httpRequest(`${server.url}${NORTH}`, {
				method: 'POST',
				headers: { authorization: `Bearer ${mi.token}`, 'content-type': 'application/json' },
			});
			sent.on('error', () => done());
			sent.end(JSON.stringify({ password: PASSWORD }));
			setTimeout(() => sent.destroy(), 150);
		});
		await new Promise((done) => setTimeout(done, 2500));
		expect(await log()).toEqual(before);
		expect((await mi.download(NORTH, { password: PASSWORD })).status).toBe(200);
	});

	it('is never the password: not in the log of the server, not in the database', async () => {
		await server.anonymous.post(NORTH, { password: PASSWORD });
		await fetch(`${server.url}${NORTH}`, {
			method: 'POST',
			headers: { authorization: `Bearer ${mi.token}`, 'content-type': 'application/json' },
			body: `{"password":"${PASSWORD}"`,
		});
		expect(server.output()).not.toContain('otter');
		expect(server.output()).not.toContain(ACCOUNT_PASSWORD);
		for (const table of ['access_log', 'directus_activity', 'directus_revisions']) {
			expect(JSON.stringify(await knex(table))).not.toContain('otter');
		}
	});

	it('cannot be written, changed or deleted by anybody, and is read by the Data Protection Officer', async () => {
		const before = await log();
		const [{ id }] = await knex('access_log').limit(1).select('id');
		const officer = (await world.user('Data Protection Officer', 'officer-3@example.org')).client;
		for (const client of [world.admin, officer, mi, mentor, world.north.manager, world.buyer]) {
			const forged = { at: '2024-01-01T00:00:00Z', action: 'export', subject: 'TEST-9 2024-06', records: 0 };
			const answers = [
				await client.post('/items/access_log', forged),
				await client.patch(`/items/access_log/${id}`, { records: 0 }),
				await client.patch('/items/access_log', { keys: [id], data: { records: 0 } }),
				await client.delete(`/items/access_log/${id}`),
				await client.delete('/items/access_log', [id]),
			];
			expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
		}
		expect(await log()).toEqual(before);
		const { body } = await officer.get('/items/access_log?limit=-1');
		expect(body.data).toHaveLength(before.length);
		for (const client of [mi, mentor, world.north.manager, world.buyer]) {
			expect((await client.get('/items/access_log')).status).toBe(403);
		}
	});
});
