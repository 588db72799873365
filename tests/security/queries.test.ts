import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../support/client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let admin: Client;
let mentor: Client;
let manager: Client;
/** Somebody whom the Peer Mentor may not see. */
let strangerName: string;

beforeAll(async () => {
	server = await startTestServer({ seed: 'demo' });
	admin = await server.admin();
	mentor = await server.login('mentor1@example.org');
	manager = await server.login('manager@example.org');
	const own = await mentor.get('/items/mentees?fields=id&limit=-1');
	const ids = own.body.data.map(({ id }: { id: string }) => id).join(',');
	const stranger = await admin.get(`/items/mentees?filter[id][_nin]=${ids}&fields=first_name&limit=1`);
	strangerName = stranger.body.data[0].first_name;
});
afterAll(() => server.stop());

const serves = async () => (await mentor.get('/items/mentees?limit=1')).status === 200;

describe('a by-query PATCH or DELETE tells an outsider nothing', () => {
	const byQuery = (first_name: string) => ({ query: { filter: { first_name: { _eq: first_name } } } });

	it.each([
		['without signing in', () => server.anonymous],
		['as a Peer Mentor', () => mentor],
		['as the manager', () => manager],
	])('%s', async (_name, who) => {
		const patch = (name: string) => who().patch('/items/mentees', { ...byQuery(name), data: { first_name: 'X' } });
		const match = await patch(strangerName);
		const noMatch = await patch('Nobody-is-called-this');
		expect(match.status).toBe(403);
		expect([match.status, match.body]).toEqual([noMatch.status, noMatch.body]);

		const deleted = await who().delete('/items/mentees', byQuery(strangerName));
		const nothing = await who().delete('/items/mentees', byQuery('Nobody-is-called-this'));
		expect(deleted.status).toBe(403);
		expect([deleted.status, deleted.body]).toEqual([nothing.status, nothing.body]);
	});

	it('nor about accounts', async () => {
		const ask = (email: string) =>
			mentor.patch('/users', { query: { filter: { email: { _eq: email } } }, data: { language: 'cy-GB' } });
		const match = await ask('admin@example.org');
		const noMatch = await ask('nobody@example.org');
		expect(match.status).toBe(403);
		expect(match.body).toEqual(noMatch.body);
	});

	it('and still works for the Administrator', async () => {
		await admin.post('/items/suppliers', { name: 'Before' });
		const query = { filter: { name: { _eq: 'Before' } } };
		const changed = await admin.patch('/items/suppliers', { query, data: { name: 'After' } });
		expect(changed.body.data).toMatchObject([{ name: 'After' }]);
	});
});

describe('a broken nested deep does not end the process', () => {
	const broken = encodeURIComponent('{"sessions":{"_filter":"{bad"}}');

	it.each<[string, () => Promise<{ status: number }>]>([
		['without signing in', () => server.anonymous.get(`/server/info?deep=${broken}`)],
		['in the address', () => mentor.get(`/items/mentees?deep=${broken}`)],
		['in brackets', () => mentor.get('/items/mentees?deep[sessions][_filter]={bad')],
		['in the body of a search', () => mentor.search('/items/mentees', deepBody({ sessions: { _filter: '{bad' } }))],
		[
			'in a deep of the deep',
			() => mentor.search('/items/mentees', deepBody({ a: { _deep: { b: { _filter: '{' } } } })),
		],
		['by the Administrator', () => admin.search('/items/mentees', deepBody({ sessions: { _filter: '{bad' } }))],
		['in an export', () => admin.post('/utils/export/mentees', deepBody({ sessions: { _filter: '{bad' } }))],
	])('%s', async (_name, attack) => {
		expect((await attack()).status).toBe(400);
		expect(await serves()).toBe(true);
	});

	it('and an error that nobody waits for is logged without the data in it', async () => {
		const filter = { note: { _eq: '$CURRENT_USER.a_field_called_gwyn' } };
		await mentor.search('/items/mentees', deepBody({ sessions: { _filter: filter } }));
		expect(await serves()).toBe(true);
		expect(server.output()).toMatch(/nobody waited for/);
		expect(server.output()).not.toContain('gwyn');
	});
});

