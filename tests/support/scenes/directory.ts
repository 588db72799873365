/** A Supplier whose people sign in with their organisation's directory, where everybody must have a second factor. */
import type { Knex } from 'knex';
import { expect } from 'vitest';
import type { Client } from '../client.ts';
import { databaseOf } from '../database.ts';
import { DIRECTORY, startDirectory, type Directory, type Person } from '../directory.ts';
import { Jar, type Opening, type Page } from '../jar.ts';
import { ADMIN } from '../platform.ts';
import { enrol, nextCodes, withCode, type Enrolled } from '../second-factor.ts';
import { startTestServer, type TestServer } from '../server.ts';
import { totp } from '../totp.ts';

/** The address that the directory leads back to; the server of the tests is found elsewhere. */
export const PLATFORM = 'http://localhost:8055';
export const SIGN_IN = `${PLATFORM}/auth/login/${DIRECTORY}`;

export const CALLBACK = `${SIGN_IN}/callback`;
/** The cookie that somebody who has signed in has. */
export const SESSION = 'directus_session_token';
export const MANAGER = 'test-9-manager@example.org';
export const MENTOR = 'test-9-mentor1@example.org';

export let directory: Directory;
export let server: TestServer;
export let knex: Knex;
export let admin: Client;
export let administrator: Enrolled;
/** Somebody whose account is tied to the directory, and what they show a second time. */
export let manager: Person;
export let device: { secret: string; codes: string[] };

export async function begin(): Promise<void> {
	directory = await startDirectory(PLATFORM);
	const log = { LOG_LEVEL: 'debug', LOG_STYLE: 'raw' };
	const env = { SECOND_FACTOR: 'required', PUBLIC_URL: PLATFORM, ...directory.env, ...log };
	server = await startTestServer({ seed: 'world', env, own: true });
	knex = databaseOf(server);
	administrator = await enrol(server, ADMIN);
	admin = await withCode(server, administrator);
	manager = await tie(MANAGER, 'b9f3c1de-manager');
	device = await setUp(aJar(), manager);
}

export async function end(): Promise<void> {
	await knex?.destroy();
	await server?.stop();
	await directory?.stop();
}

export const aJar = (): Jar => new Jar({ [PLATFORM]: server.url });

/** Changes an account as the Administrator, who shows anew that it is them. */
export async function change(email: string, values: object) {
	await nextCodes(server);
	expect((await admin.post('/second-factor/proof', { otp: totp(administrator.secret) })).status).toBe(200);
	const { id } = await knex('directus_users').where({ email }).first('id');
	return admin.patch(`/users/${id}`, values);
}

/** Ties an account to somebody in the directory. */
export async function tie(email: string, sub: string): Promise<Person> {
	const { status, body } = await change(email, { provider: DIRECTORY, external_identifier: sub });
	expect([status, body.errors]).toEqual([200, undefined]);
	return { sub, email };
}

/** Begins a sign-in as somebody in the directory, and goes as far as it leads. */
export async function arrive(jar: Jar, person: Person, then = '/admin', opening: Opening = {}): Promise<Page> {
	directory.signsIn = person;
	return jar.open(`${SIGN_IN}?redirect=${encodeURIComponent(then)}`, opening);
}

/** Sets up a second factor on the pages that somebody new arrives at. @returns its secret and the recovery codes */
export async function setUp(jar: Jar, person: Person): Promise<{ secret: string; codes: string[] }> {
	const arrived = await arrive(jar, person);
	expect([arrived.status, arrived.address.pathname]).toEqual([200, '/second-factor']);
	const scan = await jar.open(arrived.address.href, { form: {} });
	const [, secret = ''] = /name="secret" value="([A-Z2-7]+)"/.exec(scan.text) ?? [];
	await nextCodes(server);
	const done = await jar.open(arrived.address.href, { form: { secret, address: '', otp: totp(secret) } });
	expect([done.status, secret.length > 10]).toEqual([200, true]);
	return { secret, codes: [...done.text.matchAll(/<code>([^<]+)<\/code>/g)].map(([, code]) => String(code)) };
}

/** Gives the code on the page that asks for it. */
export async function give(jar: Jar, otp: string, then = '/admin', opening: Opening = {}): Promise<Page> {
	return jar.open(`${PLATFORM}/second-factor/next`, { ...opening, form: { otp, then } });
}

/** Signs somebody in whose second factor is known, to its end. */
export async function enter(person: Person, secret: string): Promise<Jar> {
	const jar = aJar();
	const asked = await arrive(jar, person);
	expect([asked.status, asked.address.pathname]).toEqual([200, '/second-factor/next']);
	await nextCodes(server);
	const entered = await give(jar, totp(secret), '/server/ping');
	expect([entered.status, entered.text]).toEqual([200, 'pong']);
	return jar;
}

/** What the platform answers a program of this browser. */
export async function ask(jar: Jar, path: string, json?: object, method?: 'GET' | 'POST') {
	const { status, text } = await jar.open(PLATFORM + path, { json, method, accept: 'application/json' });
	return { status, body: text === '' ? null : JSON.parse(text) };
}

export async function isSignedIn(jar: Jar): Promise<boolean> {
	return jar.cookie(PLATFORM, SESSION) !== undefined && (await ask(jar, '/users/me')).status === 200;
}
