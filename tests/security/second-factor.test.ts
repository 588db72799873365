/** Whoever sees a person or a return signs in with a second factor, on every way in, and nobody goes round it (5.1). */
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf, type Client } from '../support/client.ts';
import { databaseOf } from '../support/database.ts';
import { ADMIN } from '../support/platform.ts';
import { codeOf, enrol, signInWith, withCode, type Enrolled } from '../support/second-factor.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { totp } from '../support/totp.ts';
import { PASSWORD } from '../support/world.ts';

let server: TestServer;
let knex: Knex;
let admin: Client;
let manager: Enrolled;
let elsewhere: Enrolled;

const MENTOR = { email: 'test-9-mentor1@example.org', password: PASSWORD };
const as = async (account: { email: string; password: string }) =>
	clientOf(server.url, (await signInWith(server, account)).body.data.access_token);
const made = async (who: Client, path: string, values: object) => {
	const { status, body } = await who.post(path, values);
	expect([path, status, JSON.stringify(body)]).toEqual([path, 200, expect.anything()]);
	return body.data.id as string;
};
const roleOf = async (name: string) =>
	(await admin.get(`/roles?filter[name][_eq]=${name}&fields=id`)).body.data[0].id as string;

beforeAll(async () => {
	// What an address with TLS brings is looked at here too.
	const env = { SECOND_FACTOR: 'required', PUBLIC_URL: 'https://peer.example.org' };
	server = await startTestServer({ seed: 'world', env, own: true });
	knex = databaseOf(server);
	// The first Administrator enrols at the first sign-in, like anybody.
	admin = await withCode(server, await enrol(server, ADMIN));
	expect((await admin.post('/second-factor/proof', { otp: 'x' })).status).toBe(400);
	manager = await enrol(server, { email: 'test-9-manager@example.org', password: PASSWORD });
	elsewhere = await enrol(server, { email: 'test-1-mentor2@example.org', password: PASSWORD });
});
afterAll(async () => {
	await knex.destroy();
	await server.stop();
});

/** As if so many minutes had passed since anything was proved. */
const later = (minutes: number) =>
	knex('platform_sessions').update({
		code_at: knex.raw('code_at - ?', [minutes * 60_000]),
		password_at: knex.raw('password_at - ?', [minutes * 60_000]),
	});
const prove = async (who: Client, { secret }: Enrolled) =>
	expect((await who.post('/second-factor/proof', { otp: totp(secret) })).status).toBe(200);

describe('staff without a second factor', () => {
	it.each<[string, (who: Client) => ReturnType<Client['get']>]>([
		['records', (who) => who.get('/items/mentees')],
		['a search', (who) => who.search('/items/mentees', { query: {} })],
		['a change', (who) => who.patch('/users/me', { language: 'cy-GB' })],
		['GraphQL', (who) => who.post('/graphql', { query: '{ mentees { id } }' })],
		['files', (who) => who.get('/files/00000000-0000-4000-8000-000000000000')],
		['pictures', (who) => who.get('/assets/00000000-0000-4000-8000-000000000000')],
		['our own endpoints', (who) => who.get('/figures?count=starts&from=2024-01&to=2024-01')],
		['the path in disguise', (who) => who.get('//ITEMS/mentees/')],
		['the mentors’ own account', (who) => who.get('/users/me')],
	])('are refused %s', async (_what, ask) => {
		const answer = await ask(await as(MENTOR));
		expect([answer.status, codeOf(answer)]).toEqual([403, 'SECOND_FACTOR_REQUIRED']);
	});

	it('are told so in their language, are let sign out, and a Referrer is not asked', async () => {
		const mentor = await as(MENTOR);
		expect((await mentor.get('/items/mentees?lang=cy-GB')).body.errors[0].message).toMatch(/^Yn gyntaf, trefnwch/);
		const { body } = await signInWith(server, MENTOR);
		const refresh_token = body.data.refresh_token;
		expect((await server.anonymous.post('/auth/refresh', { refresh_token })).status).toBe(200);
		await prove(admin, { ...manager, secret: await secretOf(ADMIN.email) });
		const referrer = { email: 'referrer@example.org', password: PASSWORD };
		await made(admin, '/users', { ...referrer, role: await roleOf('Referrer'), status: 'active' });
		expect((await (await as(referrer)).get('/refer')).status).toBe(200);
	});

	it('get in by no token from before they enrolled, of a session or without', async () => {
		const account = { email: 'test-1-mentor1@example.org', password: PASSWORD };
		const token = await as(account);
		const cookie = await sessionOf(account);
		const enrolled = await enrol(server, account);
		expect(codeOf(await token.get('/users/me'))).toBe('TOKEN_EXPIRED');
		const asked = await fetch(`${server.url}/users/me`, { headers: { cookie } });
		expect(asked.status).toBe(401);
		expect(codeOf(await signInWith(server, account))).toBe('INVALID_OTP');
		expect((await (await withCode(server, enrolled)).get('/users/me')).status).toBe(200);
	});

	it('whose token is a service’s are not asked: only an Administrator gives one', async () => {
		await prove(admin, { ...manager, secret: await secretOf(ADMIN.email) });
		const token = 'a-service-of-the-tests-0123456789';
		const robot = { email: 'robot@example.org', role: await roleOf('Buyer'), token, status: 'active' };
		await made(admin, '/users', robot);
		expect((await clientOf(server.url, token).get('/items/call_off_contracts')).status).toBe(200);
		const staff = await withCode(server, manager);
		expect((await staff.patch('/users/me', { token: 'mine-0123456789-mine' })).status).toBe(403);
	});
});

