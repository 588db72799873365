import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../support/client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let admin: Client;
let collections: string[];

beforeAll(async () => {
	server = await startTestServer({ seed: 'demo' });
	admin = await server.admin();
	const { body } = await admin.get('/collections');
	collections = body.data
		.filter((each: { schema: object | null }) => each.schema !== null)
		.map((each: { collection: string }) => each.collection);
});
afterAll(() => server.stop());

describe('somebody who has not signed in', () => {
	it('sees nothing of any collection, and not even whether it exists', async () => {
		const { anonymous } = server;
		const missing = await anonymous.get('/items/no_such_collection');
		expect(missing.status).toBe(403);
		expect(collections).toContain('mentees');
		for (const collection of collections) {
			const answers = await Promise.all([
				anonymous.get(`/items/${collection}`),
				anonymous.get(`/items/${collection}?aggregate[count]=*`),
				anonymous.get(`/items/${collection}/1`),
				anonymous.search(`/items/${collection}`, { query: { limit: 1 } }),
				anonymous.post(`/items/${collection}`, {}),
				anonymous.patch(`/items/${collection}/1`, {}),
				anonymous.delete(`/items/${collection}/1`),
			]);
			for (const { status, body } of answers) {
				expect([collection, status]).toEqual([collection, 403]);
				expect(body).toEqual(missing.body);
			}
		}
	});

	it.each([
		'access',
		'activity',
		'collections',
		'comments',
		'dashboards',
		'extensions',
		'fields',
		'files',
		'flows',
		'folders',
		'notifications',
		'operations',
		'panels',
		'permissions',
		'policies',
		'presets',
		'relations',
		'revisions',
		'roles',
		'schema/snapshot',
		'settings',
		'translations',
		'users',
		'users/me',
		'utils/random/string',
	])('sees nothing of /%s', async (path) => {
		expect((await server.anonymous.get(`/${path}`)).status).toBe(403);
	});

	it.each([
		'/working-days/deadline?from=2024-06-03&days=10',
		'/pmi/PM-CPA9/2023-12',
		'/fte-coverage',
		'/figures?count=starts',
		'/figures/catalogue',
		'/figures/records?count=starts',
		'/figures/requests/00000000-0000-4000-8000-000000000000.xlsx',
		'/calendar-feed',
		'/caseload/jobs/00000000-0000-4000-8000-000000000000',
		'/home',
		'/mentor/api/caseload',
		'/mentor/api/model',
		'/mentor/api/people/00000000-0000-4000-8000-000000000000',
		'/mentor/api/steps/session/00000000-0000-4000-8000-000000000000',
		'/openapi',
		'/paper/plan/00000000-0000-4000-8000-000000000000',
		'/personal-data/R-000000.html',
		'/personal-data/R-000000.json',
		'/refer',
		'/refer/results',
		'/signature-photo/00000000-0000-4000-8000-000000000000',
		'/staff',
	])('is asked to sign in by %s', async (path) => expect((await server.anonymous.get(path)).status).toBe(401));

	it.each([
		['GET', '/plan-confirmation/none'],
		['POST', '/plan-confirmation/none'],
		['GET', `/plan-confirmation/${'0'.repeat(40)}`],
		['GET', '/calendar-feed/none'],
		['GET', `/calendar-feed/${'0'.repeat(40)}.ics`],
	])('learns nothing by a link that there is not: %s %s', async (method, path) => {
		const { anonymous } = server;
		const { status, body } = await (method === 'GET'
			? anonymous.get(path)
			: anonymous.post(path, { answer: 'agreed' }));
		expect([status, body.errors[0].extensions.code]).toEqual([404, 'LINK_DOES_NOT_WORK']);
	});

	it('makes no link to a plan or a calendar, and opens no list of them', async () => {
		const id = '00000000-0000-4000-8000-000000000000';
		expect((await server.anonymous.post(`/plan-confirmation/links/${id}`)).status).toBe(401);
		expect((await server.anonymous.post('/calendar-feed')).status).toBe(401);
		expect((await server.anonymous.delete('/calendar-feed')).status).toBe(401);
		expect((await server.anonymous.post(`/signature-photo/${id}`)).status).toBe(401);
		expect((await server.anonymous.delete(`/signature-photo/${id}`)).status).toBe(401);
		for (const path of ['/plan-confirmation', '/paper', '/paper/plan', '/signature-photo']) {
			expect((await server.anonymous.get(path)).status).toBe(403);
		}
	});

	it('is told what the sign-in page shows, and no version', async () => {
		const { status, body } = await server.anonymous.get('/server/info');
		expect(status).toBe(200);
		expect(body.data.project.project_name).toBe('Peer Mentoring');
		expect(body.data).not.toHaveProperty('version');
	});

	it('starts no flow', async () => {
		const flow = '/flows/trigger/00000000-0000-4000-8000-000000000000';
		expect((await server.anonymous.post(flow, { collection: 'mentees', keys: [1] })).status).toBe(403);
		expect((await server.anonymous.get(flow)).status).toBe(403);
	});
});

