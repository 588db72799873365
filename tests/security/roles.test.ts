import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Client } from '../support/client.ts';
import { PEOPLE, ROLES } from '../support/people.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { soon } from '../support/trouble.ts';

let server: TestServer;
let admin: Client;
const clients = new Map<string, Client>();
const ids = new Map<string, string>();
const client = (role: string) => clients.get(role) as Client;

beforeAll(async () => {
	server = await startTestServer({ seed: 'demo' });
	admin = await server.admin();
	for (const [role, email] of Object.entries(PEOPLE)) {
		clients.set(role, await server.login(email));
		ids.set(role, (await client(role).get('/users/me?fields=id')).body.data.id);
	}
});
afterAll(() => server.stop());

const send = (who: Client, method: string, path: string): Promise<Answer> => {
	if (method === 'GET') return who.get(path);
	if (method === 'DELETE') return who.delete(path, []);
	return method === 'PATCH' ? who.patch(path, {}) : who.post(path, {});
};

const ID = '00000000-0000-4000-8000-000000000000';

describe.each(ROLES)('a %s uses the Studio', (role) => {
	it.each([
		'/activity',
		'/collections',
		'/fields',
		'/notifications',
		'/permissions/me',
		'/policies/me/globals',
		'/presets',
		'/relations',
		'/roles/me',
		'/settings',
		'/translations',
		'/users/me',
	])('GET %s', async (path) => expect((await client(role).get(path)).status).toBe(200));

	it('with a bookmark and a language of one’s own', async () => {
		const made = await client(role).post('/presets', { bookmark: 'Mine', collection: 'mentees', user: ids.get(role) });
		expect(made.status).toBe(200);
		expect((await client(role).delete(`/presets/${made.body.data.id}`)).status).toBe(204);
		expect((await client(role).patch('/users/me', { language: 'en-GB' })).status).toBe(200);
		expect((await client(role).patch(`/users/${ids.get(role)}`, { appearance: 'dark' })).status).toBe(200);
		expect((await client(role).patch('/users/me/track/page', { last_page: '/content' })).status).toBe(204);
	});
});

it.each([
	['Peer Mentor', '/caseload/app'],
	['Supplier Manager', '/home'],
	['Supplier MI', '/home'],
	['Buyer', '/home'],
	['Data Protection Officer', '/home'],
	['Buyer Analyst', '/content/plan_samples'],
])('a %s begins at %s, whatever page they left last', async (role, page) => {
	await client(role).patch('/users/me/track/page', { last_page: '/users/me' });
	const again = await server.login(PEOPLE[role] as string);
	expect((await again.get('/users/me?fields=last_page')).body.data.last_page).toBe(page);
});