describe('a deep cannot reach the prototypes', () => {
	it.each<[string, () => Promise<{ status: number }>]>([
		['through a list', () => server.anonymous.get('/server/info?deep[a][0][_limit]=1&deep[a][slice][call][_limit]=1')],
		['through constructor', () => mentor.get('/items/mentees?deep={"constructor":{"prototype":{"_limit":1}}}')],
		['through toString', () => mentor.get('/items/mentees?deep={"toString":{"call":{"_limit":1}}}')],
		[
			'through __proto__',
			() => mentor.search('/items/mentees', deepBody(JSON.parse('{"__proto__":{"a":{"_limit":1}}}'))),
		],
		[
			'through an alias of GraphQL',
			() => mentor.post('/graphql', { query: '{ mentees { toString: sessions(limit: 1) { call: mentee { id } } } }' }),
		],
	])('%s', async (_name, attack) => {
		expect((await attack()).status).toBe(400);
		expect(await serves()).toBe(true);
	});
});

it('a deep as the Studio sends it is answered', async () => {
	const deep = { sessions: { _limit: 1, _sort: ['-held_on'], _filter: { attendance: { _eq: 'attended' } } } };
	const inAddress = `/items/mentees?fields=id,sessions.id&deep=${encodeURIComponent(JSON.stringify(deep))}`;
	const inBrackets = '/items/mentees?fields=id,sessions.id&deep[sessions][_limit]=1&deep[sessions][_sort]=-held_on';
	for (const answer of [
		await mentor.get(inAddress),
		await mentor.get(inBrackets),
		await mentor.search('/items/mentees', { query: { fields: ['id', 'sessions.id'], deep } }),
	]) {
		expect(answer.status).toBe(200);
		const counts = answer.body.data.map(({ sessions }: { sessions: unknown[] }) => sessions.length);
		expect(Math.max(...counts)).toBe(1);
	}
});

describe('GraphQL reads for those who are signed in, and no more', () => {
	const ask = (who: Client, query: string, path = '/graphql') => who.post(path, { query });

	it('a panel of a dashboard is answered', async () => {
		const { status, body } = await ask(manager, '{ query_1: mentees_aggregated { count { id } } }');
		expect(status).toBe(200);
		expect(Number(body.data.query_1[0].count.id)).toBeGreaterThan(0);
	});

	it('with the reader’s own rows only', async () => {
		const { body } = await ask(mentor, '{ mentees(limit: -1) { first_name } }');
		const listed = await mentor.get('/items/mentees?fields=first_name&limit=-1');
		expect(body.data.mentees).toHaveLength(listed.body.data.length);
	});

	it.each([
		['nobody', () => server.anonymous, '{ mentees { id } }', 403],
		['a mutation', () => manager, 'mutation { delete_mentees_item(id: "1") { id } }', 403],
		[
			'a mutation beside a query',
			() => manager,
			'query a { mentees { id } } mutation b { delete_mentees_item(id: "1") { id } }',
			403,
		],
		['a subscription', () => manager, 'subscription { mentees_mutated { key } }', 403],
		[
			'an alias flood',
			() => manager,
			`{ ${'abcdefgh'
				.split('')
				.flatMap((a) => [...Array(20).keys()].map((n) => `${a}${n}: mentees { id }`))
				.join(' ')} }`,
			400,
		],
		['the schema', () => manager, '{ __schema { types { name } } }', 400],
	])('%s is refused', async (_name, who, query, status) => {
		expect((await ask(who(), query)).status).toBe(status);
	});

	it.each(['{ settings { project_id } }', '{ server_health }', '{ roles { id } policies { id } }'])(
		'administration by %s is refused',
		async (query) => expect((await ask(manager, query, '/graphql/system')).status).toBe(403),
	);

	it('by GET it is refused', async () => {
		expect((await manager.get('/graphql?query={mentees{id}}')).status).toBe(403);
	});
});

function deepBody(deep: unknown): { query: { deep: unknown } } {
	return { query: { deep } };
}

