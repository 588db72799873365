import { connect } from 'node:net';
import knexFrom from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { latestExpiry } from '../../../extensions/peer-mentoring/src/domain/journey/referral-link.ts';
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import { dayColumn } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import type { Answer, Client } from '../../support/client.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';
import { makeWorld, PASSWORD, type World } from '../../support/world.ts';

const REFERENCE = /^R-[2-9A-HJKMNP-Z]{6}$/;
const PERSON = {
	first_name: 'Outside',
	last_name: 'Test-Person',
	phone: '01632 960 001',
	email: 'outside.person@example.org',
	preferred_language: 'cy-GB',
	aged_18_or_over: 'yes',
};
const COACH = {
	...PERSON,
	route: 'jobcentre_plus',
	jobcentre_office: 'wrexham',
	work_coach: 'Test Coach',
	referrer_phone: '01632 960 002',
	referrer_email: 'coach@example.org',
};
const CHARITY = {
	...PERSON,
	third_party_type: 'charity',
	third_party_contact: 'Test Contact',
	permission_obtained: true,
};

let server: TestServer;
let world: World;
let referrer: Client;
let referrerId: string;

beforeAll(async () => {
	server = await startTestServer({ env: { LOG_LEVEL: 'info' } });
	world = await makeWorld(server);
	const made = await world.user('Referrer', 'referrer-test@example.org');
	[referrer, referrerId] = [made.client, made.id];
	const offices = await world.admin.get('/items/jobcentre_offices?filter[delivery_area][cpa][_eq]=9&fields=id,name');
	COACH.jobcentre_office = offices.body.data[0].id;
});
afterAll(() => server.stop());

const inDays = (days: number) => addDays(today(), days);

async function makeLink(change: object = {}, who = world.north.manager): Promise<string> {
	const { status, body } = await who.post('/items/referral_links', {
		contract: world.north.contract,
		route: 'third_party',
		organisation: 'Test Recovery Charity',
		expires_on: inDays(30),
		...change,
	});
	if (status !== 200) throw new Error(JSON.stringify(body));
	return body.data.id;
}

/** The path of a link's form: what the address holds after the name of the server. */
async function issue(id: string, who = world.north.manager): Promise<string> {
	const { status, body } = await who.post(`/refer/links/${id}`);
	if (status !== 200) throw new Error(JSON.stringify(body));
	return new URL(body.data.url).pathname;
}

const linkPath = async (change: object = {}) => issue(await makeLink(change));

async function ask(path: string, init: RequestInit = {}) {
	const response = await fetch(server.url + path, { redirect: 'manual', ...init });
	return { status: response.status, headers: response.headers, text: await response.text() };
}

const sendForm = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
	ask(path, { method: 'POST', body: new URLSearchParams(fields), headers: { accept: 'text/html', ...headers } });

async function stored(reference: string) {
	const { body } = await world.admin.get(`/items/referrals?filter[reference][_eq]=${reference}`);
	return body.data;
}

const fieldsOf = ({ body }: Answer) => body.errors.map((each: { extensions: object }) => each.extensions);

