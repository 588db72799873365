/** What nobody does alone, and what weighs so much that whoever does it shows once more who they are (5.1). */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf, type Client } from '../support/client.ts';
import { ADMIN, root } from '../support/platform.ts';
import {
	admin,
	administrator,
	begin,
	elsewhere,
	end,
	knex,
	later,
	made,
	manager,
	prove,
	server,
} from '../support/scenes/second-factor.ts';
import { codeOf, enrol, signInWith, withCode } from '../support/second-factor.ts';
import { PASSWORD } from '../support/world.ts';

beforeAll(begin);
afterAll(end);

describe('a lost phone without a code', () => {
	it('takes two people: a manager who asks, and an Administrator who resets', async () => {
		const mentor = await enrol(server, { email: 'test-9-mentor2@example.org', password: PASSWORD });
		const staff = await withCode(server, manager);
		const RESETS = '/items/second_factor_resets';
		const ask = (who: Client, email: string, more = {}) =>
			who.post(RESETS, { email, checked_how: 'In person', ...more });
		for (const email of [elsewhere.email, 'nobody@example.org']) {
			expect((await ask(staff, email)).body.errors[0].message).toMatch(/^There is no such account/);
		}
		expect((await ask(staff, manager.email)).status).toBe(400);
		expect((await ask(staff, mentor.email, { reset: true })).status).toBe(400);
		const { status, body } = await ask(staff, mentor.email);
		expect(status).toBe(200);
		const request = `${RESETS}/${body.data.id}`;
		expect((await staff.patch(request, { reset: true })).body.errors[0].message).toMatch(/^Only an Administrator/);

		await later(11);
		expect(codeOf(await admin.patch(request, { reset: true }))).toBe('FRESH_PROOF_REQUIRED');
		await prove(admin, administrator);
		const asked = await ask(admin, mentor.email);
		const alone = await admin.patch(`${RESETS}/${asked.body.data.id}`, { reset: true });
		expect(alone.body.errors[0].message).toMatch(/another Administrator has to/);
		const user_created = (await knex('directus_users').where({ email: manager.email }).first('id')).id;
		for (const forged of [{ user_created }, { date_created: '2030-01-01T00:00:00Z' }, { account: user_created }]) {
			expect((await admin.patch(`${RESETS}/${asked.body.data.id}`, forged)).status).toBe(400);
		}
		expect(
			(await admin.patch(RESETS, { keys: [asked.body.data.id], data: { user_created, reset: true } })).status,
		).toBe(400);
		expect((await admin.delete(`${RESETS}/${asked.body.data.id}`)).status).toBe(400);
		expect((await admin.patch(request, { reset: true })).status).toBe(200);

		const signedIn = await signInWith(server, mentor);
		expect(codeOf(await clientOf(server.url, signedIn.body.data.access_token).get('/users/me'))).toBe(
			'SECOND_FACTOR_REQUIRED',
		);
		expect((await admin.patch(request, { reset: true })).status).toBe(400);
		const { id } = await knex('directus_users').where({ email: mentor.email }).first('id');
		const told = await knex('directus_notifications').where({ recipient: id }).pluck('subject');
		expect(told).toEqual(['Your second factor has been reset']);
		const trail = await knex('directus_activity').where({ item: id, action: 'update' }).pluck('user');
		const { id: resetBy } = await knex('directus_users').where({ email: ADMIN.email }).first('id');
		expect(trail).toContain(resetBy);
	});
});

describe('what weighs most asks for a fresh proof', () => {
	it('an export, an erasure, a change of a role: for ten minutes, in the session that proved it', async () => {
		const staff = await withCode(server, manager);
		const download = () => staff.get('/items/mentees?export=csv&fields=reference&limit=1');
		expect(codeOf(await download())).toBe('FRESH_PROOF_REQUIRED');
		expect((await staff.post('/second-factor/proof', { otp: '000000' })).status).toBe(400);
		// The password is not enough where there is a second factor.
		expect((await staff.post('/second-factor/proof', { password: PASSWORD })).status).toBe(200);
		expect(codeOf(await download())).toBe('FRESH_PROOF_REQUIRED');
		await prove(staff, manager);
		expect((await download()).status).toBe(200);
		const again = await withCode(server, manager);
		expect(codeOf(await again.get('/items/mentees?export=csv'))).toBe('FRESH_PROOF_REQUIRED');
		const inBody = { query: { export: 'csv', fields: ['reference'] } };
		expect(codeOf(await again.search('/items/mentees', inBody))).toBe('FRESH_PROOF_REQUIRED');
		await later(11);
		expect(codeOf(await download())).toBe('FRESH_PROOF_REQUIRED');
	});

	it.each<[string, (who: Client) => ReturnType<Client['get']>]>([
		['one person’s data', (who) => who.get('/personal-data/X.json')],
		['the tracker', (who) => who.post('/mentee-tracker/TEST-9/2024-01.xlsx', { password: PASSWORD })],
		['a new account', (who) => who.post('/users', { email: 'new@example.org' })],
		['another role', (who) => who.patch('/users', { keys: [crypto.randomUUID()], data: { role: null } })],
		[
			'more rights of a role',
			(who) => who.post('/permissions', { collection: 'mentees', action: 'read', policy: null }),
		],
	])('%s', async (_what, ask) => {
		await later(11);
		expect(codeOf(await ask(admin))).toBe('FRESH_PROOF_REQUIRED');
	});

	it('an erasure, of a person who is there', async () => {
		const mentor = await withCode(server, elsewhere);
		const person = { first_name: 'A', last_name: 'B', route: 'jobcentre_plus', received_on: '2023-10-02' };
		const referral = await made(mentor, '/items/referrals', person);
		const erasure = { referral, requested_on: '2024-01-01', reason: 'Article 17' };
		expect(codeOf(await admin.post('/items/erasures', erasure))).toBe('FRESH_PROOF_REQUIRED');
		expect(await knex('erasures')).toEqual([]);
	});

	it('whoever follows a link to a file is asked on a page, which leads to no other place', async () => {
		const headers = { authorization: `Bearer ${(await withCode(server, manager)).token}`, accept: 'text/html' };
		const asked = await fetch(`${server.url}/personal-data/X.json`, { headers, redirect: 'manual' });
		expect([asked.status, asked.headers.get('location')]).toEqual([
			303,
			'/second-factor/proof?then=%2Fpersonal-data%2FX.json',
		]);
		const page = await fetch(`${server.url}/second-factor/proof?then=//evil.example.org/`, { headers });
		const text = await page.text();
		expect(text).toContain('name="otp"');
		expect(text).not.toContain('evil');
	});
});

it('the only Administrator, without phone and codes, gets in again by whoever holds the machine', async () => {
	const path = join(root, 'directus', 'commands', 'recover.ts');
	const run = (...args: string[]) => promisify(execFile)(process.execPath, [path, ...args], { env: server.env });
	await expect(run('--email', 'nobody@example.org')).rejects.toMatchObject({ code: 1 });
	const { stdout } = await run('--email', ADMIN.email);
	const [, password = ''] = /^ {2}(\S{20})$/m.exec(stdout) ?? [];
	expect((await signInWith(server, ADMIN)).status).toBe(401);
	const again = await enrol(server, { email: ADMIN.email, password });
	expect((await (await withCode(server, again)).get('/users/me')).status).toBe(200);
});
