import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../support/server.ts';
import { worldOf, type World } from '../../support/world.ts';

let server: TestServer;
let world: World;

beforeAll(async () => {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	// One of the two moves to half a week in Rhyl from June.
	const { body } = await world.north.manager.get(
		`/items/fte_assignments?filter[peer_mentor][_eq]=${world.north.mentors[1]!.id}&fields=id`,
	);
	await world.north.manager.patch(`/items/fte_assignments/${body.data[0].id}`, { ends_on: '2023-05-31' });
	const made = await world.north.manager.post('/items/fte_assignments', {
		peer_mentor: world.north.mentors[1]!.id,
		contract: world.north.contract,
		delivery_area: 'denbighshire',
		weekly_hours: 20,
		starts_on: '2023-06-01',
	});
	if (made.status !== 200) throw new Error(JSON.stringify(made.body));
});
afterAll(() => server.stop());

describe('FTE coverage of a contract (C02)', () => {
	const PATH = '/fte-coverage/TEST-9?from=2023-04-01&to=2023-06-30';

	it('is given for every day, for the Contract Package Area and for each delivery area', async () => {
		const { body } = await world.north.mi.get(PATH);
		const [area] = body.data.cpas;
		expect(area).toMatchObject({ cpa: 9, minimum: 3, maximum: 5, district: 'North Wales' });
		expect(area.ranges).toEqual([
			{ from: '2023-04-01', to: '2023-04-02', fte_in_post: 0, gap: 3 },
			{ from: '2023-04-03', to: '2023-05-31', fte_in_post: 2, gap: 1 },
			{ from: '2023-06-01', to: '2023-06-30', fte_in_post: 1.5, gap: 1.5 },
		]);
		expect(area.delivery_areas).toEqual([
			{
				delivery_area: 'Denbighshire',
				ranges: [
					{ from: '2023-04-01', to: '2023-05-31', fte_in_post: 0 },
					{ from: '2023-06-01', to: '2023-06-30', fte_in_post: 0.5 },
				],
			},
			{ delivery_area: 'Flintshire', ranges: [{ from: '2023-04-01', to: '2023-06-30', fte_in_post: 0 }] },
			{
				delivery_area: 'Wrexham',
				ranges: [
					{ from: '2023-04-01', to: '2023-04-02', fte_in_post: 0 },
					{ from: '2023-04-03', to: '2023-05-31', fte_in_post: 2 },
					{ from: '2023-06-01', to: '2023-06-30', fte_in_post: 1 },
				],
			},
		]);
	});

	it('is the Buyer’s to read for every contract, and a Supplier’s for its own', async () => {
		const contracts = async (client: typeof world.buyer) => {
			const { body } = await client.get('/fte-coverage?from=2023-04-01&to=2023-06-30');
			return body.data.map(({ contract }: { contract: string }) => contract);
		};
		expect(await contracts(world.buyer)).toEqual(['TEST-1', 'TEST-9']);
		expect(await contracts(world.north.manager)).toEqual(['TEST-9']);
		expect((await world.west.manager.get(PATH)).status).toBe(404);
		expect((await world.north.mentors[0]!.client.get(PATH)).status).toBe(403);
	});
});
