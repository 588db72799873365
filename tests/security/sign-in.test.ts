/** Whoever signs in rightly gets in; every place that asks for a password or a code counts what is wrong (5.1). */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../support/client.ts';
import { freePort, lane, launch } from '../support/platform.ts';
import { redisAnswers, redisUrl } from '../support/redis.ts';
import {
	admin,
	administrator,
	anAddress,
	begin,
	DELAYS,
	end,
	FREE,
	PASSWORD,
	server,
	signIn,
	somebody,
	statuses,
} from '../support/scenes/stranger.ts';
import { nextCodes } from '../support/second-factor.ts';
import { startTestServer } from '../support/server.ts';
import { totp } from '../support/totp.ts';

beforeAll(begin);
afterAll(end);

describe('people who sign in', () => {
	it('at the same moment, with the right password, all get in', async () => {
		const { email } = await somebody();
		const from = anAddress();
		const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(email, PASSWORD, { from })));
		expect(statuses(answers)).toEqual(Array(12).fill(200));
	});

	it('from one office, all get in', async () => {
		const from = anAddress();
		const people = await Promise.all(Array.from({ length: 25 }, () => somebody()));
		const answers = await Promise.all(people.map(({ email }) => signIn(email, PASSWORD, { from })));
		expect(statuses(answers)).toEqual(Array(25).fill(200));
	});
});

describe('other places that ask for a password or a code', () => {
	const post = async (path: string, token: string, from: string, body: object): Promise<Answer> => {
		const response = await fetch(server.url + path, {
			method: 'POST',
			headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-forwarded-for': from },
			body: JSON.stringify(body),
		});
		const text = await response.text();
		return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
	};

	it('count too: the password before a second factor, and the code that takes it off', async () => {
		const { email } = await somebody(administrator);
		const home = anAddress();
		const token = (await signIn(email, PASSWORD, { from: home })).body.data.access_token;
		const made = await post('/users/me/tfa/generate', token, home, { password: PASSWORD });
		const { secret } = made.body.data;

		const thief = anAddress();
		const passwords = [];
		for (let time = 0; time < FREE + 2; time++) {
			passwords.push(await post('/users/me/tfa/generate', token, thief, { password: `wrong-${time}` }));
		}
		expect(statuses(passwords).slice(FREE)).toEqual([429, 429]);
		expect((await signIn(email, PASSWORD, { from: thief })).status).toBe(429);

		expect((await post('/users/me/tfa/enable', token, home, { secret, otp: totp(secret) })).status).toBe(204);
		// What was signed in before has ended with it.
		await nextCodes(server);
		const { body } = await signIn(email, PASSWORD, { from: home, more: { otp: totp(secret) } });
		const other = anAddress();
		const codes = [];
		for (let time = 0; time < FREE + 2; time++) {
			codes.push(await post('/users/me/tfa/disable', body.data.access_token, other, { otp: '000000' }));
		}
		expect(statuses(codes)).toEqual([...Array(FREE).fill(400), 429, 429]);
	});

	it('count too: the code of the second factor, but not the question for it', async () => {
		const { email } = await somebody(administrator);
		const home = anAddress();
		const token = (await signIn(email, PASSWORD, { from: home })).body.data.access_token;
		const { secret } = (await post('/users/me/tfa/generate', token, home, { password: PASSWORD })).body.data;
		expect((await post('/users/me/tfa/enable', token, home, { secret, otp: totp(secret) })).status).toBe(204);

		// The sign-in page asks once without a code to learn that there must be one.
		const from = anAddress();
		for (let time = 0; time < FREE + 2; time++) {
			const asked = await signIn(email, PASSWORD, { from });
			expect(asked.body.errors[0].extensions.code).toBe('INVALID_OTP');
		}
		await nextCodes(server);
		expect((await signIn(email, PASSWORD, { from, more: { otp: totp(secret) } })).status).toBe(200);
		const codes = [];
		for (let time = 0; time < FREE + 2; time++) {
			codes.push(await signIn(email, PASSWORD, { from, more: { otp: '000000' } }));
		}
		expect(statuses(codes)).toEqual([...Array(FREE).fill(401), 429, 429]);
	});

	it('are closed where nobody uses them', async () => {
		const mutation = 'mutation { auth_login(email: "a@example.org", password: "wrong") { access_token } }';
		expect((await server.anonymous.post('/graphql/system', { query: mutation })).status).toBe(403);
		expect((await admin.post('/graphql/system', { query: mutation })).status).toBe(404);
		expect((await server.anonymous.post('/shares/auth', { share: randomUUID(), password: 'x' })).status).toBe(404);
	});
});

it('an Administrator cannot bring back that failures suspend accounts', async () => {
	for (const auth_login_attempts of [1, 10, '5']) {
		expect((await admin.patch('/settings', { auth_login_attempts })).status).toBe(400);
	}
	expect((await admin.patch('/settings', { auth_login_attempts: null })).status).toBe(200);
	expect((await admin.get('/settings?fields=auth_login_attempts')).body.data.auth_login_attempts).toBe(null);
});

it.runIf(lane === 'postgres' && (await redisAnswers()))(
	'two instances with one Redis count together',
	async () => {
		const first = await startTestServer({ env: { ...DELAYS, REDIS: redisUrl } });
		const port = String(await freePort());
		const second = await launch({ ...first.env, PORT: port });
		try {
			const email = `${randomUUID()}@example.org`;
			const from = `203.0.113.${process.pid % 250}`;
			const answers = [];
			for (let time = 0; time < FREE + 3; time++) {
				const to = time % 2 ? first.url : `http://127.0.0.1:${port}`;
				answers.push(await signIn(email, 'wrong', { from, to }));
			}
			expect(statuses(answers)).toEqual([...Array(FREE).fill(401), 429, 429, 429]);
		} finally {
			second.process.removeAllListeners('exit').kill('SIGKILL');
			await first.stop();
		}
	},
	240_000,
);
