/** With `FIELD_KEY`, whoever has the database or a copy of it reads no National Insurance number; the platform does. */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { verifyTrail } from '../../extensions/peer-mentoring/src/storage/platform/trail/verify.ts';
import { UNSEALED } from '../../extensions/peer-mentoring/src/storage/platform/trail/tables.ts';
import { ownTables } from '../../directus/lib/unfinished.ts';
import { STARTS } from '../support/complete-forms.ts';
import type { Client } from '../support/client.ts';
import { databaseOf } from '../support/database.ts';
import { freePort, launch } from '../support/launch.ts';
import { lane, root } from '../support/platform.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { worldOf, type World } from '../support/world.ts';

const [FIRST, SECOND] = ['the first key, which has thirty-two letters', 'the second key, which has some more of them'];
const [NINO, CHANGED, OTHERS] = ['QQ734512C', 'QQ918273A', 'QQ555111B'];

let server: TestServer;
let world: World;
let mentor: Client;
let knex: Knex;
let mentee: string;

beforeAll(async () => {
	server = await startTestServer({ seed: 'world', own: true, env: { FIELD_KEY: FIRST } });
	knex = databaseOf(server);
	await signIn();
	mentee = await started({ nino: NINO });
	await started({ nino: OTHERS });
	await mentor.patch(`/items/mentees/${mentee}`, { nino: 'qq 91 82 73 a' });
	await mentor.patch(`/items/mentees/${mentee}`, { nino: NINO });
});
afterAll(async () => {
	await knex.destroy();
	await server.stop();
});

async function signIn(): Promise<void> {
	world = await worldOf(server);
	mentor = world.north.mentors[0]!.client;
}

async function started(more: object): Promise<string> {
	const person = { first_name: 'Gwen', last_name: 'Test-Evans', route: 'jobcentre_plus', dwp_customer: 'yes' };
	const { body } = await mentor.post('/items/referrals', { ...person, received_on: '2023-10-02' });
	await mentor.post('/items/initial_meetings', { referral: body.data.id, held_on: '2023-10-09', ...STARTS });
	const found = await mentor.get(`/items/mentees?filter[referral][_eq]=${body.data.id}&fields=id`);
	const { id } = found.body.data[0];
	expect((await mentor.patch(`/items/mentees/${id}`, more)).status).toBe(200);
	return id;
}

/** Where the database, as it lies on the disk or comes out in a dump, says one of the numbers. */
async function readable(): Promise<string[]> {
	const numbers = [NINO, CHANGED, OTHERS];
	if (lane === 'sqlite') {
		const files = readdirSync(server.data).filter((name) => name.startsWith('database'));
		return files.filter((name) => numbers.some((number) => readFileSync(join(server.data, name)).includes(number)));
	}
	const found: string[] = [];
	for (const table of await ownTables(knex)) {
		for (const number of numbers) {
			const { rows } = await knex.raw('select count(*)::int as n from ?? as t where t::text like ?', [
				table,
				`%${number}%`,
			]);
			if (rows[0].n > 0) found.push(`${table}: ${rows[0].n}`);
		}
	}
	return found;
}

