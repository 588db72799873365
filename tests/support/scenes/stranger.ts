/** Accounts, and strangers who try to sign in to them. */
import { randomUUID } from 'node:crypto';
import type { Answer, Client } from '../client.ts';
import { startTestServer, type TestServer } from '../server.ts';

export const PASSWORD = 'quiet otter violin plum';
export const FREE = 5;
export const FIRST = 4;
export const LONGEST = 10;

export const DELAYS = {
	SIGN_IN_FIRST_DELAY_SECONDS: String(FIRST),
	SIGN_IN_LONGEST_DELAY_SECONDS: String(LONGEST),
	SIGN_IN_LONGEST_DELAY_OF_ACCOUNT_SECONDS: '3',
	SIGN_IN_FAILURES_PER_ACCOUNT: '12',
	SIGN_IN_FAILURES_PER_ADDRESS: '15',
};

export let server: TestServer;
export let admin: Client;
let referrer: string;
export let administrator: string;

/** A new account each time, so that no test stands in another's way. */
export async function somebody(role = referrer): Promise<{ id: string; email: string }> {
	const email = `${randomUUID()}@example.org`;
	const { body } = await admin.post('/users', { email, password: PASSWORD, role, status: 'active' });
	return { id: body.data.id, email };
}

export let addresses = 0;
export const anAddress = () => `198.51.${100 + Math.floor(++addresses / 250)}.${addresses % 250}`;

export interface Attempt {
	from: string;
	to?: string;
	path?: string;
	language?: string;
	more?: object;
}

export async function signIn(email: string, password: string, attempt: Attempt): Promise<Answer> {
	const { from, to = server.url, path = '/auth/login', language = 'en-GB', more = {} } = attempt;
	const response = await fetch(to + path, {
		method: 'POST',
		headers: { 'content-type': 'application/json', 'x-forwarded-for': from, 'accept-language': language },
		body: JSON.stringify({ email, password, ...more }),
	});
	return { status: response.status, headers: response.headers, body: await response.json() };
}

export const statuses = (answers: Answer[]) => answers.map(({ status }) => status);

export async function begin(): Promise<void> {
	// Nothing is counted yet of what other files of tests got wrong.
	server = await startTestServer({ env: DELAYS, own: true });
	admin = await server.admin();
	referrer = (await admin.get('/roles?filter[name][_eq]=Referrer&fields=id')).body.data[0].id;
	administrator = (await admin.get('/users/me?fields=role')).body.data.role;
}

export const end = () => server.stop();
