import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../support/server.ts';
import { worldOf, type World } from '../../support/world.ts';

let server: TestServer;
let world: World;

beforeAll(async () => {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
});
afterAll(() => server.stop());

it('an Implementation Plan is due ten days after the Call-Off Start Date as it then stands (2.25, 2.29)', async () => {
	const { contract } = world.north;
	const { body } = await world.north.manager.post('/items/implementation_plans', { contract });
	const days = async () => {
		const fields = 'fields=due_on,working_days_due_on';
		return (await world.admin.get(`/items/implementation_plans/${body.data.id}?${fields}`)).body.data;
	};
	expect(await days()).toEqual({ due_on: '2023-01-19', working_days_due_on: '2023-01-23' });
	await world.admin.patch(`/items/call_off_contracts/${contract}`, { start_date: '2023-01-16' });
	expect(await days()).toEqual({ due_on: '2023-01-26', working_days_due_on: '2023-01-30' });
});
