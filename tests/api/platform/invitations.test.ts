/** People are invited, by a letter in their language, and choose a password; nobody's address stands in the log. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../support/client.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';
import { letterTo, startMailServer, type TestMailServer } from '../../support/smtp.ts';

let post: TestMailServer;
let server: TestServer;
let admin: Client;
let role: string;
beforeAll(async () => {
	post = await startMailServer();
	server = await startTestServer({ env: post.env });
	admin = await server.admin();
	role = (await admin.get('/roles?filter[name][_eq]=Peer Mentor&fields=id')).body.data[0].id;
});
afterAll(async () => {
	await server.stop();
	await post.stop();
});

describe('POST /users/invite', () => {
	it('sends a letter in the language of the person, by which they choose their password', async () => {
		const email = 'invited.one@example.org';
		expect((await admin.post('/users/invite', { email, role, language: 'cy-GB' })).status).toBe(200);
		const letter = await letterTo(post, email);
		expect(letter).toMatch(/Subject: =\?UTF-8|Subject: Mae cyfrif/);
		expect(letter).not.toMatch(/substance|dependency|sylweddau/i);
		const token = /token=([\w.-]+)/.exec(letter)?.[1];
		const password = 'a sentence of four words';
		expect((await server.anonymous.post('/users/invite/accept', { token, password })).status).toBe(204);
		expect((await server.anonymous.post('/auth/login', { email, password })).status).toBe(200);
	});

	it('sends it again to whoever has not answered, with another role', async () => {
		const email = 'invited.two@example.org';
		const buyer = (await admin.get('/roles?filter[name][_eq]=Buyer&fields=id')).body.data[0].id;
		await admin.post('/users/invite', { email: [email], role });
		await letterTo(post, email);
		expect((await admin.post('/users/invite', { email: [email], role: buyer })).status).toBe(200);
		const { body } = await admin.get(`/users?filter[email][_eq]=${email}&fields=role,status`);
		expect(body.data).toEqual([{ role: buyer, status: 'invited' }]);
	});

	it.each([
		['no address', { email: 'nobody' }, /^email: give one e-mail address/],
		['nobody', { email: [] }, /^email/],
		['no role', { email: 'c@example.org', role: 'Peer Mentor' }, /^role: there is no such role/],
		['a role that is not there', { email: 'a@example.org', role: '7d1f0a4e-55a5-5c55-8f11-0123456789ab' }, /^role/],
		['whoever has an account', { email: ['b@example.org', 'admin@example.org'] }, /has an account already/],
	])('refuses %s, and makes no account', async (_, change, message) => {
		const { status, body } = await admin.post('/users/invite', { role, ...change });
		expect([status, body.errors[0].message]).toEqual([400, expect.stringMatching(message)]);
		const { body: made } = await admin.get(
			'/users?filter[email][_in]=a@example.org,b@example.org,c@example.org&fields=id',
		);
		expect(made.data).toEqual([]);
	});
});

describe('a letter that does not go out', () => {
	it.each([
		['an invitation', 'invited.three@example.org', (email: string) => admin.post('/users/invite', { email, role })],
		[
			'a new password',
			'invited.one@example.org',
			(email: string) => server.anonymous.post('/auth/password/request', { email }),
		],
	])('leaves no address in the log: %s', async (_, email, ask) => {
		post.refuse(550);
		const before = server.output().length;
		expect((await ask(email)).status).toBeLessThan(300);
		await expect.poll(() => server.output().slice(before), { timeout: 20_000 }).toMatch(/EENVELOPE|550/);
		post.refuse(undefined);
		expect(server.output()).not.toContain(email);
	});
});