describe('a signed-in Referrer', () => {
	it('refers somebody, and the record is complete but for its Peer Mentor', async () => {
		const { status, body } = await referrer.post('/refer', COACH);
		expect(status).toBe(200);
		expect(body).toEqual({ data: { reference: expect.stringMatching(REFERENCE) } });
		const [row] = await stored(body.data.reference);
		expect(row).toMatchObject({
			...COACH,
			contract: world.north.contract,
			supplier: world.north.id,
			cpa: 9,
			name: 'Outside Test-Person',
			received_on: today(),
			referred_by: referrerId,
			referral_link: null,
			peer_mentor: null,
			third_party_organisation: null,
		});
		const clocks = await world.north.manager.get(`/items/service_level_clocks?filter[referral][_eq]=${row.id}`);
		expect(clocks.body.data).toMatchObject([{ service_level: 'initial_meeting', status: 'pending' }]);
	});

	it('is seen by the Supplier’s manager, and by no other Supplier', async () => {
		const { body } = await referrer.post('/refer', COACH);
		const filter = `/items/referrals?filter[reference][_eq]=${body.data.reference}`;
		expect((await world.north.manager.get(filter)).body.data).toHaveLength(1);
		expect((await world.west.manager.get(filter)).body.data).toEqual([]);
	});

	it('sees nothing of anybody in the records', async () => {
		for (const collection of ['referrals', 'mentees', 'referral_links', 'notifications_to_jobcentre', 'suppliers']) {
			expect((await referrer.get(`/items/${collection}`)).status).toBe(403);
		}
	});

	it('is shown the form with the areas of running contracts only', async () => {
		const { status, text, headers } = await ask('/refer', { headers: { authorization: `Bearer ${referrer.token}` } });
		expect(status).toBe(200);
		expect([...text.matchAll(/name="cpa"\s+value="(\d)"/g)].map((match) => match[1])).toEqual(['1', '9']);
		expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^;]+; form-action/);
		expect(headers.get('referrer-policy')).toBe('no-referrer');
		expect(headers.get('cache-control')).toBe('no-store');
	});

	it('uses the session of the Studio, and is shown how to sign in when it has ended', async () => {
		const login = await fetch(`${server.url}/auth/login`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ email: 'referrer-test@example.org', password: PASSWORD, mode: 'session' }),
		});
		const cookie = String(login.headers.get('set-cookie')).split(';')[0] as string;
		const sent = await sendForm('/refer', COACH, { cookie });
		expect([sent.status, sent.text.includes('Referral received')]).toEqual([200, true]);
		const ended = { headers: { cookie: `${cookie.slice(0, -3)}abc`, accept: 'text/html' } };
		const answer = await ask('/refer', ended);
		expect([answer.status, answer.headers.get('location')]).toEqual([303, '/refer?signed_out']);
		expect((await ask('/refer?signed_out', ended)).status).toBe(401);
		// The page of a link knows nobody, so a session that has ended plays no part.
		expect((await ask(await linkPath(), ended)).status).toBe(200);
	});
});

describe('everybody else has no form of their own', () => {
	it('a Peer Mentor, a manager, MI, the Buyer and the Administrator are refused', async () => {
		const { north, buyer, admin } = world;
		for (const who of [north.mentors[0]!.client, north.manager, north.mi, buyer, admin]) {
			for (const answer of [
				await who.get('/refer'),
				await who.post('/refer', COACH),
				await who.get('/refer/results'),
			]) {
				expect(answer.status).toBe(403);
			}
		}
	});

	it('somebody who is not signed in is told to sign in', async () => {
		const page = await ask('/refer', { headers: { accept: 'text/html' } });
		expect([page.status, page.text.includes('href="/admin"')]).toEqual([401, true]);
		expect((await server.anonymous.post('/refer', COACH)).body.errors[0].extensions.code).toBe('INVALID_CREDENTIALS');
		expect((await server.anonymous.get('/refer/results')).status).toBe(401);
	});
});

