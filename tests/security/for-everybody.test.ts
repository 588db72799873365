/** What Directus shows to everybody because nobody's name stands on it: only an Administrator makes that. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Client } from '../support/client.ts';
import { PEOPLE, ROLES } from '../support/people.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let admin: Client;
const clients = new Map<string, Client>();
const ids = new Map<string, string>();
const client = (role: string) => clients.get(role) as Client;
const id = (role: string) => ids.get(role) as string;

type Preset = Record<string, unknown> & { id: number; user: string | null; role: string | null };

const stored = async (key: number): Promise<Preset> => (await admin.get(`/presets/${key}`)).body.data;
const roleId = async (name: string) => (await admin.get(`/roles?filter[name][_eq]=${name}&fields=id`)).body.data[0].id;
/** How somebody else's Studio would look: the presets that a person is shown and that are not their own. */
const shownToOthers = async (bookmark: string): Promise<string[]> => {
	const shown = [];
	for (const role of ROLES) {
		const { body } = await client(role).get(`/presets?filter[bookmark][_eq]=${bookmark}&fields=id,user&limit=-1`);
		if (body.data.some(({ user }: Preset) => user !== id(role))) shown.push(role);
	}
	return shown;
};

beforeAll(async () => {
	server = await startTestServer({ seed: 'demo' });
	admin = await server.admin();
	for (const [role, email] of Object.entries(PEOPLE)) {
		clients.set(role, await server.login(email));
		ids.set(role, (await client(role).get('/users/me?fields=id')).body.data.id);
	}
});
afterAll(() => server.stop());

describe.each(ROLES)('a bookmark or list that a %s makes', (role) => {
	const other = role === 'Buyer' ? 'Referrer' : 'Buyer';
	const hide = { collection: 'mentees', layout: 'tabular', filter: { id: { _null: true } } };

	it.each<[string, () => object | Promise<object>]>([
		['without a user', () => ({})],
		['for nobody', () => ({ user: null })],
		['for nobody, in words', () => ({ user: '' })],
		['for somebody else', () => ({ user: id(other) })],
		['for somebody else, as a record', () => ({ user: { id: id(other) } })],
		['for a role', async () => ({ role: await roleId(other) })],
		['for a role and nobody', async () => ({ user: null, role: await roleId(other) })],
		['for a role, as a record', async () => ({ user: null, role: { id: await roleId(other) } })],
	])('%s is their own', async (_how, fields) => {
		const { status, body } = await client(role).post('/presets', { ...hide, ...(await fields()) });
		expect({ status, body }).toMatchObject({ status: 200, body: { data: { user: id(role), role: null } } });
		expect(await stored(body.data.id)).toMatchObject({ user: id(role), role: null });
	});

	it('many at a time is their own', async () => {
		const { status, body } = await client(role).post('/presets', [
			{ ...hide, bookmark: `many-${id(role)}` },
			{ ...hide, bookmark: `many-${id(role)}`, user: null, role: await roleId(other) },
		]);
		expect(status).toBe(200);
		for (const { id: key } of body.data) expect(await stored(key)).toMatchObject({ user: id(role), role: null });
		expect(await shownToOthers(`many-${id(role)}`)).toEqual([]);
	});

	it('stays their own however it is changed, and they can delete it', async () => {
		const own = (await client(role).post('/presets', { ...hide, bookmark: 'Mine', user: id(role) })).body.data.id;
		const changes = [
			{ user: null },
			{ user: id(other) },
			{ user: { id: id(other) } },
			{ role: await roleId(other) },
			{ user: null, role: await roleId(other) },
		];
		for (const change of changes) {
			await client(role).patch(`/presets/${own}`, change);
			await client(role).patch('/presets', { keys: [own], data: change });
			await client(role).patch('/presets', [{ id: own, ...change }]);
			await client(role).patch('/presets', { query: { filter: { id: { _eq: own } } }, data: change });
			expect(await stored(own)).toMatchObject({ user: id(role), role: null });
		}
		const renamed = await client(role).patch(`/presets/${own}`, { bookmark: 'Mine again', icon: 'star' });
		expect(renamed).toMatchObject({ status: 200, body: { data: { bookmark: 'Mine again', icon: 'star' } } });
		expect((await client(role).delete(`/presets/${own}`)).status).toBe(204);
	});

	it('is not somebody else’s, nor everybody’s, to begin with', async () => {
		const theirs = (await admin.post('/presets', { ...hide, bookmark: 'Theirs', user: id(other) })).body.data.id;
		const everybodys = (await admin.post('/presets', { ...hide, bookmark: 'All' })).body.data.id;
		const ofTheirRole = (await admin.post('/presets', { ...hide, bookmark: 'Role', role: await roleId(role) })).body
			.data.id;
		for (const key of [theirs, everybodys, ofTheirRole]) {
			const before = await stored(key);
			const own = client(role);
			const answers = [
				await own.patch(`/presets/${key}`, { bookmark: 'Taken' }),
				await own.patch(`/presets/${key}`, { user: id(role) }),
				await own.patch('/presets', { keys: [key], data: { bookmark: 'Taken', user: id(role) } }),
				await own.patch('/presets', [{ id: key, user: id(role) }]),
				await own.delete(`/presets/${key}`),
				await own.delete('/presets', [key]),
				await own.delete('/presets', { keys: [key] }),
			];
			expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
			expect(await stored(key)).toEqual(before);
		}
		await admin.delete('/presets', [theirs, everybodys, ofTheirRole]);
	});

	it('cannot be made by another road', async () => {
		const bookmark = `roads-${id(role)}`;
		const own = client(role);
		const preset = { ...hide, bookmark };
		const mutation = `mutation { create_presets_item(data: { collection: "mentees", bookmark: "${bookmark}" }) { id } }`;
		const answers = [
			await own.post('/graphql/system', { query: mutation }),
			await own.post('/graphql', { query: mutation }),
			await own.post('/items/directus_presets', preset),
			await own.upload('/utils/import/directus_presets', { file: `collection,bookmark\nmentees,${bookmark}` }),
			await own.patch('/users/me', { presets: [preset] }),
			await own.patch('/users/me', { presets: { create: [preset], update: [], delete: [] } }),
		];
		for (const { status } of answers) expect(status).toBeGreaterThanOrEqual(400);
		expect((await admin.get(`/presets?filter[bookmark][_eq]=${bookmark}`)).body.data).toEqual([]);
	});

	it('and no message to somebody else', async () => {
		const own = client(role);
		const message = { recipient: id(other), subject: 'Look here' };
		expect((await own.post('/notifications', message)).status).toBe(403);
		const mine = (await admin.post('/notifications', { recipient: id(role), subject: 'Yours' })).body.data.id;
		for (const recipient of [null, id(other)]) await own.patch(`/notifications/${mine}`, { recipient });
		expect((await admin.get(`/notifications/${mine}`)).body.data.recipient).toBe(id(role));
	});
});

