/** A workbook reads figures with a token that reads nothing else: the page says how, and is followed here (3.12, 5.4). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clientOf, type Client } from '../../support/client.ts';
import { root } from '../../support/environment.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';

const TOKEN = 'tests-only-token-of-a-workbook-0001';
const PAGE = readFileSync(join(root, 'docs/figures-in-excel.md'), 'utf8');
let server: TestServer;
let workbook: Client;

beforeAll(async () => {
	server = await startTestServer({ seed: 'demo' });
	const admin = await server.admin();
	const [role] = (await admin.get('/roles?filter[name][_eq]=Buyer&fields=id')).body.data;
	const account = { email: 'figures@example.org', first_name: 'Figures', role: role.id, status: 'active' };
	const made = await admin.post('/users', account);
	expect([made.status, (await admin.patch(`/users/${made.body.data.id}`, { token: TOKEN })).status]).toEqual([
		200, 200,
	]);
	workbook = clientOf(server.url, TOKEN);
});
afterAll(() => server.stop());

it('the question of the page is answered as a table', async () => {
	const [, asked = ''] = /Query = \[(.*)\]/.exec(PAGE) ?? [];
	const query = new URLSearchParams(
		[...asked.matchAll(/(\w+) = "([^"]+)"/g)].map(([, name = '', value = '']) => [name, value]),
	);
	expect([...query.keys()]).toEqual(['count', 'by', 'from', 'to', 'format']);
	const { status, content } = await workbook.download(`/figures?${query}`);
	const rows = parse(content, { bom: true }) as string[][];
	expect([status, rows[0], rows.at(-1)?.[0]]).toEqual([200, ['Month', 'Delivery Area', 'Starts'], 'Total']);
	expect(rows.length).toBeGreaterThan(3);
});

it('and the token opens nobody’s record, nor anything from an address', async () => {
	for (const collection of ['mentees', 'referrals', 'sessions', 'action_plans']) {
		expect((await workbook.get(`/items/${collection}`)).status).toBe(403);
	}
	expect((await workbook.get('/figures/records?count=starts')).status).toBe(403);
	expect((await server.anonymous.get(`/figures?count=starts&access_token=${TOKEN}`)).status).toBeGreaterThanOrEqual(
		400,
	);
});
