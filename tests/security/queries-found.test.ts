/** What the fuzzer has found so far (`fuzz.test.ts`): each was a 500, and is refused in words now. */
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import type { Answer, Client } from '../support/client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let admin: Client;
let manager: Client;

beforeAll(async () => {
	server = await startTestServer({ seed: 'demo' });
	admin = await server.admin();
	manager = await server.login('manager@example.org');
});
afterAll(() => server.stop());

const inherited = JSON.parse('{"toString":1}') as object;
const refused = ({ status, body }: Answer) => {
	expect(status).toBe(400);
	expect(JSON.stringify(body)).not.toMatch(/select |SQLITE_|node_modules|at .*\.js/i);
};

test.each<[string, unknown]>([
	['a query that is a text', '%'],
	['or a number', 7],
	['meta that is a number', { meta: 5 }],
	['a limit that is an object', { limit: {} }],
	['a page that is no number', { page: inherited }],
	['backlink that is neither true nor false', { backlink: inherited }],
	['fields beside groups that they are not', { fields: ['year(received_on)'], groupBy: ['stage', 'contract.id'] }],
	['more values than a statement holds', { filter: { id: { _in: Array.from({ length: 6000 }, (_, each) => each) } } }],
])('%s', async (_, query) => {
	for (const client of [manager, admin]) refused(await client.search('/items/referrals', { query }));
});

test.each(['meta[then]=1', 'limit[length]=5', 'offset=x', 'page=1e9'])('%s', async (query) => {
	for (const client of [server.anonymous, manager, admin]) refused(await client.get(`/items/referrals?${query}`));
});

it.each<[string, () => Promise<Answer>]>([
	['records of which one is a text', () => manager.post('/presets', [{ bookmark: 'x' }, '??'])],
	['records of which one is nothing', () => manager.post('/dashboards', [null])],
	['a deletion of nothing in particular', () => manager.delete('/dashboards')],
	['a value with a name that every object has', () => manager.post('/items/periodic_returns', { status: inherited })],
])('%s', async (_, ask) => refused(await ask()));