describe('a link', () => {
	it('refers somebody for its organisation, in the language of the page', async () => {
		const id = await makeLink();
		const path = await issue(id);
		const form = await ask(`${path}?lang=cy-GB`);
		expect(form.text).toContain('Test Recovery Charity');
		expect(form.text).toContain('Anfon yr atgyfeiriad');
		const fields = {
			...CHARITY,
			permission_obtained: 'true',
			third_party_organisation: 'Another',
			route: 'jobcentre_plus',
		};
		const { status, text } = await sendForm(`${path}?lang=cy-GB`, fields);
		expect(status).toBe(200);
		const reference = /R-[0-9A-Z]{6}/.exec(text)?.[0] as string;
		expect((await stored(reference))[0]).toMatchObject({
			...CHARITY,
			route: 'third_party',
			third_party_organisation: 'Test Recovery Charity',
			referral_link: id,
			referred_by: null,
			supplier: world.north.id,
			cpa: 9,
			peer_mentor: null,
		});
	});

	it('makes one referral of a form that is sent twice, also at once', async () => {
		const path = await linkPath();
		const form = { ...CHARITY, submission: 'one-form' };
		const answers = await Promise.all([server.anonymous.post(path, form), server.anonymous.post(path, form)]);
		const again = await server.anonymous.post(path, form);
		const references = [...answers, again].map(({ body }) => body.data.reference);
		expect(new Set(references).size).toBe(1);
		const other = await server.anonymous.post(await linkPath(), form);
		expect(other.body.data.reference).not.toBe(references[0]);
	});

	it('of a Jobcentre fixes the office', async () => {
		const path = await linkPath({ route: 'jobcentre_plus', jobcentre_office: COACH.jobcentre_office, cpa: 9 });
		expect((await ask(path)).text).not.toContain('name="jobcentre_office"');
		const { body } = await server.anonymous.post(path, { ...PERSON, work_coach: 'Test Coach' });
		const [row] = await stored(body.data.reference);
		expect(row).toMatchObject({
			route: 'jobcentre_plus',
			jobcentre_office: COACH.jobcentre_office,
			work_coach: 'Test Coach',
		});
	});

	it.each([
		['permission_obtained', { permission_obtained: false }],
		['third_party_type', { third_party_type: 'bank' }],
		['third_party_contact', { third_party_contact: '' }],
		['first_name', { first_name: '' }],
		['last_name', { last_name: '' }],
		['phone', { phone: '', email: '' }],
		['email', { email: 'nowhere' }],
		['aged_18_or_over', { aged_18_or_over: 'no' }],
		['preferred_language', { preferred_language: 'fr' }],
		['website', { website: 'https://example.org' }],
	])('refuses with the field %s, and makes nothing', async (field, change) => {
		const id = await makeLink();
		const answer = await server.anonymous.post(await issue(id), { ...CHARITY, ...change });
		expect(answer.status).toBe(400);
		expect(fieldsOf(answer)).toEqual([{ code: 'FAILED_VALIDATION', field }]);
		const made = await world.admin.get(`/items/referrals?filter[referral_link][_eq]=${id}`);
		expect(made.body.data).toEqual([]);
	});

	it('shows a refusal beside its field and keeps what was typed, also when the language is changed', async () => {
		const path = await linkPath();
		const typed = { first_name: 'Kept <b>', email: 'x' };
		const wrong = await sendForm(path, typed);
		expect(wrong.status).toBe(400);
		expect(wrong.text).toContain('There is a problem');
		expect(wrong.text).toContain('value="Kept &#60;b&#62;"');
		expect(wrong.text).toContain('id="email-error"');
		const welsh = await sendForm(path, { ...typed, switch_to: 'cy-GB' });
		expect([welsh.status, welsh.text.includes('Kept &#60;b&#62;'), welsh.text.includes('Mae problem')]).toEqual([
			200,
			true,
			false,
		]);
	});

	it('takes a form only, and a short one', async () => {
		const path = await linkPath();
		const long = { ...CHARITY, first_name: 'x'.repeat(30_000) };
		expect((await server.anonymous.post(path, long)).status).toBe(413);
		expect((await sendForm(path, { first_name: long.first_name })).status).toBe(413);
		expect((await ask(path, { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } })).status).toBe(
			415,
		);
	});
});

