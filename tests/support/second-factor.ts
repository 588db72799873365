/** People with a second factor, as they set it up themselves. */
import { clientOf, type Answer, type Client } from './client.ts';
import type { TestServer } from './server.ts';
import { databaseOf } from './database.ts';
import { totp, totpToSend } from './totp.ts';

export interface Enrolled {
	email: string;
	password: string;
	secret: string;
	codes: string[];
}

/** Signs in, by the password and whatever more is said. */
export function signInWith(server: TestServer, { email, password }: { email: string; password: string }, more = {}) {
	return server.anonymous.post('/auth/login', { email, password, ...more });
}

/** Enrols whoever has signed in so far by the password alone. */
export async function enrol(server: TestServer, account: { email: string; password: string }): Promise<Enrolled> {
	const signedIn = await signInWith(server, account);
	const client = clientOf(server.url, signedIn.body.data.access_token);
	const started = await client.post('/second-factor', { password: account.password });
	const { secret } = started.body.data;
	const { status, body } = await client.post('/second-factor', { secret, otp: totpToSend(secret) });
	if (status !== 200) throw new Error(JSON.stringify(body));
	return { ...account, secret, codes: body.data.recovery_codes };
}

/** As if the devices showed another code: each works once, and a test does not wait for half a minute. */
export async function nextCodes(server: TestServer): Promise<void> {
	const knex = databaseOf(server);
	await knex('platform_used_codes').delete();
	await knex.destroy();
}

/** Somebody signed in with the code of their device. */
export async function withCode(server: TestServer, { secret, ...account }: Enrolled): Promise<Client> {
	await nextCodes(server);
	const { body } = await signInWith(server, account, { otp: totp(secret) });
	return clientOf(server.url, body.data.access_token);
}

export const codeOf = ({ body }: Answer): string | undefined => body?.errors?.[0]?.extensions.code;