it('the public role has zero permissions', async () => {
	const fields = 'policy.admin_access,policy.app_access,policy.permissions.*';
	const { body } = await admin.get(`/access?filter[role][_null]=true&filter[user][_null]=true&fields=${fields}`);
	for (const { policy } of body.data) {
		expect(policy).toEqual({ admin_access: false, app_access: false, permissions: [] });
	}
});

describe('what is switched off is off for everybody', () => {
	it.each([
		['POST', '/ai/chat'],
		['GET', '/deployments'],
		['POST', '/files/tus'],
		['POST', '/mcp'],
		['GET', '/metrics'],
		['GET', '/server/specs/oas'],
		['GET', '/server/specs/graphql'],
		['POST', '/server/setup'],
		['POST', '/settings/owner'],
		['GET', '/shares'],
		['POST', '/shares/auth'],
		['GET', '/shares/info/00000000-0000-4000-8000-000000000000'],
		['POST', '/users/register'],
		['GET', '/users/register/verify-email?token=a'],
		['POST', '/utils/hash/generate'],
		['POST', '/utils/hash/verify'],
		['GET', '/websocket'],
		['GET', '/SHARES/'],
		['GET', '//shares'],
		['GET', '/%73hares'],
	])('%s %s', async (method, path) => {
		const mentor = await server.login('mentor1@example.org');
		for (const who of [server.anonymous, mentor, admin]) {
			const answer = await (method === 'GET' ? who.get(path) : who.post(path, { string: 'a' }));
			expect(answer.status).toBe(404);
			expect(answer.body.errors[0].extensions.code).toBe('ROUTE_NOT_FOUND');
		}
	});

	it('a mutation of /graphql/system, of which a few could keep the server busy', async () => {
		const query = 'mutation { a: utils_hash_generate(string: "a") }';
		expect((await server.anonymous.post('/graphql/system', { query })).status).toBe(403);
		expect((await admin.post('/graphql/system', { query })).status).toBe(404);
	});
});

/** `fetch` would tidy the path up before it is sent. */
function statusOfRawPath(path: string): Promise<number | undefined> {
	const { hostname, port } = new URL(server.url);
	return new Promise((answered, failed) => {
		request({ hostname, port, path }, (response) => {
			response.resume();
			answered(response.statusCode);
		})
			.on('error', failed)
			.end();
	});
}

describe('a path cannot be disguised', () => {
	it.each([
		['/server/info', 200],
		['/auth/../users', 400],
		['/auth/%2e%2e/users', 400],
		['/server%2finfo', 400],
		['/items/%252e%252e/users', 400],
		['/server/info/%00', 400],
		['/items/%zz', 400],
		['/ITEMS//mentees/', 403],
		['/Users/Me', 403],
	])('%s', async (path, status) => expect(await statusOfRawPath(path)).toBe(status));
});
