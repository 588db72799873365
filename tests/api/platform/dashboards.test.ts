/** Whether the Studio lets somebody edit a dashboard: it asks for panels by the key of the dashboard. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';
import { worldOf, type World } from '../../support/world.ts';

let server: TestServer;
let world: World;
let ours: string;

beforeAll(async () => {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	ours = (await world.north.manager.post('/dashboards', { name: 'Ours' })).body.data.id;
});
afterAll(() => server.stop());

const allowed = async (client: Client, key: string) => {
	const { status, body } = await client.get(`/permissions/me/directus_panels/${key}`);
	expect(status).toBe(200);
	return [body.data.update.access, body.data.delete.access, body.data.share.access];
};

it('a dashboard of the own Supplier is edited, by a colleague too', async () => {
	expect(await allowed(world.north.manager, ours)).toEqual([true, true, false]);
	const colleague = await world.user('Supplier Manager', 'colleague@example.org', world.north.id);
	expect(await allowed(colleague.client, ours)).toEqual([true, true, false]);
});

it('another Supplier’s, one that came with the platform, and one that there is not are not', async () => {
	const { body } = await world.admin.get('/dashboards?filter[user_created][_null]=true&fields=id&limit=1');
	const nowhere = '6b1f0d0e-0000-4f6e-8d64-0f7f5f2b9001';
	expect(await allowed(world.west.manager, ours)).toEqual([false, false, false]);
	for (const key of [body.data[0].id, nowhere])
		expect(await allowed(world.north.manager, key)).toEqual([false, false, false]);
});

it('nobody who only reads is let in', async () => {
	for (const client of [world.north.mi, world.buyer])
		expect(await allowed(client, ours)).toEqual([false, false, false]);
});

it('panels are still held apart by whose they are', async () => {
	const panel = { dashboard: ours, type: 'label', position_x: 1, position_y: 1, width: 10, height: 6, options: {} };
	const made = await world.north.manager.post('/panels', panel);
	expect(made.status).toBe(200);
	const path = `/panels/${made.body.data.id}`;
	for (const client of [world.west.manager, world.north.mi, world.buyer]) {
		expect((await client.patch(path, { name: 'Theirs' })).status).toBe(403);
		expect((await client.delete(path)).status).toBe(403);
		expect((await client.post('/panels', panel)).status).toBe(403);
	}
	expect((await world.north.manager.patch(path, { name: 'Ours' })).status).toBe(200);
	expect((await world.north.manager.delete(path)).status).toBe(204);
});

it('panels that the Studio puts into one corner stand side by side, and one that is put elsewhere stays', async () => {
	const { manager } = world.north;
	const { id } = (await manager.post('/dashboards', { name: 'Several' })).body.data;
	const panel = { dashboard: id, type: 'label', position_x: 1, position_y: 1, width: 18, height: 12, options: {} };
	const own = { ...panel, position_x: 40, position_y: 30 };
	const made = await manager.post('/panels', [panel, panel, panel, panel, own]);
	const placesOf = (panels: (typeof panel)[]) => panels.map((each) => `${each.position_x} ${each.position_y}`).sort();
	expect(placesOf(made.body.data)).toEqual(['1 1', '1 13', '19 1', '37 1', '40 30']);
	const { dashboard: _, ...nested } = panel;
	await manager.patch(`/dashboards/${id}`, { panels: { create: [nested], update: [], delete: [] } });
	const { body } = await manager.get(`/panels?filter[dashboard][_eq]=${id}&fields=position_x,position_y&limit=-1`);
	expect(placesOf(body.data)).toEqual(['1 1', '1 13', '19 1', '19 13', '37 1', '40 30']);
});

it.each([{ position_x: '1' }, { width: 'abc' }, { height: -5 }, { position_y: 1.5 }, { width: 1e300 }])(
	'a panel at %j is refused',
	async (odd) => {
		const panel = { dashboard: ours, type: 'label', position_x: 1, position_y: 1, width: 10, height: 6, options: {} };
		const { status, body } = await world.north.manager.post('/panels', { ...panel, ...odd });
		expect([status, body.errors[0].message]).toEqual([400, expect.stringContaining('a whole number from 1 to 5000')]);
	},
);

it('whoever reads in Welsh has the titles in Welsh, and stores them as they were', async () => {
	const welsh = await world.user('Supplier Manager', 'welsh@example.org', world.north.id, 'cy-GB');
	const shipped = '/dashboards?filter[user_created][_null]=true&fields=id,name,note&sort=id&limit=-1';
	const [english, cymraeg] = await Promise.all(
		[world.north.manager, welsh.client].map(async (client) => (await client.get(shipped)).body.data),
	);
	expect(cymraeg.map(({ id }: { id: string }) => id)).toEqual(english.map(({ id }: { id: string }) => id));
	for (const [index, { name, note }] of english.entries()) {
		expect(cymraeg[index].name).not.toBe(name);
		expect(cymraeg[index].note).not.toBe(note);
	}
	const titled = '/panels?filter[show_header][_eq]=true&fields=name,note&sort=id&limit=-1';
	const titles = async (client: Client) =>
		(await client.get(titled)).body.data.flatMap(({ name, note }: { name: string; note: string }) => [name, note]);
	const [said, dywedir] = await Promise.all([titles(world.north.manager), titles(welsh.client)]);
	expect(said.filter((title: string, index: number) => dywedir[index] === title)).toEqual([]);

	const made = await welsh.client.post('/dashboards', { name: 'Lefelau gwasanaeth', note: 'Fy hun' });
	expect(made.body.data).toMatchObject({ name: 'Lefelau gwasanaeth', note: 'Fy hun' });
	const { body } = await world.north.manager.get(`/dashboards/${made.body.data.id}?fields=name,note`);
	expect(body.data).toEqual({ name: 'Service levels', note: 'Fy hun' });
});