describe('a second factor', () => {
	it('is switched off by nobody alone: not by its owner, nor by an Administrator', async () => {
		const own = await (await withCode(server, manager)).post('/users/me/tfa/disable', { otp: totp(manager.secret) });
		expect([own.status, codeOf(own)]).toEqual([403, 'SECOND_FACTOR_REQUIRED']);
		const { id } = await knex('directus_users').where({ email: manager.email }).first('id');
		expect((await admin.post(`/users/${id}/tfa/disable`)).status).toBe(403);
		expect((await admin.patch(`/users/${id}`, { tfa_secret: null })).status).not.toBe(200);
		expect(codeOf(await signInWith(server, manager))).toBe('INVALID_OTP');
	});

	it('lost: a recovery code signs in once, with the password, and leads to enrolling anew', async () => {
		const account = { email: 'test-1-manager@example.org', password: PASSWORD };
		const { codes } = await enrol(server, account);
		expect(new Set(codes).size).toBe(10);
		const kept = await knex('platform_recovery_codes').pluck('hash');
		expect(kept.filter((hash: string) => codes.some((code) => hash.includes(code)))).toEqual([]);
		const [otp] = codes;
		const wrong = await signInWith(server, { ...account, password: 'wrong' }, { otp });
		expect(codeOf(wrong)).toBe('INVALID_CREDENTIALS');
		expect(codeOf(await signInWith(server, account, { otp: 'aaaa-aaaa-aaaa-aaaa' }))).toBe('INVALID_OTP');
		expect(codeOf(await signInWith(server, account, { otp: manager.codes[0] }))).toBe('INVALID_OTP');
		const { status, body } = await signInWith(server, account, { otp: otp!.toUpperCase() });
		expect(status).toBe(200);
		expect(codeOf(await clientOf(server.url, body.data.access_token).get('/users/me'))).toBe('SECOND_FACTOR_REQUIRED');

		await enrol(server, account);
		expect(codeOf(await signInWith(server, account, { otp }))).toBe('INVALID_OTP');
		expect(codeOf(await signInWith(server, account, { otp: codes[1] }))).toBe('INVALID_OTP');
	});

	it('is guessed by nobody: wrong recovery codes slow down what follows', async () => {
		const account = await enrol(server, { email: 'test-1-mi@example.org', password: PASSWORD });
		const statuses = [];
		for (let time = 0; time < 7; time++) {
			statuses.push((await signInWith(server, account, { otp: `aaaa-aaaa-aaaa-aaa${time}` })).status);
		}
		expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
	});
});

describe('a lost phone without a code', () => {
	it('takes two people: a manager who asks, and an Administrator who resets', async () => {
		const mentor = await enrol(server, { email: 'test-9-mentor2@example.org', password: PASSWORD });
		const staff = await withCode(server, manager);
		const RESETS = '/items/second_factor_resets';
		const ask = (who: Client, email: string, more = {}) =>
			who.post(RESETS, { email, checked_how: 'In person', ...more });
		for (const email of [elsewhere.email, 'nobody@example.org']) {
			expect((await ask(staff, email)).body.errors[0].message).toMatch(/^There is no such account/);
		}
		expect((await ask(staff, manager.email)).status).toBe(400);
		expect((await ask(staff, mentor.email, { reset: true })).status).toBe(400);
		const { status, body } = await ask(staff, mentor.email);
		expect(status).toBe(200);
		const request = `${RESETS}/${body.data.id}`;
		expect((await staff.patch(request, { reset: true })).body.errors[0].message).toMatch(/^Only an Administrator/);

		const secret = await secretOf(ADMIN.email);
		await later(11);
		expect(codeOf(await admin.patch(request, { reset: true }))).toBe('FRESH_PROOF_REQUIRED');
		await prove(admin, { ...manager, secret });
		const asked = await ask(admin, mentor.email);
		const alone = await admin.patch(`${RESETS}/${asked.body.data.id}`, { reset: true });
		expect(alone.body.errors[0].message).toMatch(/another Administrator has to/);
		expect((await admin.patch(request, { reset: true })).status).toBe(200);

		const signedIn = await signInWith(server, mentor);
		expect(codeOf(await clientOf(server.url, signedIn.body.data.access_token).get('/users/me'))).toBe(
			'SECOND_FACTOR_REQUIRED',
		);
		expect((await admin.patch(request, { reset: true })).status).toBe(400);
		const { id } = await knex('directus_users').where({ email: mentor.email }).first('id');
		const told = await knex('directus_notifications').where({ recipient: id }).pluck('subject');
		expect(told).toEqual(['Your second factor has been reset']);
		const trail = await knex('directus_activity').where({ item: id, action: 'update' }).pluck('user');
		const { id: administrator } = await knex('directus_users').where({ email: ADMIN.email }).first('id');
		expect(trail).toContain(administrator);
	});
});

