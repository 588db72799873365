/** Every way into our own endpoints is described, and who may go it (5.1). */
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPENAPI_PATH } from '../../../directus/lib/openapi/document.ts';
import { routesOf } from '../../support/canary/routes.ts';
import { ask, type Request } from '../../support/openapi/asking.ts';
import { asksToSignIn, described, referred, undescribed, type Described } from '../../support/openapi/description.ts';
import { ADMINISTRATOR, Found, NOBODY } from '../../support/openapi/found.ts';
import { ROLES } from '../../support/people.ts';
import { root } from '../../support/platform.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';

const ROUTES_FILE = join(tmpdir(), `peer-mentoring-openapi-routes-${process.pid}.json`);
const EVERYBODY = [...ROLES, ADMINISTRATOR];
/** Keys and names that lead nowhere, of the right kind. */
const NOWHERE = {
	...{ contract: 'NONE', month: '2024-01', quarter: '2024-Q1', kind: 'plan', key: 'starts_total' },
	...{ id: NOBODY, reference: 'R-NONE', step: 'none', token: 'none', file: 'none.none' },
};

let server: TestServer;
let found: Found;
beforeAll(async () => {
	const preload = pathToFileURL(join(root, 'tests/support/routes-of-server.mjs')).href;
	const env = { NODE_OPTIONS: `--import ${preload}`, ROUTES_FILE, RATE_LIMITER_POINTS: '1000000' };
	server = await startTestServer({ seed: 'demo', own: true, env });
	found = await Found.on(server);
});
afterAll(() => server?.stop());

const signedIn = described.filter(asksToSignIn);
const asked = (who: string | null, each: Described, request: Request = {}) =>
	ask(server.url, who === null ? null : found.as(who).token, each, { places: NOWHERE, ...request });

describe('the routes of the running server', () => {
	/** What Directus mounts itself; of those, we answer these before it does. */
	const MOUNTS = readFileSync(join(root, 'node_modules/@directus/api/dist/app.js'), 'utf8');
	const OF_DIRECTUS = new Set([...MOUNTS.matchAll(/app\.(?:use|get)\("\/([\w-]*)/g)].map(([, name]) => name));
	const OURS_TOO = ['GET /metrics', 'GET /server/health'];
	/** Every address below the app that is nothing else is its page: no path of OpenAPI says so. */
	const PAGE = '/mentor.*';
	const nameless = (path: string) => path.replace(/:\w+|{\w+}/g, '{}');
	const running = () =>
		routesOf(ROUTES_FILE).map(({ method, path }) => `${method} ${nameless(path === PAGE ? '/mentor' : path)}`);
	const isOurs = (route: string) =>
		!OF_DIRECTUS.has(route.split('/')[1]?.split(/[.^(]/)[0] ?? '') && route.includes('/');

	it('are all described, where they are ours', () => {
		const own = [...new Set([...running().filter(isOurs), ...OURS_TOO])].sort();
		expect(own.length).toBeGreaterThan(60);
		expect(described.map(({ method, path }) => `${method} ${nameless(path)}`).sort()).toEqual(own);
	});

	it('are there, where they are described', () => {
		expect(running()).toEqual(
			expect.arrayContaining(described.map(({ method, path }) => `${method} ${nameless(path)}`)),
		);
	});
});

describe('the description', () => {
	it('is served to staff as it stands in the repository, with the address of the platform', async () => {
		const { status, body, headers } = await found.as('Peer Mentor').get('/openapi');
		expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
		const published = JSON.parse(readFileSync(OPENAPI_PATH, 'utf8'));
		expect(body).toEqual({ ...published, servers: [{ url: server.url }] });
	});

	it('is nobody’s who has not signed in, and no Referrer’s', async () => {
		expect((await server.anonymous.get('/openapi')).status).toBe(401);
		expect((await found.as('Referrer').get('/openapi')).status).toBe(403);
	});
});

describe('what Directus would say of itself is closed', () => {
	it.each([ADMINISTRATOR, 'Supplier Manager'])('to a %s', async (role) => {
		const client = found.as(role);
		expect((await client.get('/server/specs/oas')).status).toBe(404);
		expect((await client.get('/server/specs/graphql')).status).toBe(404);
		for (const query of ['{ __schema { types { name } } }', '{ __type(name: "mentees") { name } }']) {
			expect((await client.post('/graphql', { query })).status).toBe(400);
		}
	});
});

describe.each(signedIn.map((each) => [each.address, each] as const))('%s', (_, each) => {
	it('asks to sign in', async () => {
		const answer = await asked(null, each);
		expect([answer.status, undescribed(each, answer)]).toEqual([401, []]);
	});

	it('refuses the roles that are not named, and only those', async () => {
		const may = each.operation['x-roles'];
		for (const role of EVERYBODY) {
			const answer = await asked(role, each);
			expect([role, undescribed(each, answer)]).toEqual([role, []]);
			if (may.includes(role)) expect([role, answer.status]).not.toEqual([role, 401]);
			else expect([role, answer.status]).toEqual([role, 403]);
		}
	});
});

describe.each(described.map((each) => [each.address, each] as const))('%s', (_, each) => {
	it('takes no token in the address', async () => {
		const answer = await asked(null, each, { query: 'access_token=none' });
		expect([answer.status, undescribed(each, answer)]).toEqual([400, []]);
	});

	const wrong = (each.operation.parameters ?? []).filter(
		({ in: where, schema }) => where === 'query' && isNarrow(schema),
	);
	it.each(wrong.map(({ name }) => [name]))('says what %s would have to be', async (name) => {
		const answer = await asked(each.operation['x-roles'][0] ?? null, each, {
			...{ places: { ...NOWHERE, contract: 'PM-CPA9' }, query: `${name}=nonsense` },
		});
		expect([answer.status === 200, undescribed(each, answer)]).toEqual([false, []]);
	});
});

/** Whether a parameter is no free text. */
function isNarrow(schema: Record<string, unknown>): boolean {
	const { type, enum: values, pattern, format } = typeof schema.$ref === 'string' ? referred(schema.$ref) : schema;
	return type === 'integer' || values !== undefined || pattern !== undefined || format !== undefined;
}
