/** The Mentee Tracker (3.4 to 3.7): who may not have it, and what stays of it. */
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import {
	begin,
	end,
	knex,
	mentor,
	mi,
	NORTH,
	PASSWORD,
	server,
	tracker,
	world,
	type Row,
} from '../../support/scenes/mentee-tracker.ts';
import type { Client } from '../../support/server.ts';
import { PASSWORD as ACCOUNT_PASSWORD } from '../../support/world.ts';

const log = () => knex('access_log').orderBy('at').select('user', 'action', 'subject', 'records', 'supplier');

beforeAll(begin);
afterAll(end);

describe('who is refused', () => {
	const FORBIDDEN: [who: string, status: number, client: () => Client][] = [
		['nobody', 401, () => server.anonymous],
		['the Supplier Manager', 403, () => world.north.manager],
		['the Buyer', 403, () => world.buyer],
	];
	test.each(FORBIDDEN)('%s', async (_, status, client) => {
		const before = await log();
		const answer = await client().post(NORTH, { password: PASSWORD });
		expect(answer.status).toBe(status);
		expect(answer.body.errors[0].extensions.code).toBeTypeOf('string');
		expect(await log()).toEqual(before);
	});

	test.each(['Buyer Analyst', 'Referrer', 'Data Protection Officer'])('a %s', async (role) => {
		const { client } = await world.user(role, `${role.toLowerCase().replaceAll(' ', '-')}-2@example.org`);
		expect((await client.post(NORTH, { password: PASSWORD })).status).toBe(403);
	});

	it('another Supplier, in the words for a contract that does not exist', async () => {
		for (const client of [world.west.mi, world.west.mentors[0]!.client]) {
			const there = await client.post(NORTH, { password: PASSWORD });
			const nowhere = await client.post(NORTH.replace('TEST-9', 'TEST-0'), { password: PASSWORD });
			expect([there.status, nowhere.status]).toEqual([404, 404]);
			expect(there.body.errors[0].message.replace('TEST-9', '')).toBe(
				nowhere.body.errors[0].message.replace('TEST-0', ''),
			);
		}
	});

	it('whoever asks with GET', async () => {
		expect((await mi.get(`${NORTH}?password=${encodeURIComponent(PASSWORD)}`)).status).toBe(404);
	});
});

describe('what is asked for wrongly changes nothing and gives nothing', () => {
	const WRONG: [what: string, path: string, body: Row, field: string | undefined, words: RegExp][] = [
		['no password', NORTH, {}, 'password', /at least 12 characters/],
		['a short one', NORTH, { password: 'short' }, 'password', /too short/],
		['no text', NORTH, { password: { text: 'x' } }, 'password', /Choose a password/],
		['the reference in it', NORTH, { password: 'TEST-9 otter violin' }, 'password', /reference of the contract/],
		['another the second time', NORTH, { password: PASSWORD, password_again: 'x' }, 'password_again', /not the same/],
		['a month that is none', '/mentee-tracker/TEST-9/2024-13.xlsx', { password: PASSWORD }, undefined, /YYYY-MM/],
		['a month ahead', '/mentee-tracker/TEST-9/2999-01.xlsx', { password: PASSWORD }, undefined, /1 January 2999/],
		[
			'a month before the contract',
			'/mentee-tracker/TEST-9/2022-12.xlsx',
			{ password: PASSWORD },
			undefined,
			/9 January 2023/,
		],
	];
	test.each(WRONG)('%s', async (_, path, sent, field, words) => {
		const before = await log();
		const { status, body } = await mi.post(path, sent);
		expect(status).toBe(400);
		expect(body.errors[0].message).toMatch(words);
		expect(body.errors[0].extensions.field).toBe(field);
		expect(JSON.stringify(body)).not.toContain(PASSWORD);
		expect(await log()).toEqual(before);
	});

	it('in Welsh to whoever reads Welsh', async () => {
		const { client } = await world.user('Supplier MI', 'mi-cy@example.org', world.north.id, 'cy-GB');
		const { body } = await client.post(NORTH, { password: 'byr' });
		expect(body.errors[0].message).toContain('Mae’r cyfrinair yn rhy fyr');
		const ahead = await client.post('/mentee-tracker/TEST-9/2999-01.xlsx', { password: PASSWORD });
		expect(ahead.body.errors[0].message).toContain('1 Ionawr 2999');
	});
});

describe('what is left', () => {
	it('is one line of the read log: who, of which contract and month, how many', async () => {
		const before = await log();
		await tracker(mi);
		await tracker(mentor);
		const account = await knex('directus_users').where({ email: 'test-9-mi@example.org' }).first('id');
		const line = { action: 'export_mentee_tracker', subject: 'TEST-9 2024-06', supplier: world.north.id };
		expect((await log()).slice(before.length)).toEqual([
			{ ...line, user: account.id, records: 3 },
			{ ...line, user: world.north.mentors[0]!.user, records: 2 },
		]);
	});

	it('is nothing where the answer was not waited for, and the server goes on', async () => {
		const before = await log();
		await new Promise<void>((done) => {
			const sent = httpRequest(`${server.url}${NORTH}`, {
				method: 'POST',
				headers: { authorization: `Bearer ${mi.token}`, 'content-type': 'application/json' },
			});
			sent.on('error', () => done());
			sent.end(JSON.stringify({ password: PASSWORD }));
			setTimeout(() => sent.destroy(), 150);
		});
		await new Promise((done) => setTimeout(done, 2500));
		expect(await log()).toEqual(before);
		expect((await mi.download(NORTH, { password: PASSWORD })).status).toBe(200);
	});

	it('is never the password: not in the log of the server, not in the database', async () => {
		await server.anonymous.post(NORTH, { password: PASSWORD });
		await fetch(`${server.url}${NORTH}`, {
			method: 'POST',
			headers: { authorization: `Bearer ${mi.token}`, 'content-type': 'application/json' },
			body: `{"password":"${PASSWORD}"`,
		});
		expect(server.output()).not.toContain('otter');
		expect(server.output()).not.toContain(ACCOUNT_PASSWORD);
		for (const table of ['access_log', 'directus_activity', 'directus_revisions']) {
			expect(JSON.stringify(await knex(table))).not.toContain('otter');
		}
	});

	it('cannot be written, changed or deleted by anybody, and is read by the Data Protection Officer', async () => {
		const before = await log();
		const [{ id }] = await knex('access_log').limit(1).select('id');
		const officer = (await world.user('Data Protection Officer', 'officer-3@example.org')).client;
		for (const client of [world.admin, officer, mi, mentor, world.north.manager, world.buyer]) {
			const forged = { at: '2024-01-01T00:00:00Z', action: 'export', subject: 'TEST-9 2024-06', records: 0 };
			const answers = [
				await client.post('/items/access_log', forged),
				await client.patch(`/items/access_log/${id}`, { records: 0 }),
				await client.patch('/items/access_log', { keys: [id], data: { records: 0 } }),
				await client.delete(`/items/access_log/${id}`),
				await client.delete('/items/access_log', [id]),
			];
			expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
		}
		expect(await log()).toEqual(before);
		const { body } = await officer.get('/items/access_log?limit=-1');
		expect(body.data).toHaveLength(before.length);
		for (const client of [mi, mentor, world.north.manager, world.buyer]) {
			expect((await client.get('/items/access_log')).status).toBe(403);
		}
	});
});