describe('what weighs most asks for a fresh proof', () => {
	it('an export, an erasure, a change of a role: for ten minutes, in the session that proved it', async () => {
		const staff = await withCode(server, manager);
		const download = () => staff.get('/items/mentees?export=csv&fields=reference&limit=1');
		expect(codeOf(await download())).toBe('FRESH_PROOF_REQUIRED');
		expect((await staff.post('/second-factor/proof', { otp: '000000' })).status).toBe(400);
		// The password is not enough where there is a second factor.
		expect((await staff.post('/second-factor/proof', { password: PASSWORD })).status).toBe(200);
		expect(codeOf(await download())).toBe('FRESH_PROOF_REQUIRED');
		await prove(staff, manager);
		expect((await download()).status).toBe(200);
		const again = await withCode(server, manager);
		expect(codeOf(await again.get('/items/mentees?export=csv'))).toBe('FRESH_PROOF_REQUIRED');
		await later(11);
		expect(codeOf(await download())).toBe('FRESH_PROOF_REQUIRED');
	});

	it.each<[string, (who: Client) => ReturnType<Client['get']>]>([
		['one person’s data', (who) => who.get('/personal-data/X.json')],
		['the tracker', (who) => who.post('/mentee-tracker/TEST-9/2024-01.xlsx', { password: PASSWORD })],
		['a new account', (who) => who.post('/users', { email: 'new@example.org' })],
		['another role', (who) => who.patch('/users', { keys: [crypto.randomUUID()], data: { role: null } })],
		[
			'more rights of a role',
			(who) => who.post('/permissions', { collection: 'mentees', action: 'read', policy: null }),
		],
	])('%s', async (_what, ask) => {
		await later(11);
		expect(codeOf(await ask(admin))).toBe('FRESH_PROOF_REQUIRED');
	});

	it('an erasure, of a person who is there', async () => {
		const mentor = await withCode(server, elsewhere);
		const person = { first_name: 'A', last_name: 'B', route: 'jobcentre_plus', received_on: '2023-10-02' };
		const referral = await made(mentor, '/items/referrals', person);
		const erasure = { referral, requested_on: '2024-01-01', reason: 'Article 17' };
		expect(codeOf(await admin.post('/items/erasures', erasure))).toBe('FRESH_PROOF_REQUIRED');
		expect(await knex('erasures')).toEqual([]);
	});

	it('whoever follows a link to a file is asked on a page, which leads to no other place', async () => {
		const headers = { authorization: `Bearer ${(await withCode(server, manager)).token}`, accept: 'text/html' };
		const asked = await fetch(`${server.url}/personal-data/X.json`, { headers, redirect: 'manual' });
		expect([asked.status, asked.headers.get('location')]).toEqual([
			303,
			'/second-factor/proof?then=%2Fpersonal-data%2FX.json',
		]);
		const page = await fetch(`${server.url}/second-factor/proof?then=//evil.example.org/`, { headers });
		const text = await page.text();
		expect(text).toContain('name="otp"');
		expect(text).not.toContain('evil');
	});
});

it('cookies go over TLS only where the address has it', async () => {
	const signedIn = await fetch(`${server.url}/auth/login`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ ...MENTOR, mode: 'session' }),
	});
	expect(signedIn.headers.get('set-cookie')).toMatch(/; HttpOnly; Secure; SameSite=Lax/);
	expect(signedIn.headers.get('strict-transport-security')).toMatch(/max-age/);
});

async function sessionOf(account: object): Promise<string> {
	const { headers } = await server.anonymous.post('/auth/login', { ...account, mode: 'session' });
	return String(headers.get('set-cookie')).split(';')[0] as string;
}

async function secretOf(email: string): Promise<string> {
	return (await knex('directus_users').where({ email }).first('tfa_secret')).tfa_secret;
}
