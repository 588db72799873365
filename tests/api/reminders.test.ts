import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deadline, holidaysOf } from '../../extensions/peer-mentoring/src/domain/working-days.ts';
import { today } from '../../extensions/peer-mentoring/src/domain/today.ts';
import { startTestServer, type Client, type TestServer } from '../support/server.ts';
import { makeWorld, type World } from '../support/world.ts';

let server: TestServer;
let world: World;
let mentor: Client;
let flow: string;

beforeAll(async () => {
	server = await startTestServer();
	world = await makeWorld(server);
	mentor = (world.north.mentors[0] as { client: Client }).client;
	const { admin } = world;
	const made = await admin.post('/flows', {
		name: 'Reminders, by hand',
		status: 'active',
		trigger: 'webhook',
		options: { method: 'POST', async: false, return: '$last' },
	});
	flow = made.body.data.id;
	const operation = { flow, name: 'Remind', key: 'remind', type: 'remind-mentors', position_x: 1, position_y: 1 };
	const step = await admin.post('/operations', { ...operation, options: { working_days: 3 } });
	await admin.patch(`/flows/${flow}`, { operation: step.body.data.id });
});
afterAll(() => server.stop());

describe('what is due in three Working Days', () => {
	it('is told to the Peer Mentor once, by reference and without a name', async () => {
		const { body: holidays } = await world.admin.get(
			'/items/bank_holidays?filter[calendar][_eq]=england-and-wales&fields=day&limit=-1',
		);
		const calendar = holidaysOf(
			'england-and-wales',
			holidays.data.map(({ day }: { day: never }) => day),
		);
		// A referral whose ten Working Days end in three: received on the latest day for which that is so.
		const due = deadline(today(), 3, calendar);
		let received: string = today();
		while (deadline(received as never, 10, calendar) > due) {
			received = new Date(Date.parse(received) - 86_400_000).toISOString().slice(0, 10);
		}
		const name = { first_name: 'Secret', last_name: 'Test-Name' };
		const person = { ...name, route: 'jobcentre_plus', received_on: received };
		const made = await mentor.post('/items/referrals?fields=reference', person);

		const first = await world.admin.post(`/flows/trigger/${flow}`);
		expect(first.body).toEqual({ sent: 1 });
		const { body } = await mentor.get('/notifications?fields=subject,message');
		expect(body.data).toHaveLength(1);
		expect(body.data[0].subject).toMatch(/^Due within 3 Working Days, by /);
		expect(body.data[0].message).toBe(`- Initial meeting: ${made.body.data.reference}`);

		expect((await world.admin.post(`/flows/trigger/${flow}`)).body).toEqual({ sent: 0 });
	});
});