it('a form that breaks off half way harms nobody', async () => {
	const path = await linkPath();
	const { hostname, port } = new URL(server.url);
	for (const length of [100, 1_000_000]) {
		await new Promise<void>((closed) => {
			const socket = connect(Number(port), hostname, () => {
				socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n`);
				socket.write('Content-Type: application/x-www-form-urlencoded\r\n\r\n');
				socket.write('first_name=Broken'.padEnd(length > 100 ? 30_000 : 20, 'x'), () => {
					setTimeout(() => socket.destroy(), 200);
				});
			});
			socket
				.on('close', () => closed())
				.on('error', () => undefined)
				.resume();
		});
	}
	expect((await ask(path)).status).toBe(200);
});

describe('a link that does not work', () => {
	it('is answered in the same way, whatever it lacks', async () => {
		const database = knexFrom({
			client: server.env.DB_CLIENT === 'pg' ? 'pg' : 'sqlite3',
			connection: server.env.DB_CONNECTION_STRING ?? { filename: `${server.data}/database.sqlite` },
			useNullAsDefault: true,
		});
		const ended = await world.admin.post('/items/call_off_contracts', {
			reference: 'TEST-ENDED',
			supplier: world.north.id,
			cpas: [{ contract_package_area: 3 }],
			start_date: '2023-01-09',
			end_date: '2024-01-09',
			working_day_calendar: 'england-and-wales',
		});
		const [expired, withdrawn, replaced, over] = [
			await makeLink(),
			await makeLink(),
			await makeLink(),
			await makeLink({ contract: ended.body.data.id }),
		];
		const paths = [];
		for (const id of [expired, withdrawn, replaced, over]) paths.push(await issue(id));
		await issue(replaced);
		await world.north.manager.patch(`/items/referral_links/${withdrawn}`, { withdrawn_on: today() });
		try {
			await database('referral_links')
				.where({ id: expired })
				.update({ expires_on: dayColumn(database, inDays(-1)) });
		} finally {
			await database.destroy();
		}
		const unknown = await ask(`/refer/${'0'.repeat(40)}`);
		expect(unknown.status).toBe(404);
		for (const path of [...paths, '/refer/short', '/refer/LINKS']) {
			const { status, text } = await ask(path);
			expect([path, status, text]).toEqual([path, 404, unknown.text]);
			expect((await ask(`${path}/results`)).status).toBe(404);
			const refused = await server.anonymous.post(path, CHARITY);
			expect([refused.status, refused.body.errors[0].extensions.code]).toEqual([404, 'LINK_DOES_NOT_WORK']);
		}
		expect((await world.north.manager.post(`/refer/links/${withdrawn}`)).status).toBe(400);
	});
});

describe('a link is made', () => {
	it('by a manager of the Supplier, whose it is then', async () => {
		const id = await makeLink();
		const { body } = await world.north.manager.get(`/items/referral_links/${id}`);
		expect(body.data).toMatchObject({ supplier: world.north.id, organisation: 'Test Recovery Charity' });
		expect(body.data).not.toHaveProperty('token_hash');
		expect((await world.west.manager.get(`/items/referral_links/${id}`)).status).toBe(403);
	});

	it.each([
		['expires_on', () => ({ expires_on: inDays(-1) })],
		['expires_on', () => ({ expires_on: addDays(latestExpiry(today()), 1) })],
		['cpa', () => ({ cpa: 1 })],
		['jobcentre_office', () => ({ route: 'jobcentre_plus', jobcentre_office: 'hull-britannia-house' })],
	])('not with a %s that cannot be', async (field, change) => {
		const link = { contract: world.north.contract, route: 'third_party', organisation: 'x', expires_on: inDays(9) };
		const refused = await world.north.manager.post('/items/referral_links', { ...link, ...change() });
		expect(refused.status).toBe(400);
		expect(fieldsOf(refused)[0]).toMatchObject({ field });
		const changed = await world.admin.patch(`/items/referral_links/${await makeLink()}`, change());
		expect(changed.status).toBe(400);
	});

	it('not for another Supplier’s contract', async () => {
		await expect(makeLink({ contract: world.west.contract })).rejects.toThrow('FORBIDDEN');
		await expect(makeLink({}, world.north.mentors[0]!.client)).rejects.toThrow('FORBIDDEN');
	});

	it('and its token is chosen, read and changed by nobody', async () => {
		const hash = 'a'.repeat(64);
		await expect(makeLink({ token_hash: hash })).resolves.toBeTruthy();
		const id = await makeLink({ token_hash: hash }, world.admin);
		const { body } = await world.admin.get(`/items/referral_links/${id}?fields=token_hash`);
		expect(body.data.token_hash).toBeNull();
		expect((await world.admin.patch(`/items/referral_links/${id}`, { token_hash: hash })).status).toBe(400);
		const { manager } = world.north;
		expect((await manager.patch(`/items/referral_links/${id}`, { token_hash: hash })).status).toBeGreaterThanOrEqual(
			400,
		);
		expect((await manager.get('/items/referral_links?fields=token_hash')).status).toBe(403);
		expect((await manager.get('/items/referral_links?filter[token_hash][_nnull]=true')).status).toBe(403);
	});

	it('and its address by the Supplier’s manager or the Administrator only', async () => {
		const id = await makeLink();
		for (const who of [world.west.manager, world.north.mi, world.north.mentors[0]!.client, world.buyer, referrer]) {
			expect((await who.post(`/refer/links/${id}`)).status).toBe(403);
		}
		expect((await server.anonymous.post(`/refer/links/${id}`)).status).toBe(401);
		expect((await world.admin.post(`/refer/links/${id}`)).body.data.url).toMatch(/\/refer\/[0-9a-f]{40}$/);
		expect((await world.north.manager.post('/refer/links/none')).status).toBe(403);
	});
});

describe('the results', () => {
	it('are a reference, a date and what was told: of the link’s own referrals, and nothing else', async () => {
		const path = await linkPath();
		const { body } = await server.anonymous.post(path, CHARITY);
		const { reference } = body.data;
		const arranged = { reference, received_on: today(), result: null, label: 'Being arranged', told_on: null };
		expect((await server.anonymous.get(`${path}/results`)).body).toEqual({ data: [arranged] });
		const [{ id }] = await stored(reference);
		const tell = (change: object) =>
			world.admin.post('/items/notifications_to_jobcentre', {
				referral: id,
				supplier: world.north.id,
				about: 'referral_result',
				...change,
			});
		await tell({ told_to: 'third_party', result: 'will_start', told_on: '2026-11-20' });
		await tell({ told_to: 'single_point_of_contact', result: 'not_reached', told_on: '2026-11-21' });
		const told = await server.anonymous.get(`${path}/results?lang=cy-GB`);
		expect(told.body.data).toEqual([
			{ ...arranged, result: 'will_start', label: 'Bydd yn dechrau', told_on: '2026-11-20' },
		]);
		const page = await ask(`${path}/results`, { headers: { accept: 'text/html' } });
		expect(page.text).toContain(reference);
		expect(page.text).toContain('told on 20 November 2026');
		expect(page.text).not.toMatch(/Outside|Test-Person|01632|Test Contact/);
		expect((await server.anonymous.get(`${await linkPath()}/results`)).body).toEqual({ data: [] });
	});

	it('of a Referrer are their own', async () => {
		const { client } = await world.user('Referrer', 'referrer-two@example.org', undefined, 'cy-GB');
		const { body } = await client.post('/refer', COACH);
		expect((await client.get('/refer/results')).body.data).toEqual([
			{ ...body.data, received_on: today(), result: null, label: 'Wrthi’n cael ei drefnu', told_on: null },
		]);
		const others = (await referrer.get('/refer/results')).body.data;
		expect(others.map((row: { reference: string }) => row.reference)).not.toContain(body.data.reference);
	});

	it('stay away once the person has withdrawn consent (2.25)', async () => {
		const path = await linkPath();
		const { body } = await server.anonymous.post(path, CHARITY);
		const [{ id }] = await stored(body.data.reference);
		const withdrawn = { referral: id, decision: 'withdrawn', decided_on: new Date().toISOString().slice(0, 10) };
		expect((await world.admin.post('/items/consents', withdrawn)).status).toBe(200);
		expect((await server.anonymous.get(`${path}/results`)).body).toEqual({ data: [] });
	});
});

describe('where a Referrer lands', () => {
	it('is their own page of the Studio, until they go elsewhere', async () => {
		const { client } = await world.user('Referrer', 'referrer-three@example.org');
		await expect.poll(async () => (await client.get('/users/me?fields=last_page')).body.data.last_page).toBe('/refer');
		await client.patch('/users/me/track/page', { last_page: '/users/me' });
		const again = await server.login('referrer-three@example.org', PASSWORD);
		expect((await again.get('/users/me?fields=last_page')).body.data.last_page).toBe('/users/me');
	});
});

it('neither the log nor an address names a person, a referrer or a token', async () => {
	const path = await linkPath();
	await ask(`${path}/results`, { headers: { referer: server.url + path, accept: 'text/html' } });
	await sendForm(path, { ...CHARITY, permission_obtained: 'true' }, { referer: server.url + path });
	await referrer.post('/refer', COACH);
	const log = server.output();
	expect(log).toContain('/refer/(link)');
	expect(log).not.toContain(path.slice('/refer/'.length));
	expect(log).not.toMatch(/[0-9a-f]{40}/);
	expect(log).not.toMatch(/Outside|Test-Person|01632|outside\.person|Test Contact|Test Coach|coach@/);
	expect((await sendForm(path, { ...CHARITY, permission_obtained: 'true' })).headers.get('location')).toBeNull();
});

describe('too much at once', () => {
	let small: TestServer;

	beforeAll(async () => {
		small = await startTestServer({
			env: {
				REFER_PER_LINK_AND_ADDRESS_AN_HOUR: '2',
				REFER_PER_ACCOUNT_AN_HOUR: '1',
				REFER_UNKNOWN_LINKS_PER_ADDRESS_AN_HOUR: '3',
			},
		});
	});
	afterAll(() => small.stop());

	it('is refused for a while: by a link, by an account, and of links that never were', async () => {
		const { admin, user, north } = await makeWorld(small);
		const link = { contract: north.contract, route: 'third_party', organisation: 'x', expires_on: inDays(9) };
		const { body } = await admin.post('/items/referral_links', link);
		const issued = await admin.post(`/refer/links/${body.data.id}`);
		const path = new URL(issued.body.data.url).pathname;
		const { anonymous } = small;

		expect((await anonymous.post(path, { ...CHARITY, first_name: '' })).status).toBe(400);
		expect((await anonymous.post(path, CHARITY)).status).toBe(200);
		expect((await anonymous.post(path, CHARITY)).status).toBe(200);
		const refused = await anonymous.post(path, CHARITY);
		expect([refused.status, refused.body.errors[0].extensions.code]).toEqual([429, 'REQUESTS_EXCEEDED']);
		expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3000);
		const page = await fetch(small.url + path, {
			method: 'POST',
			body: new URLSearchParams({ ...CHARITY, permission_obtained: 'true' }),
			headers: { accept: 'text/html' },
		});
		expect([page.status, (await page.text()).includes('Too many attempts')]).toEqual([429, true]);
		expect((await anonymous.get(path)).status).toBe(200);

		const { client } = await user('Referrer', 'referrer-limit@example.org');
		expect((await client.post('/refer', COACH)).status).toBe(200);
		expect((await client.post('/refer', COACH)).status).toBe(429);

		for (const token of ['1', '2', '3']) expect((await anonymous.get(`/refer/${token.repeat(40)}`)).status).toBe(404);
		expect((await anonymous.get(`/refer/${'4'.repeat(40)}`)).status).toBe(429);
		expect((await anonymous.get(path)).status).toBe(429);
	});
});
