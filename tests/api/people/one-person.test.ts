import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csv } from '../../support/csv.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';
import { worldOf, type World } from '../../support/world.ts';

/** A Peer Mentor is one person: at most 48 hours a week over all assignments, and at most one FTE (2.26, C1.2). */
let server: TestServer;
let world: World;
let other: string;

beforeAll(async () => {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	const contract = await world.admin.post('/items/call_off_contracts', {
		reference: 'TEST-2',
		supplier: world.north.id,
		cpas: [{ contract_package_area: 2 }],
		start_date: '2023-01-09',
		end_date: '2027-12-31',
		working_day_calendar: 'england-and-wales',
	});
	other = contract.body.data.id;
});
afterAll(() => server.stop());

const second = (weekly_hours: number, more: object = {}) => ({
	peer_mentor: world.north.mentors[0]!.id,
	contract: other,
	delivery_area: 'wirral',
	weekly_hours,
	starts_on: '2024-03-04',
	...more,
});
const fteOf = async (reference: string, on: string) => {
	const { body } = await world.north.mi.get(`/fte-coverage/${reference}?from=${on}&to=${on}`);
	return body.data.cpas[0].ranges[0].fte_in_post;
};

describe('the hours of one person', () => {
	it('are refused over 48, whichever contract they are of', async () => {
		const { status, body } = await world.north.manager.post('/items/fte_assignments', second(8.5));
		expect(status).toBe(400);
		expect(body.errors[0].extensions).toMatchObject({ collection: 'fte_assignments', field: 'weekly_hours' });
		expect(body.errors[0].message).toBe(
			'With this, the Peer Mentor would have 48.5 hours a week from 4 March 2024, over all their assignments; ' +
				'one person has 48 at most (2.26). Enter fewer hours or other days.',
		);
	});

	it('count for one FTE between both contracts, from the day the second begins', async () => {
		expect((await world.north.manager.post('/items/fte_assignments', second(8))).status).toBe(200);
		expect(await fteOf('TEST-9', '2024-03-03')).toBe(2);
		expect(await fteOf('TEST-9', '2024-03-04')).toBe(1.833);
		expect(await fteOf('TEST-2', '2024-03-04')).toBe(0.167);
	});

	it('are refused when they are changed, too', async () => {
		const { body } = await world.north.manager.get(
			`/items/fte_assignments?filter[contract][_eq]=${other}&fields=id,weekly_hours`,
		);
		const change = await world.north.manager.patch(`/items/fte_assignments/${body.data[0].id}`, { weekly_hours: 40 });
		expect(change.status).toBe(400);
		const fewer = await world.north.manager.patch(`/items/fte_assignments/${body.data[0].id}`, { weekly_hours: 7 });
		expect(fewer.status).toBe(200);
	});

	it('are counted with those of a request at the same moment', async () => {
		const peer_mentor = await world.mentor(world.north.id);
		const at = () => world.north.manager.post('/items/fte_assignments', second(30, { peer_mentor }));
		const answers = await Promise.all([at(), at(), at(), at()]);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400]);
	});

	it('are named by the import, with the line that goes too far', async () => {
		const row = { first_name: 'Test', last_name: 'Twice', contract: 'TEST-2', from: '2024-03-04' };
		const mentors = [
			{ ...row, email: 'twice@example.org', delivery_area: 'Wirral', weekly_hours: 30 },
			{ ...row, email: 'twice@example.org', delivery_area: 'Halton', weekly_hours: 20, from: '2024-04-01' },
		];
		const { status, body } = await world.north.mi.upload('/caseload/import', { mentors: csv('mentors', mentors) });
		expect(status).toBe(400);
		expect(body.errors.map(({ extensions }: { extensions: object }) => extensions)).toEqual([
			{ code: 'IMPORT_INVALID', reason: 'RULE', file: 'mentors.csv', line: 3, column: 'weekly_hours' },
		]);
		expect(body.errors[0].message).toContain('at or below 48 hours a week over all assignments (2.26)');
	});
});
