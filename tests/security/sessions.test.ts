/** Sessions end by themselves, with the work and with the password; a password that can be guessed is none (5.1). */
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import { dayColumn } from '../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { clientOf, type Client } from '../support/client.ts';
import { databaseOf } from '../support/database.ts';
import { codeOf } from '../support/second-factor.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { PASSWORD, worldOf, type World } from '../support/world.ts';

const GOOD = 'seven blue teapots sing';
const HOUR = 3_600_000;

let server: TestServer;
let world: World;
let knex: Knex;

beforeAll(async () => {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	knex = databaseOf(server);
});
afterAll(async () => {
	await knex.destroy();
	await server.stop();
});

const json = { 'content-type': 'application/json' };
const signIn = (email: string, password = PASSWORD) => server.anonymous.post('/auth/login', { email, password });

/** Somebody as the Studio signs them in: by a cookie. */
async function inTheStudio(email: string, password = PASSWORD) {
	const signedIn = await fetch(`${server.url}/auth/login`, {
		method: 'POST',
		headers: json,
		body: JSON.stringify({ email, password, mode: 'session' }),
	});
	expect(signedIn.status).toBe(200);
	let cookie = String(signedIn.headers.get('set-cookie')).split(';')[0] as string;
	const send = (method: string, path: string, body?: object) =>
		fetch(server.url + path, {
			method,
			headers: { cookie, ...(body && json) },
			...(body && { body: JSON.stringify(body) }),
		});
	return {
		send,
		look: async () => (await send('GET', '/users/me')).status,
		renew: async () => {
			const answer = await send('POST', '/auth/refresh', { mode: 'session' });
			if (answer.ok) cookie = String(answer.headers.get('set-cookie')).split(';')[0] as string;
			return answer.status;
		},
	};
}

/** As if a session had begun, and was last used, so much earlier. */
const earlier = (user: string, milliseconds: { started_at?: number; seen_at?: number }) =>
	knex('platform_sessions')
		.where({ user })
		.update(Object.fromEntries(Object.entries(milliseconds).map(([at, by]) => [at, knex.raw('?? - ?', [at, by])])));

describe('a session', () => {
	it('ends half an hour after the last thing that was done in it, though the Studio keeps renewing it', async () => {
		const { email, user } = world.north.mentors[0]!;
		const [used, left] = [await inTheStudio(email), await inTheStudio(email)];
		await earlier(user, { seen_at: 29 * 60_000 });
		expect(await left.renew()).toBe(200);
		expect(await used.look()).toBe(200);
		await knex('platform_sessions')
			.where({ user })
			.andWhere('seen_at', '<', Date.now() - 60_000)
			.update({ seen_at: knex.raw('seen_at - 120000') });
		expect([await left.renew(), await left.look()]).toEqual([401, 401]);
		expect(await used.look()).toBe(200);
	});

	it('that nobody renews is refused as well', async () => {
		const { email, user } = world.north.mentors[0]!;
		const left = await inTheStudio(email);
		await earlier(user, { seen_at: 31 * 60_000 });
		const answer = await left.send('GET', '/items/mentees');
		expect([answer.status, (await answer.json()).errors[0].extensions.code]).toEqual([401, 'TOKEN_EXPIRED']);
		expect((await left.send('GET', '/mentor/api/model')).status).toBe(401);
		expect(await left.look()).toBe(401);
	});

	it('that is over is in nobody’s way to the page of the mentors’ app, which leads to its own sign-in', async () => {
		const { email, user } = world.north.mentors[0]!;
		const left = await inTheStudio(email);
		await earlier(user, { seen_at: 31 * 60_000 });
		expect((await left.send('GET', '/items/mentees')).status).toBe(401);
		const open = await fetch(`${server.url}/mentor/`);
		for (const cookie of ['directus_session_token=over', 'directus_session_token=a.b.c']) {
			const page = await fetch(`${server.url}/mentor/`, { headers: { cookie } });
			expect([page.status, await page.text()]).toEqual([open.status, await open.clone().text()]);
		}
		expect((await left.send('GET', '/mentor/')).status).toBe(open.status);
	});

	it('ends twelve hours after signing in, whatever is done in it, a program’s too', async () => {
		const { email, user } = world.north.mentors[0]!;
		const studio = await inTheStudio(email);
		const { refresh_token } = (await signIn(email)).body.data;
		await earlier(user, { started_at: 11 * HOUR });
		const renewed = await server.anonymous.post('/auth/refresh', { refresh_token });
		expect([renewed.status, await studio.renew()]).toEqual([200, 200]);
		await earlier(user, { started_at: 2 * HOUR });
		expect(await studio.look()).toBe(401);
		const again = await server.anonymous.post('/auth/refresh', { refresh_token: renewed.body.data.refresh_token });
		expect([again.status, codeOf(again)]).toEqual([401, 'INVALID_CREDENTIALS']);
	});

	it('is in no address', async () => {
		const { token } = world.admin;
		expect((await server.anonymous.get(`/users/me?access_token=${token}`)).status).toBe(400);
		expect((await server.anonymous.get(`/assets/x?access_token=${token}`)).status).toBe(400);
	});
});