/** SQLite takes any value, PostgreSQL refuses it by an error of its own. */
describe('a value or a field of the wrong kind is refused, and not a fault of the platform', () => {
	const of = (query: string) => () => manager.get(`/items/mi_returns?${query}`);
	it.each([
		['a key that is none', of('filter[id][_eq]=x')],
		['a day that does not exist', of('filter[due_on][_eq]=2026-13-45')],
		['a moment that is none', of('filter[submitted_at][_gt]=yesterday')],
		['a sign that no text holds', of('search=%00')],
		['a sum of words', of('aggregate[sum]=month')],
		['a number of records elsewhere', of('aggregate[count]=versions')],
	])('%s', async (_, ask) => {
		const { status, body } = await ask();
		expect(status).toBeLessThan(500);
		expect(JSON.stringify(body)).not.toMatch(/select|SQLITE|column|syntax/);
	});

	it.each([
		['text with a sign that no text holds', { organisation: 'Test\0Ltd' }, 'organisation'],
		['text that is a list', { organisation: ['Test Ltd'] }, 'organisation'],
		['an amount that is a list', { amount_pence: [1] }, 'amount_pence'],
		['an amount that is an answer', { amount_pence: true }, 'amount_pence'],
		['a day that is an object', { spent_on: { day: '2024-02-10' } }, 'spent_on'],
	])('%s', async (_, change, field) => {
		const { id } = (await manager.get('/items/spend_entries?limit=1&fields=id')).body.data[0];
		const { status, body } = await admin.patch(`/items/spend_entries/${id}`, change);
		expect([status, body.errors[0].extensions.field]).toEqual([400, field]);
	});
});

describe('a query that cannot be answered is refused in words, never with a 5xx', () => {
	const HOSTILE = [
		'aggregate=x',
		'aggregate[count]=x',
		'aggregate[sum]=name',
		'aggregate[avg]=id',
		'aggregate[count]=id&sort=name',
		'groupBy[]=name&sort=received_on&fields=id',
		'groupBy[]=name&aggregate[count]=id&sort=received_on',
		'groupBy[]=year(name)&aggregate[count]=id',
		'alias=x',
		'alias[constructor]=name&fields=constructor',
		'export[]=csv',
		'export=csv&export=csv',
		'fields=constructor',
		'filter[constructor][_eq]=1',
		'sort=toString',
		'fields[a]=b',
		'sort[a]=b',
		'filter[_and]=5',
		'filter={"_or":[null]}',
		'filter[id][_in]=x',
		'filter[cpa][_eq]=x',
		'filter[cpa][_between]=1',
		'filter[received_on][_gt]=never',
		'search[a]=b',
		'fields=*.*.*.*.*.*.*.*',
		'fields=mentees.sessions.mentee.referral.contract.supplier.name',
	];
	const clients = () => [server.anonymous, mentor, manager, admin];

	it.each(HOSTILE)('%s', async (query) => {
		for (const client of clients()) {
			const { status, body } = await client.get(`/items/referrals?limit=1&${query}`);
			expect([query, status >= 500]).toEqual([query, false]);
			expect(JSON.stringify(body)).not.toMatch(/select |SQLITE_|node_modules|at .*\.js/i);
		}
		expect(await serves()).toBe(true);
	});

	it('nor in the body of a search', async () => {
		for (const query of [{ aggregate: 'x' }, { filter: { _and: 5 } }, { fields: ['*.*.*'] }, { alias: { a: 'b.c' } }]) {
			for (const client of [mentor, admin]) {
				expect((await client.search('/items/referrals', { query })).status).toBe(400);
			}
		}
	});
});

describe('every answer', () => {
	it.each(['/items/mentees?limit=1', '/users/me', '/admin/login', '/server/ping', '/nowhere', '/home'])(
		'%s stays in no cache, and tells nobody what runs here',
		async (path) => {
			const { headers } = await fetch(`${server.url}${path}`);
			expect(headers.get('cache-control')).toBe('no-store');
			expect(headers.get('x-content-type-options')).toBe('nosniff');
			expect(headers.get('referrer-policy')).toBe('no-referrer');
			expect(headers.get('x-powered-by')).toBeNull();
			const policy = headers.get('content-security-policy') ?? '';
			expect(policy).toMatch(/connect-src 'self';/);
			expect(policy).not.toMatch(/https:|wss:|\*/);
		},
	);

	it('of the database’s files is for one account alone', () => {
		for (const name of readdirSync(server.data)) {
			if (!name.startsWith('database')) continue;
			expect([name, statSync(join(server.data, name)).mode & 0o077]).toEqual([name, 0]);
		}
	});
});
