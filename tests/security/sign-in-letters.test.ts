/** Letters for a forgotten password are few, and nobody learns from the answer; what is wrong is on record (5.1). */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startMailServer, type TestMailServer } from '../support/smtp.ts';
import { startTestServer, type Client, type TestServer } from '../support/server.ts';

const PASSWORD = 'quiet otter violin plum';
let mail: TestMailServer;
let server: TestServer;
let admin: Client;
let role: string;

beforeAll(async () => {
	mail = await startMailServer();
	const limits = { PASSWORD_LETTERS_PER_ACCOUNT_AN_HOUR: '2', PASSWORD_LETTERS_PER_ADDRESS_AN_HOUR: '4' };
	server = await startTestServer({ env: { ...mail.env, ...limits }, own: true });
	admin = await server.admin();
	role = (await admin.get('/roles?filter[name][_eq]=Referrer&fields=id')).body.data[0].id;
});
afterAll(async () => {
	await server.stop();
	await mail.stop();
});

const somebody = async () => {
	const email = `${randomUUID()}@example.org`;
	await admin.post('/users', { email, password: PASSWORD, role, status: 'active' });
	return email;
};
const send = (path: string, from: string, body: object, headers: Record<string, string> = {}) =>
	fetch(server.url + path, {
		method: 'POST',
		headers: { 'content-type': 'application/json', 'x-forwarded-for': from, ...headers },
		body: JSON.stringify(body),
	});
const forgotten = async (email: string, from: string) => {
	const answer = await send('/auth/password/request', from, { email });
	return [answer.status, await answer.text()];
};
const lettersTo = (...emails: string[]) => mail.mails.filter(({ to }) => emails.some((email) => to.includes(email)));

it('nobody’s letter box is filled with letters for a forgotten password, and the answer is always the same', async () => {
	const email = await somebody();
	const answers = [];
	for (let time = 0; time < 4; time++)
		answers.push(await forgotten(time % 2 ? email.toUpperCase() : email, `192.0.2.${time}`));
	answers.push(await forgotten(`${randomUUID()}@example.org`, '192.0.2.9'));
	expect(answers).toEqual(Array(5).fill([204, '']));
	await expect.poll(() => lettersTo(email).length).toBe(2);
	await wait(500);
	expect(lettersTo(email)).toHaveLength(2);
});

it('nor are those of many from one address', async () => {
	const emails: string[] = [];
	for (let time = 0; time < 6; time++) emails.push(await somebody());
	for (const email of emails) expect(await forgotten(email, '192.0.2.200')).toEqual([204, '']);
	await expect.poll(() => lettersTo(...emails).length).toBe(4);
	await wait(500);
	expect(lettersTo(...emails)).toHaveLength(4);
});

it('a single wrong password is on record, without a name', async () => {
	const email = await somebody();
	expect((await send('/auth/login', '192.0.2.77', { email, password: 'wrong' })).status).toBe(401);
	const lines = server
		.output()
		.split('\n')
		.filter((line) => line.includes('A wrong password or code'));
	expect(lines).toHaveLength(1);
	expect(server.output()).toContain('192.0.2.77');
	expect(server.output()).not.toContain(email);
});

it.each(['/server/info', '/assets/00000000-0000-4000-8000-000000000000', '/refer', '/second-factor', '/nothing'])(
	'%s is shown within nobody else’s page',
	async (path) => {
		const { headers } = await fetch(server.url + path, { headers: { accept: 'text/html' } });
		expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
	},
);

it('a page of another website changes nothing with the cookies of whoever looks at it', async () => {
	const email = await somebody();
	const given = { email, password: PASSWORD };
	const forged = await send('/auth/login', '192.0.2.78', given, {
		'sec-fetch-site': 'cross-site',
		'accept-language': 'cy',
	});
	expect([forged.status, (await forged.json()).errors[0].message]).toEqual([
		403,
		expect.stringMatching(/gwefan arall/),
	]);
	expect((await send('/auth/login', '192.0.2.78', given, { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
	expect((await send('/auth/login', '192.0.2.78', given)).status).toBe(200);
});