it('a mentor who has left does not get in from the day after the last, and is out of what was open', async () => {
	const { email, user, id } = world.west.mentors[0]!;
	const leave = (day: string) =>
		knex('peer_mentors')
			.where({ id })
			.update({ leaves_on: dayColumn(knex, day as never) });
	await leave(today());
	expect((await signIn(email)).status).toBe(200);
	const studio = await inTheStudio(email);
	expect(await studio.look()).toBe(200);
	const { client } = { client: clientOf(server.url, (await signIn(email)).body.data.access_token) };
	await leave(addDays(today(), -1));
	const refused = await signIn(email);
	expect([refused.status, codeOf(refused)]).toEqual([403, 'ACCOUNT_ENDED']);
	// What is known of an account is known for three seconds.
	await expect.poll(() => studio.look(), { timeout: 8000 }).toBe(401);
	expect((await client.get('/items/mentees')).status).toBe(401);
	expect(await knex('directus_sessions').where({ user })).toEqual([]);
});

describe('a password', () => {
	const weak: [string, RegExp][] = [
		['Short-1a', /at least 12/],
		['@dm1n1str@t0r', /everybody tries first/],
		['violin TEST-9 plum', /a name, an e-mail address or the contract/],
		['violin W3st plum tree', /a name, an e-mail address or the contract/],
	];
	const refusedIn = async (who: Client, path: string, body: object, method: 'post' | 'patch' = 'post') => {
		const answer = await who[method](path, body);
		expect([answer.status, codeOf(answer)]).toEqual([400, 'FAILED_VALIDATION']);
		return answer.body.errors[0].message as string;
	};

	it('that can be guessed is refused on every way in which one is set, in the reader’s language', async () => {
		const supplier = world.west.id;
		const role = (await world.admin.get('/roles?filter[name][_eq]=Peer Mentor&fields=id')).body.data[0].id;
		const person = { email: 'gwen.probe@example.org', first_name: 'Gwen', last_name: 'Probe', supplier, role };
		for (const [password, why] of [...weak.slice(0, 2), weak[3]!]) {
			expect(await refusedIn(world.admin, '/users', { ...person, password })).toMatch(why);
		}
		for (const password of ['violin gwen plum', 'v1olin gw3n plum', 'violin p.r.o.b.e plum']) {
			expect(await refusedIn(world.admin, '/users', [{ ...person, password }])).toMatch(/a name/);
		}
		const made = await world.admin.post('/users', { ...person, status: 'invited', language: 'cy-GB' });
		const { id } = made.body.data;
		expect(await refusedIn(world.admin, `/users/${id}`, { password: 'Gwen-violin-plum' }, 'patch')).toMatch(/a name/);
		expect(await refusedIn(world.admin, '/users', { keys: [id], data: { password: weak[1]![0] } }, 'patch')).toMatch(
			weak[1]![1],
		);

		const invite = tokenFor({ email: person.email, scope: 'invite' });
		const accept = (password: string) => server.anonymous.post('/users/invite/accept', { token: invite, password });
		expect((await accept('violin gwen plum')).body.errors[0].message).toMatch(/^Mae enw/);
		expect((await accept(GOOD)).status).toBe(204);

		const { password: kept } = await knex('directus_users').where({ id }).first('password');
		const reset = tokenFor({ email: person.email, scope: 'password-reset', hash: simpleHash(String(kept)) });
		const answer = await server.anonymous.post('/auth/password/reset', { token: reset, password: 'violin gwen plum' });
		expect([answer.status, answer.body.errors[0].message]).toEqual([400, expect.stringMatching(/^Mae enw/)]);
	});

	it('of one’s own is changed with the present one, and every other session ends', async () => {
		const { email, user } = world.west.mentors[1]!;
		const [here, there] = [await inTheStudio(email), await inTheStudio(email)];
		const program = clientOf(server.url, (await signIn(email)).body.data.access_token);
		for (const path of ['/users/me', `/users/${user}`]) {
			const asked = await here.send('PATCH', path, { password: GOOD });
			expect([asked.status, (await asked.json()).errors[0].extensions]).toMatchObject([
				403,
				{ code: 'FRESH_PROOF_REQUIRED', proof: 'password' },
			]);
		}
		expect((await here.send('POST', '/second-factor/proof', { password: 'wrong' })).status).toBe(400);
		expect((await here.send('POST', '/second-factor/proof', { password: PASSWORD })).status).toBe(200);
		expect((await here.send('PATCH', '/users/me', { password: GOOD })).status).toBeLessThan(300);
		expect([await here.look(), await there.look()]).toEqual([200, 401]);
		await expect.poll(async () => (await program.get('/users/me')).status, { timeout: 8000 }).toBe(401);
		expect([(await signIn(email)).status, (await signIn(email, GOOD)).status]).toEqual([401, 200]);
	});
});

/** A link as Directus sends it by e-mail. */
function tokenFor(claims: object): string {
	const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
	const now = Math.floor(Date.now() / 1000);
	const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ ...claims, iat: now, exp: now + 600, iss: 'directus' })}`;
	const secret = readFileSync(join(server.data, 'secret.txt'), 'utf8').trim();
	return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

/** What Directus names the password by that a link was sent for. */
function simpleHash(text: string): string {
	let hash = 0;
	for (const letter of text) hash = (hash * 31 + letter.charCodeAt(0)) | 0;
	return Math.abs(hash).toString(16);
}