describe('the database', () => {
	it('says no number: not in rows, not in revisions, not in what was written over', async () => {
		expect(await readable()).toEqual([]);
		expect((await knex('mentees').where({ id: mentee }).first('nino')).nino).toMatch(/^sealed\.1\./);
		const revisions = await knex('directus_revisions').where({ collection: 'mentees', item: mentee });
		expect(JSON.stringify(revisions)).toMatch(/"nino[\\"]+:[\\"]+sealed\.1\./);
	});

	it('says them all where the key is not used', async () => {
		await knex('mentees').where({ id: mentee }).update({ nino: NINO });
		expect(await readable()).not.toEqual([]);
		expect((await mentor.patch(`/items/mentees/${mentee}`, { nino: CHANGED })).status).toBe(200);
		expect((await mentor.patch(`/items/mentees/${mentee}`, { nino: NINO })).status).toBe(200);
	});
});

describe('the platform', () => {
	const list = (query: string) => mentor.get(`/items/mentees?fields=nino&${query}`);
	const numbers = async (query: string) => {
		const { body } = await list(query);
		return (body.data as { nino: string }[]).map(({ nino }) => nino).sort();
	};
	const read = async (answer: Promise<{ status: number; body: unknown }>) => {
		const { status, body } = await answer;
		return [status, JSON.stringify(body).includes(NINO)];
	};

	it.each<[string, () => Promise<{ status: number; body: unknown }>]>([
		['one record', () => mentor.get(`/items/mentees/${mentee}`)],
		['a list', () => list('limit=-1')],
		['under another name', () => mentor.get('/items/mentees?alias[x]=nino&fields=x')],
		['from a neighbour', () => mentor.get('/items/referrals?fields=mentees.nino&limit=-1')],
		['GraphQL', () => mentor.post('/graphql', { query: '{ mentees(limit: -1) { nino } }' })],
		['an export', () => mentor.get('/items/mentees?export=csv&fields=nino')],
		['revisions', () => world.admin.get(`/revisions?filter[item][_eq]=${mentee}&limit=-1`)],
		['the mentors’ app', () => mentor.get(`/mentor/api/people/${mentee}`)],
	])('reads it by %s', async (_, ask) => expect(await read(ask())).toEqual([200, true]));

	it.each([
		['the number', `filter[nino][_eq]=${NINO}`, [NINO]],
		['the number as people type it', 'filter[nino][_eq]=qq 73 45 12 c', [NINO]],
		['one of several', `filter[nino][_in]=${NINO},${OTHERS},QQ000000A`, [OTHERS, NINO]],
		['none of several', `filter[nino][_nin]=${NINO},QQ000000A`, [OTHERS]],
		['another than this', `filter[nino][_neq]=${NINO}`, [OTHERS]],
		['a search for the whole', `search=${NINO}`, [NINO]],
		['a search for a name', 'search=gwen', [OTHERS, NINO]],
		['a search for a part', 'search=QQ7345', []],
		['whoever has one', 'filter[nino][_nnull]=true', [OTHERS, NINO]],
		['whoever has none', 'filter[nino][_empty]=true', []],
		['a neighbour with it', `filter[referral][mentees][nino][_eq]=${NINO}`, [NINO]],
	])('finds by %s', async (_, query, expected) => expect(await numbers(query)).toEqual(expected));

	it.each([
		'filter[nino][_contains]=QQ',
		'filter[nino][_icontains]=qq',
		'filter[nino][_starts_with]=QQ',
		'filter[nino][_nends_with]=C',
		'filter[referral][mentees][nino][_contains]=QQ',
		'sort=nino',
		'sort=-referral.mentees.nino',
		'groupBy[]=nino&aggregate[count]=id',
		'aggregate[max]=nino',
		'aggregate[countDistinct]=nino',
	])('refuses %s in words', async (query) => {
		const { status, body } = await mentor.get(`/items/mentees?${query}`);
		expect([status, body.errors?.[0].message]).toEqual([
			400,
			expect.stringMatching(/are encrypted: one is found by the whole number/),
		]);
	});

	it('refuses in the reader’s language', async () => {
		await mentor.patch('/users/me', { language: 'cy-GB' });
		expect((await list('sort=nino')).body.errors[0].message).toMatch(/wedi’u hamgryptio/);
		await mentor.patch('/users/me', { language: 'en-GB' });
	});
});

const settled = async () => {
	while (await knex(UNSEALED).first('n')) await wait(100);
};

async function faults(): Promise<string[]> {
	const found: string[] = [];
	await verifyTrail(knex, (fault) => found.push(fault));
	return found;
}

function command(keys: { FIELD_KEY?: string; FIELD_KEY_BEFORE?: string }) {
	const env = { ...server.env, FIELD_KEY: '', ...keys };
	return promisify(execFile)(process.execPath, [join(root, 'directus', 'commands', 'field-key.ts')], { env });
}

/** Starts again with another key, on the same database. */
async function again(key: string): Promise<void> {
	server.env.FIELD_KEY = key;
	await server.restart();
	await signIn();
}

async function stopped(): Promise<void> {
	process.kill(server.pid, 'SIGTERM');
	for (;;) {
		try {
			process.kill(server.pid, 0);
		} catch {
			return;
		}
		await wait(100);
	}
}

describe('the key', () => {
	const startWith = async (FIELD_KEY: string) => launch({ ...server.env, FIELD_KEY, PORT: String(await freePort()) });

	test('another one, or none, starts nothing and says so', async () => {
		await settled();
		await expect(startWith('')).rejects.toThrow('FIELD_KEY is not set, and National Insurance numbers');
		await expect(startWith(SECOND)).rejects.toThrow('FIELD_KEY is not the key that National Insurance numbers');
		await expect(startWith('short')).rejects.toThrow('FIELD_KEY is not as it must be: 32 characters or more.');
	});

	test('is changed for another one, in all rows or none, and the trail still holds', async () => {
		if (lane === 'postgres') {
			await expect(command({ FIELD_KEY: SECOND, FIELD_KEY_BEFORE: FIRST })).rejects.toMatchObject({
				stderr: expect.stringContaining('stop every instance of the platform first'),
			});
		}
		await knex.destroy();
		await stopped();
		await expect(command({ FIELD_KEY: SECOND })).rejects.toMatchObject({
			stderr: expect.stringContaining('encrypted already'),
		});
		await expect(command({ FIELD_KEY: FIRST, FIELD_KEY_BEFORE: SECOND })).rejects.toMatchObject({
			stderr: expect.stringContaining('FIELD_KEY_BEFORE is not the key'),
		});
		const { stdout } = await command({ FIELD_KEY: SECOND, FIELD_KEY_BEFORE: FIRST });
		expect(stdout).toMatch(/They have another key: \d+ National Insurance numbers in \d+ rows/);
		knex = databaseOf(server);
		expect(await readable()).toEqual([]);
		await expect(startWith(FIRST)).rejects.toThrow('FIELD_KEY is not the key');
		await again(SECOND);
		expect((await mentor.get(`/items/mentees/${mentee}?fields=nino`)).body.data.nino).toBe(NINO);
		expect((await mentor.get(`/items/mentees?filter[nino][_eq]=${NINO}&fields=id`)).body.data).toEqual([
			{ id: mentee },
		]);
		await settled();
		expect(await faults()).toEqual([]);
	});

	test('one value that does not open changes none', async () => {
		await knex.destroy();
		await stopped();
		knex = databaseOf(server);
		const { nino } = await knex('mentees').where({ id: mentee }).first('nino');
		const spoilt = `${nino.slice(0, -2)}${nino.endsWith('AA') ? 'BB' : 'AA'}`;
		await knex('mentees').where({ id: mentee }).update({ nino: spoilt });
		const before = await knex('mentees').orderBy('id').pluck('nino');
		await knex.destroy();
		await expect(command({ FIELD_KEY_BEFORE: SECOND })).rejects.toMatchObject({
			stderr: expect.stringContaining('does not open'),
		});
		knex = databaseOf(server);
		expect(await knex('mentees').orderBy('id').pluck('nino')).toEqual(before);
		await knex('mentees').where({ id: mentee }).update({ nino });
	});

	test('is switched off, and on again, after which nothing of it can be read', async () => {
		await knex.destroy();
		expect((await command({ FIELD_KEY_BEFORE: SECOND })).stdout).toMatch(/not encrypted any more/);
		knex = databaseOf(server);
		expect((await knex('mentees').where({ id: mentee }).first('nino')).nino).toBe(NINO);
		await again('');
		expect((await mentor.get('/items/mentees?filter[nino][_contains]=QQ7345&fields=nino')).body.data).toEqual([
			{ nino: NINO },
		]);
		await settled();
		expect(await faults()).toEqual([]);
		await expect(startWith(FIRST)).rejects.toThrow('are not encrypted yet: stop every instance');
		await knex.destroy();
		await stopped();
		expect((await command({ FIELD_KEY: FIRST })).stdout).toMatch(/^They are encrypted: /);
		knex = databaseOf(server);
		expect(await readable()).toEqual([]);
		await again(FIRST);
		expect((await mentor.get(`/items/mentees/${mentee}?fields=nino`)).body.data.nino).toBe(NINO);
		await settled();
		expect(await faults()).toEqual([]);
	});
});
