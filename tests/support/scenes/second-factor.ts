/** An installation where everybody must have a second factor: the Administrator, a manager and a mentor elsewhere have one. */
import type { Knex } from 'knex';
import { expect } from 'vitest';
import type { Client } from '../client.ts';
import { databaseOf } from '../database.ts';
import { ADMIN } from '../platform.ts';
import { enrol, nextCodes, withCode, type Enrolled } from '../second-factor.ts';
import { startTestServer, type TestServer } from '../server.ts';
import { totp } from '../totp.ts';
import { PASSWORD } from '../world.ts';

export let server: TestServer;
export let knex: Knex;
export let admin: Client;
export let administrator: Enrolled;
export let manager: Enrolled;
export let elsewhere: Enrolled;

export async function begin(): Promise<void> {
	// What an address with TLS brings is looked at here too.
	const env = { SECOND_FACTOR: 'required', PUBLIC_URL: 'https://peer.example.org' };
	server = await startTestServer({ seed: 'world', env, own: true });
	knex = databaseOf(server);
	// The first Administrator enrols at the first sign-in, like anybody.
	administrator = await enrol(server, ADMIN);
	admin = await withCode(server, administrator);
	manager = await enrol(server, { email: 'test-9-manager@example.org', password: PASSWORD });
	elsewhere = await enrol(server, { email: 'test-1-mentor2@example.org', password: PASSWORD });
}

export async function end(): Promise<void> {
	await knex.destroy();
	await server.stop();
}

export async function made(who: Client, path: string, values: object): Promise<string> {
	const { status, body } = await who.post(path, values);
	if (status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
	return body.data.id;
}

/** As if so many minutes had passed since anything was proved. */
export const later = (minutes: number) =>
	knex('platform_sessions').update({
		code_at: knex.raw('code_at - ?', [minutes * 60_000]),
		password_at: knex.raw('password_at - ?', [minutes * 60_000]),
	});
export async function prove(who: Client, { secret }: Enrolled): Promise<void> {
	await nextCodes(server);
	expect((await who.post('/second-factor/proof', { otp: totp(secret) })).status).toBe(200);
}
