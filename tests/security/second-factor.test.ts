/** Whoever sees a person or a return signs in with a second factor, on every way in, and nobody goes round it (5.1). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf, type Client } from '../support/client.ts';
import {
	admin,
	administrator,
	begin,
	end,
	knex,
	made,
	manager,
	prove,
	server,
} from '../support/scenes/second-factor.ts';
import { codeOf, enrol, nextCodes, signInWith, withCode } from '../support/second-factor.ts';
import { totp, totpToType } from '../support/totp.ts';
import { PASSWORD } from '../support/world.ts';

const MENTOR = { email: 'test-9-mentor1@example.org', password: PASSWORD };
const as = async (account: { email: string; password: string }) =>
	clientOf(server.url, (await signInWith(server, account)).body.data.access_token);
const roleOf = async (name: string) =>
	(await admin.get(`/roles?filter[name][_eq]=${name}&fields=id`)).body.data[0].id as string;

beforeAll(begin);
afterAll(end);

describe('staff without a second factor', () => {
	it.each<[string, (who: Client) => ReturnType<Client['get']>]>([
		['records', (who) => who.get('/items/mentees')],
		['a search', (who) => who.search('/items/mentees', { query: {} })],
		['a change', (who) => who.patch('/users/me', { language: 'cy-GB' })],
		['GraphQL', (who) => who.post('/graphql', { query: '{ mentees { id } }' })],
		['files', (who) => who.get('/files/00000000-0000-4000-8000-000000000000')],
		['pictures', (who) => who.get('/assets/00000000-0000-4000-8000-000000000000')],
		['our own endpoints', (who) => who.get('/figures?count=starts&from=2024-01&to=2024-01')],
		['the mentors’ app', (who) => who.get('/mentor/api/model')],
		['what it saves', (who) => who.post('/mentor/api/steps/add-referral', {})],
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
		await prove(admin, administrator);
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
		await prove(admin, administrator);
		const token = 'a-service-of-the-tests-0123456789';
		const robot = { email: 'robot@example.org', role: await roleOf('Buyer'), token, status: 'active' };
		await made(admin, '/users', robot);
		expect((await clientOf(server.url, token).get('/items/call_off_contracts')).status).toBe(200);
		const staff = await withCode(server, manager);
		expect((await staff.patch('/users/me', { token: 'mine-0123456789-mine' })).status).toBe(403);
	});
});

describe('a code of a second factor', () => {
	const again = (otp: string) => signInWith(server, manager, { otp });

	it('works once: not again to sign in, nor to prove who one is, to make codes or to enrol', async () => {
		await nextCodes(server);
		const otp = await totpToType(manager.secret);
		const first = await again(otp);
		expect(first.status).toBe(200);
		expect(codeOf(await again(otp))).toBe('INVALID_OTP');
		expect(codeOf(await again(` ${otp}`))).toBe('INVALID_OTP');
		const who = clientOf(server.url, first.body.data.access_token);
		for (const path of ['/second-factor/proof', '/second-factor/codes']) {
			const refused = await who.post(path, { otp });
			expect([path, refused.status, refused.body.errors[0].message]).toEqual([
				path,
				400,
				expect.stringMatching(/has been used: each works once/),
			]);
		}
		await nextCodes(server);
		expect((await who.post('/second-factor/proof', { otp: totp(manager.secret) })).status).toBe(200);
		expect(codeOf(await again(totp(manager.secret)))).toBe('INVALID_OTP');
	});

	it('nor the one with which somebody has enrolled, nor for one of several who send another at the same moment', async () => {
		const account = { email: 'test-9-mentor2@example.org', password: PASSWORD };
		const { secret } = await enrol(server, account);
		expect(codeOf(await signInWith(server, account, { otp: totp(secret) }))).toBe('INVALID_OTP');
		await nextCodes(server);
		const otp = await totpToType(secret);
		const answers = await Promise.all([1, 2, 3].map(() => signInWith(server, account, { otp })));
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
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

	it('is set up by nobody who does not know the password, with a secret of their own or the platform’s', async () => {
		const stranger = await as({ email: 'test-9-mi@example.org', password: PASSWORD });
		const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
		const answer = await stranger.post('/second-factor', { secret, otp: totp(secret) });
		expect([answer.status, codeOf(answer)]).toEqual([403, 'FRESH_PROOF_REQUIRED']);
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
		expect(codeOf(await signInWith(server, account, { otp: 'aaaa-aaaa-aaaa-aaaa-aaaa-aaaa-aaaa' }))).toBe(
			'INVALID_OTP',
		);
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
			statuses.push((await signInWith(server, account, { otp: `aaaa-aaaa-aaaa-aaaa-aaaa-aaaa-aaa${time}` })).status);
		}
		expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
	});

	it('nor by whoever proves the password between the guesses', async () => {
		const who = await withCode(server, manager);
		const statuses = [];
		for (let time = 0; time < 8; time++) {
			statuses.push((await who.post('/second-factor/proof', { otp: `00000${time}` })).status);
			if (time % 2 === 1) statuses.push((await who.post('/second-factor/proof', { password: PASSWORD })).status);
		}
		expect(statuses).toContain(429);
	});

	it('its page leads to no other host', async () => {
		const who = await withCode(server, administrator);
		for (const then of [
			'//evil.example',
			'/.//evil.example',
			'/a/..//evil.example',
			'//[',
			'/\\\\evil.example',
			'https://evil.example',
		]) {
			const address = `${server.url}/second-factor/proof?then=${encodeURIComponent(then)}`;
			const page = await fetch(address, { headers: { authorization: `Bearer ${who.token}`, accept: 'text/html' } });
			const leads = /name="then" value="([^"]*)"/.exec(await page.text())?.[1] ?? '';
			expect([then, page.status, leads]).toEqual([then, 200, '/admin']);
		}
	});
});

it('cookies go over TLS only where the address has it', async () => {
	const signedIn = await fetch(`${server.url}/auth/login`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ ...MENTOR, mode: 'session' }),
	});
	expect(signedIn.headers.get('set-cookie')).toMatch(
		/^__Host-directus_session_token=.*; Path=\/; .*; HttpOnly; Secure; SameSite=Lax/,
	);
	expect(signedIn.headers.get('set-cookie')).not.toMatch(/domain/i);
	expect(signedIn.headers.get('strict-transport-security')).toMatch(/max-age/);
});

async function sessionOf(account: object): Promise<string> {
	const { headers } = await server.anonymous.post('/auth/login', { ...account, mode: 'session' });
	return String(headers.get('set-cookie')).split(';')[0] as string;
}