describe.each(ROLES)('a %s does not administer', (role) => {
	it.each([
		['GET', '/access'],
		['POST', '/access'],
		['POST', '/assets/files'],
		['POST', '/collections'],
		['PATCH', '/collections/mentees'],
		['DELETE', '/collections/mentees'],
		['GET', '/comments'],
		['POST', '/comments'],
		['GET', '/extensions'],
		['POST', '/extensions/registry/install'],
		['POST', '/fields/mentees'],
		['PATCH', '/fields/mentees/first_name'],
		['DELETE', '/fields/mentees/first_name'],
		['POST', '/files'],
		['POST', '/files/import'],
		['PATCH', `/files/${ID}`],
		['DELETE', `/files/${ID}`],
		['GET', '/flows'],
		['POST', '/flows'],
		['POST', `/flows/trigger/${ID}`],
		['GET', '/folders'],
		['GET', '/items/directus_users'],
		['GET', '/operations'],
		['POST', '/operations'],
		['GET', '/permissions'],
		['POST', '/permissions'],
		['GET', '/policies'],
		['PATCH', `/policies/${ID}`],
		['POST', '/relations'],
		['PATCH', '/relations/mentees/peer_mentor'],
		['POST', '/roles'],
		['PATCH', `/roles/${ID}`],
		['POST', '/schema/apply'],
		['GET', '/schema/snapshot'],
		['PATCH', '/settings'],
		['POST', '/translations'],
		['POST', '/users'],
		['PATCH', '/users'],
		['PATCH', `/users/${ID}`],
		['DELETE', `/users/${ID}`],
		['POST', '/users/invite'],
		['POST', `/users/${ID}/tfa/disable`],
		['POST', '/utils/cache/clear'],
		['POST', '/utils/export/mentees'],
		['POST', '/utils/import/mentees'],
		['POST', '/utils/resolve-redirect'],
		['POST', '/utils/revert/1'],
		['POST', '/utils/sort/mentees'],
	])('%s %s', async (method, path) => {
		const answer = await send(client(role), method, path);
		expect(answer.status).toBe(403);
		expect(answer.body.errors[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
	});

	it('and not become somebody else', async () => {
		const administrator = (await admin.get('/users/me?fields=role')).body.data.role;
		for (const change of [
			{ role: administrator },
			{ role: { id: administrator } },
			{ policies: [{ policy: { admin_access: true } }] },
			{ status: 'active' },
			{ token: 'a-token-of-my-own' },
			{ email: 'somebody@example.org' },
			{ supplier: null },
		]) {
			expect((await client(role).patch('/users/me', change)).status).toBe(403);
		}
	});

	it('and read of the settings only what the Studio shows', async () => {
		const { body } = await client(role).get('/settings');
		expect(body.data).toMatchObject({ project_name: 'Peer Mentoring', project_id: null, ai_openai_api_key: null });
		expect((await client(role).get('/settings?filter[project_id][_nnull]=true')).status).toBe(403);
	});

	it('and upload no file to /utils', async () => {
		expect((await client(role).upload('/utils/import/mentees', { file: 'id\n1' })).status).toBe(403);
	});
});

describe('who changes dashboards', () => {
	it.each(ROLES)('%s', async (role) => {
		const made = await client(role).post('/dashboards', { name: 'Trial' });
		expect(made.status).toBe(role === 'Supplier Manager' ? 200 : 403);
	});
});

describe('who reads the trail of changes', () => {
	it.each(ROLES)('%s', async (role) => {
		const { status } = await client(role).get('/revisions');
		expect(status).toBe(role === 'Data Protection Officer' ? 200 : 403);
	});
});

it('the Administrator does not open registration or free scaling of pictures either', async () => {
	expect((await admin.patch('/settings', { public_registration: true })).status).toBe(400);
	expect((await admin.patch('/settings', { storage_asset_transform: 'all' })).status).toBe(400);
	expect((await admin.patch('/settings', { project_color: '#00703c' })).status).toBe(200);
});

describe('the token of an account that has changed ends with it', () => {
	const refused = async (who: Client) => {
		for (let tries = 0; tries < 25; tries++) {
			const { status } = await who.get('/users/me');
			if (status !== 200) return status;
			await sleep(200);
		}
		return 200;
	};

	it('when it is suspended', async () => {
		const who = await server.login(PEOPLE.Referrer as string);
		await admin.patch(`/users/${ids.get('Referrer')}`, { status: 'suspended' });
		expect(await refused(who)).toBe(401);
		await admin.patch(`/users/${ids.get('Referrer')}`, { status: 'active' });
		// What the platform knows of an account is a moment old.
		expect(await soon(10, async () => (await client('Referrer').get('/users/me')).status === 200)).toBe(true);
	});

	it('when it has another role', async () => {
		const who = await server.login(PEOPLE['Data Protection Officer'] as string);
		const { body } = await admin.get('/roles?filter[name][_eq]=Referrer&fields=id');
		await admin.patch(`/users/${ids.get('Data Protection Officer')}`, { role: body.data[0].id });
		expect(await refused(who)).toBe(401);
	});
});

describe.each(ROLES.filter((role) => role !== 'Data Protection Officer'))('a %s and the accounts', (role) => {
	it('reads nobody’s but their own, by list, filter, search or count', async () => {
		const own = ids.get(role);
		const list = await client(role).get('/users?fields=id&limit=-1');
		expect(list.body.data).toEqual([{ id: own }]);
		for (const query of ['filter[email][_eq]=dpo@example.org', 'search=dpo', `filter[id][_neq]=${own}`]) {
			expect((await client(role).get(`/users?${query}`)).body.data).toEqual([]);
		}
		expect((await client(role).get(`/users/${ids.get('Data Protection Officer')}`)).status).toBe(403);
	});
});

describe('dashboards', () => {
	it('of one Supplier are neither seen nor changed by another', async () => {
		const owner = client('Supplier Manager');
		const made = await owner.post('/dashboards', { name: 'Ours', icon: 'star' });
		const id = made.body.data.id as string;
		const panel = { dashboard: id, type: 'label', position_x: 1, position_y: 1, width: 4, height: 4, options: {} };
		expect((await owner.post('/panels', panel)).status).toBe(200);

		const { body } = await admin.get('/roles?filter[name][_eq]=Supplier Manager&fields=id');
		const supplier = (await admin.get('/users?filter[email][_eq]=mi-northwest@example.org&fields=supplier')).body
			.data[0];
		const other = {
			email: 'manager2@example.org',
			password: 'quiet otter violin plum',
			role: body.data[0].id,
			...supplier,
		};
		await admin.post('/users', other);
		const stranger = await server.login(other.email, other.password);
		const names = (await stranger.get('/dashboards?fields=name')).body.data.map(({ name }: { name: string }) => name);
		expect(names).toContain('Contract performance');
		expect(names).not.toContain('Ours');
		expect((await stranger.patch(`/dashboards/${id}`, { name: 'Theirs' })).status).toBe(403);
		expect((await stranger.post('/panels', panel)).status).toBe(403);
		expect((await stranger.get(`/panels?filter[dashboard][_eq]=${id}`)).body.data).toEqual([]);
	});

	it('that came with the platform are changed by nobody but an Administrator', async () => {
		const { body } = await client('Supplier Manager').get(
			'/dashboards?filter[name][_eq]=Contract performance&fields=id',
		);
		const { status } = await client('Supplier Manager').patch(`/dashboards/${body.data[0].id}`, { name: 'Mine' });
		expect(status).toBe(403);
	});
});