it('what is not one’s own is refused in the language of one’s account', async () => {
	const own = client('Peer Mentor');
	const everybodys = (await admin.post('/presets', { collection: 'mentees', bookmark: 'All' })).body.data.id;
	await own.patch('/users/me', { language: 'cy-GB' });
	const said = async (answer: Promise<Answer>) => (await answer).body.errors[0].message;
	expect(await said(own.delete(`/presets/${everybodys}`))).toBe(
		'Dim ond eich rhestrau a’ch nodau tudalen eich hun y gallwch eu newid.',
	);
	expect(await said(own.patch('/users/me', { role: null }))).toContain('Gweinyddwr sy’n pennu "role" cyfrif');
	await own.patch('/users/me', { language: 'en-GB' });
	expect(await said(own.patch('/users/me', { role: null }))).toContain('is set by an Administrator');
	await admin.delete(`/presets/${everybodys}`);
});

it('an Administrator makes a list or bookmark for everybody, for a role and for a person', async () => {
	const forWhom = [{ user: null }, { role: await roleId('Buyer') }, { user: id('Buyer') }];
	for (const fields of forWhom) {
		const made = await admin.post('/presets', { collection: 'mentees', bookmark: 'for-whom', ...fields });
		expect(made.body.data).toMatchObject(fields);
		const moved = await admin.patch(`/presets/${made.body.data.id}`, { user: id('Referrer'), role: null });
		expect(moved.body.data).toMatchObject({ user: id('Referrer'), role: null });
		expect((await admin.delete(`/presets/${made.body.data.id}`)).status).toBe(204);
	}
});

describe('a dashboard of a Supplier Manager', () => {
	const dashboards = (role: string, name: string) =>
		client(role)
			.get(`/dashboards?filter[name][_eq]=${name}&fields=id`)
			.then(({ body }) => body.data ?? []);

	it('does not become everybody’s, nor another person’s, with its panels', async () => {
		const owner = client('Supplier Manager');
		const made = await owner.post('/dashboards', { name: 'Ours alone', user_created: null });
		const key = made.body.data.id as string;
		expect(made.body.data.user_created).toBe(id('Supplier Manager'));
		const panel = { dashboard: key, type: 'label', position_x: 1, position_y: 1, width: 4, height: 4, options: {} };
		const ofIt = (await owner.post('/panels', { ...panel, user_created: null })).body.data.id as string;

		for (const user_created of [null, id('Buyer'), { id: id('Buyer') }]) {
			await owner.patch(`/dashboards/${key}`, { user_created });
			await owner.patch('/dashboards', { keys: [key], data: { user_created } });
			await owner.patch('/dashboards', [{ id: key, user_created }]);
			await owner.patch(`/dashboards/${key}`, {
				panels: { create: [], update: [{ id: ofIt, user_created }], delete: [] },
			});
			await owner.patch(`/panels/${ofIt}`, { user_created });
			await owner.patch('/panels', [{ id: ofIt, user_created }]);
			expect((await admin.get(`/dashboards/${key}`)).body.data.user_created).toBe(id('Supplier Manager'));
			expect((await admin.get(`/panels/${ofIt}`)).body.data.user_created).toBe(id('Supplier Manager'));
			expect(await dashboards('Buyer', 'Ours alone')).toEqual([]);
		}
		expect((await owner.patch(`/dashboards/${key}`, { name: 'Still ours' })).status).toBe(200);
		expect((await owner.patch(`/panels/${ofIt}`, { width: 6 })).status).toBe(200);
	});

	it('is opened to everybody by an Administrator', async () => {
		const made = await client('Supplier Manager').post('/dashboards', { name: 'For all' });
		expect((await admin.patch(`/dashboards/${made.body.data.id}`, { user_created: null })).status).toBe(200);
		expect(await dashboards('Buyer', 'For all')).toHaveLength(1);
	});
});
