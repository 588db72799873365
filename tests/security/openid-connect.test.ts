/**
 * Whoever signs in with their organisation's directory gets what an Administrator has given them, after a code of this
 * platform, and nothing that a password would not have given (5.1). Tried against a provider that runs on this machine.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIRECTORY } from '../support/directory.ts';
import {
	aJar,
	arrive,
	ask,
	begin,
	change,
	device,
	directory,
	end,
	enter,
	give,
	isSignedIn,
	knex,
	manager,
	MANAGER,
	MENTOR,
	PLATFORM,
	server,
	SESSION,
	setUp,
	SIGN_IN,
	tie,
} from '../support/scenes/directory.ts';
import { codeOf, nextCodes, signInWith } from '../support/second-factor.ts';
import { totp } from '../support/totp.ts';
import { PASSWORD } from '../support/world.ts';

beforeAll(begin);
afterAll(end);

const codeIn = (answer: { body: unknown }) => codeOf(answer as never);

describe('somebody with an account', () => {
	it('gets in by the directory and a code, and reads what their role reads and nothing else', async () => {
		const jar = await enter(manager, device.secret);
		const contracts = await ask(jar, '/items/call_off_contracts?fields=reference');
		expect([contracts.status, contracts.body.data]).toEqual([200, [{ reference: 'TEST-9' }]]);
		const own = await ask(jar, '/users/me?fields=email,role.name');
		expect(own.body.data).toEqual({ email: MANAGER, role: { name: 'Supplier Manager' } });
		for (const path of ['/settings?fields=*&filter[id][_eq]=1', '/permissions', '/flows', '/policies']) {
			expect([path, (await ask(jar, path)).status]).toEqual([path, 403]);
		}
	});

	it('is let no further before the code, on any way, and a code in the address is none', async () => {
		const jar = aJar();
		directory.signsIn = manager;
		await nextCodes(server);
		const asked = await jar.open(`${SIGN_IN}?redirect=/admin&otp=${totp(device.secret)}`);
		expect([asked.address.pathname, asked.text.includes('name="otp"')]).toEqual(['/second-factor/next', true]);
		for (const path of ['/items/mentees', '/users/me', '/mentor/api/model', '/figures?count=starts']) {
			expect([path, codeIn(await ask(jar, path))]).toEqual([path, 'SECOND_FACTOR_REQUIRED']);
		}
		expect(codeIn(await ask(jar, '/graphql', { query: '{ mentees { id } }' }))).toBe('SECOND_FACTOR_REQUIRED');
		for (const path of ['/users/me/tfa/generate', '/users/me/tfa/disable']) {
			expect((await ask(jar, path, { otp: '000000' })).status).toBe(403);
		}
		// The session as a program would go on with it.
		const claims = JSON.parse(
			Buffer.from(String(jar.cookie(PLATFORM, SESSION)).split('.')[1] ?? '', 'base64url').toString(),
		);
		const renewed = await server.anonymous.post('/auth/refresh', { mode: 'json', refresh_token: claims.session });
		const token = renewed.body.data.access_token;
		const answer = await fetch(`${server.url}/items/mentees`, { headers: { authorization: `Bearer ${token}` } });
		expect([answer.status, (await answer.json()).errors[0].extensions.code]).toEqual([403, 'SECOND_FACTOR_REQUIRED']);
		expect((await give(aJar(), '000000', '/admin', { accept: 'application/json' })).status).toBe(401);
	});

	it('comes back to where they began, after a wrong code too, and is sent from the page of the factor to the code', async () => {
		const jar = aJar();
		await arrive(jar, manager, '/server/ping?here=1');
		expect((await jar.open(`${PLATFORM}/second-factor`)).address.pathname).toBe('/second-factor/next');
		const wrong = await give(jar, '000000', '/server/ping?here=1');
		expect([wrong.status, wrong.text.includes('/server/ping?here=1')]).toEqual([400, true]);
		await nextCodes(server);
		const right = await give(jar, totp(device.secret), '/server/ping?here=1');
		expect(right.address.href).toBe(`${PLATFORM}/server/ping?here=1`);
		expect(
			(await jar.open(`${PLATFORM}/second-factor/next?then=//evil.example.org`, { until: () => true })).address.href,
		).toBe(`${PLATFORM}/admin`);
	});

	it('without the phone gets in by a recovery code once, and sets up another', async () => {
		const person = await tie('test-9-mi@example.org', 'b9f3c1de-mi');
		const { codes } = await setUp(aJar(), person);
		const jar = aJar();
		await arrive(jar, person);
		expect((await give(jar, String(codes[0]))).status).toBe(200);
		expect(await isSignedIn(jar)).toBe(false);
		await setUp(jar, person);
	});

	it('is slowed down who guesses codes', async () => {
		const person = await tie('test-1-mi@example.org', 'b9f3c1de-west-mi');
		await setUp(aJar(), person);
		const jar = aJar();
		await arrive(jar, person);
		const statuses = [];
		for (let time = 0; time < 7; time++) statuses.push((await give(jar, '000000')).status);
		expect(statuses).toEqual([400, 400, 400, 400, 400, 429, 429]);
	});

	it('has their session end like any other: after thirty minutes idle, and twelve hours in all', async () => {
		const user = (await knex('directus_users').where({ email: MANAGER }).first('id')).id;
		const earlier = (column: string, minutes: number) =>
			knex('platform_sessions')
				.where({ user })
				.update({ [column]: knex.raw('?? - ?', [column, minutes * 60_000]) });
		const idle = await enter(manager, device.secret);
		await earlier('seen_at', 31);
		expect((await ask(idle, '/auth/refresh', { mode: 'session' })).status).toBe(401);
		const long = await enter(manager, device.secret);
		await earlier('started_at', 12 * 60 + 1);
		expect((await ask(long, '/auth/refresh', { mode: 'session' })).status).toBe(401);
	});

	it('shows anew who they are for what weighs most, by the code', async () => {
		const jar = await enter(manager, device.secret);
		const download = async () => codeIn(await ask(jar, '/items/mentees?export=json&fields=reference'));
		expect(await download()).toBeUndefined();
		await knex('platform_sessions').update({ code_at: knex.raw('code_at - ?', [11 * 60_000]) });
		expect(await download()).toBe('FRESH_PROOF_REQUIRED');
		// The code that let them in still does.
		expect((await ask(jar, '/items/mentees?limit=1')).status).toBe(200);
		await nextCodes(server);
		expect((await ask(jar, '/second-factor/proof', { otp: totp(device.secret) })).status).toBe(200);
		expect(await download()).toBeUndefined();
	});

	it('has no password here: none that was, none that is set, none that is sent for', async () => {
		expect((await signInWith(server, { email: MANAGER, password: PASSWORD })).status).toBe(401);
		const jar = await enter(manager, device.secret);
		const own = await fetch(`${server.url}/users/me`, {
			method: 'PATCH',
			headers: { cookie: `${SESSION}=${jar.cookie(PLATFORM, SESSION)}`, 'content-type': 'application/json' },
			body: JSON.stringify({ password: 'seven blue teapots sing' }),
		});
		expect([own.status, (await own.json()).errors[0].message]).toEqual([400, expect.stringMatching(/^This account/)]);
		const given = await change(MANAGER, { password: 'seven blue teapots sing' });
		expect([given.status, given.body.errors[0].message]).toEqual([400, expect.stringMatching(/^This account/)]);
		expect((await knex('directus_users').where({ email: MANAGER }).first('password')).password).toBeNull();
	});

	it('sets up a second factor only when the directory has just let them in', async () => {
		const person = await tie(MENTOR, 'b9f3c1de-mentor');
		const jar = aJar();
		expect((await arrive(jar, person)).address.pathname).toBe('/second-factor');
		await knex('platform_sessions').update({ password_at: knex.raw('password_at - ?', [11 * 60_000]) });
		const late = await jar.open(`${PLATFORM}/second-factor`, { form: {} });
		expect([late.status, late.text.includes(`/auth/login/${DIRECTORY}?redirect=%2Fsecond-factor`)]).toEqual([
			403,
			true,
		]);
		expect((await ask(jar, '/users/me/tfa/generate', {})).status).toBe(403);
		expect((await arrive(jar, person)).address.pathname).toBe('/second-factor');
		expect((await jar.open(`${PLATFORM}/second-factor`, { form: {} })).status).toBe(200);
	});
});

it('the mentors’ app offers the directory on its sign-in page', async () => {
	const page = await aJar().open(`${PLATFORM}/mentor/`);
	expect(page.text).toContain(`data-directories="${DIRECTORY}"`);
});
