/** What was written and could not be settled is never answered as done, and is settled within a minute. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../support/client.ts';
import { lane } from '../../support/platform.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';
import { breakClocks, collide, mendClocks, soon, unsettled } from '../../support/trouble.ts';
import { worldOf, type World } from '../../support/world.ts';

const MINUTE = 60;
const TIME = 240_000;
const PERSON = { first_name: 'Gwen', last_name: 'Test-Evans', route: 'jobcentre_plus', dwp_customer: 'yes' };
const REFERRAL = { ...PERSON, received_on: '2023-10-02' };
const ENGLISH = 'Your record is stored: do not send it again. Its due dates follow within a minute.';

let server: TestServer;
let world: World;
let mentor: Client;

beforeAll(async () => {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	mentor = world.north.mentors[0]!.client;
}, TIME);
afterEach(() => mendClocks(server));
afterAll(() => server.stop());

async function clocksOf(referral: string, client = world.admin): Promise<Record<string, string>> {
	const { body } = await client.get(
		`/items/service_level_clocks?filter[referral][_eq]=${referral}&fields=service_level,due_on`,
	);
	return Object.fromEntries(body.data.map((clock: Record<string, string>) => [clock.service_level, clock.due_on]));
}
const named = async (last_name: string) =>
	(await world.admin.get(`/items/referrals?filter[last_name][_eq]=${last_name}&fields=id,stage,next_due_on`)).body.data;
const settled = (referral: string, due_on: string) => async () => (await clocksOf(referral)).initial_meeting === due_on;

describe('a write whose due dates cannot be worked out', () => {
	it(
		'is answered 503 with a sentence, is stored once, and has its due dates within a minute after the trouble',
		async () => {
			const there = (await mentor.post('/items/referrals', REFERRAL)).body.data.id;
			const removed = (await mentor.post('/items/referrals', REFERRAL)).body.data.id;
			const meeting = { referral: removed, held_on: '2023-10-09', outcome: 'did_not_attend' };
			const met = (await mentor.post('/items/initial_meetings', meeting)).body.data.id;
			const contract = world.north.contract;
			const request = { contract, kind: 'freedom_of_information', requested_on: '2024-03-15', request: 'Test' };

			await breakClocks(server);
			const answers = [
				await mentor.post('/items/referrals', { ...REFERRAL, last_name: 'Stored' }),
				await mentor.post('/items/referrals', [
					{ ...REFERRAL, last_name: 'Batch-1' },
					{ ...REFERRAL, last_name: 'Batch-2' },
				]),
				await mentor.patch(`/items/referrals/${there}`, { received_on: '2023-10-09' }),
				await world.north.manager.post('/items/information_requests', request),
			];
			for (const { status, body, headers } of answers) {
				expect({ status, body }).toEqual({
					status: 503,
					body: { errors: [{ message: ENGLISH, extensions: { code: 'STORED_UNSETTLED' } }] },
				});
				expect(headers.get('retry-after')).toBe(null);
			}
			// What is refused is refused, and what changes no clock is done.
			expect((await mentor.post('/items/referrals', { ...REFERRAL, route: 'pigeon' })).status).toBe(400);
			expect((await mentor.get(`/items/initial_meetings/${met}`)).status).toBe(200);
			const stored = [...(await named('Stored')), ...(await named('Batch-1')), ...(await named('Batch-2'))];
			expect(stored.map(({ stage, next_due_on }) => [stage, next_due_on])).toEqual(Array(3).fill([null, null]));

			await mendClocks(server);
			for (const { id } of stored) expect(await soon(MINUTE, settled(id, '2023-10-16'))).toBe(true);
			expect(await soon(MINUTE, settled(there, '2023-10-23'))).toBe(true);
			const asked = async () =>
				(await world.admin.get('/items/service_level_clocks?filter[service_level][_eq]=request_freedom_of_information'))
					.body.data.length === 1;
			expect(await soon(MINUTE, asked)).toBe(true);
			expect(await named('Stored')).toMatchObject([{ stage: 'referred', next_due_on: '2023-10-16' }]);
			expect(await named('Batch-1')).toHaveLength(1);
			expect(await soon(MINUTE, async () => (await unsettled(server)) === 0)).toBe(true);
		},
		TIME,
	);

	it('is told in the language of the account, or the one asked for', async () => {
		const { client } = await world.user('Supplier Manager', 'welsh-manager@example.org', world.north.id, 'cy-GB');
		await breakClocks(server);
		const area = { cpa: 9 };
		const welsh = await client.post('/items/referrals', { ...REFERRAL, ...area });
		expect(welsh.body.errors[0].message).toBe(
			'Mae eich cofnod wedi’i gadw: peidiwch â’i anfon eto. Bydd ei ddyddiadau cau’n dilyn o fewn munud.',
		);
		const english = await client.post('/items/referrals?lang=en-GB', { ...REFERRAL, ...area });
		expect(english.body.errors[0].message).toBe(ENGLISH);
	});

	it('keeps the page that shows a Referrer the reference', async () => {
		const { client } = await world.user('Referrer', 'page-referrer@example.org');
		const offices = await world.admin.get('/items/jobcentre_offices?filter[delivery_area][cpa][_eq]=9&fields=id');
		const form = {
			...{ route: 'jobcentre_plus', jobcentre_office: offices.body.data[0].id, work_coach: 'Test Coach', cpa: '9' },
			...{ referrer_phone: '01632 960 002', referrer_email: 'coach@example.org' },
			...{ first_name: 'Page', last_name: 'Kept', phone: '01632 960 001', aged_18_or_over: 'yes' },
			...{ email: 'page.kept@example.org', preferred_language: 'en-GB' },
		};
		await breakClocks(server);
		const response = await fetch(`${server.url}/refer`, {
			method: 'POST',
			headers: { authorization: `Bearer ${client.token}`, accept: 'text/html' },
			body: new URLSearchParams(form),
		});
		const page = await response.text();
		expect(page).toMatch(/R-[2-9A-Z]{6}/);
		expect(page).toContain(ENGLISH);
		expect(response.status).toBe(503);
	});
});

describe.runIf(lane === 'postgres')('a write that collides with another', () => {
	it.each(['40P01', '40001'])('is settled all the same before it is answered (%s)', async (code) => {
		await collide(server, 3, code);
		const { status, body } = await mentor.post('/items/referrals', REFERRAL);
		expect(status).toBe(200);
		expect(await clocksOf(body.data.id)).toEqual({ initial_meeting: '2023-10-16' });
	});
});

describe('what a flow writes', () => {
	const write = (last_name: string) => ({
		type: 'item-create',
		options: {
			collection: 'referrals',
			permissions: '$full',
			emitEvents: true,
			payload: { ...REFERRAL, last_name, contract: world.north.contract, cpa: 9 },
		},
	});

	/** A flow of one operation that begins by itself when something is recorded. */
	async function whenRecorded(collection: string, { type, options }: ReturnType<typeof write>): Promise<void> {
		const flow = await world.admin.post('/flows', {
			name: `After ${collection}`,
			status: 'active',
			trigger: 'event',
			accountability: 'all',
			options: { type: 'action', scope: ['items.create'], collections: [collection] },
		});
		const step = { flow: flow.body.data.id, name: type, key: 'step', type, position_x: 1, position_y: 1, options };
		const operation = await world.admin.post('/operations', step);
		expect(operation.status).toBe(200);
		await world.admin.patch(`/flows/${flow.body.data.id}`, { operation: operation.body.data.id });
	}
	const hasClock = (name: string) => async () => {
		const [row] = await named(name);
		return row !== undefined && (await settled(row.id, '2023-10-16')());
	};
	const record = () =>
		world.north.manager.post('/items/risks_and_issues', {
			contract: world.north.contract,
			kind: 'risk',
			title: 'Test',
			raised_on: '2024-03-15',
		});

	it(
		'is settled when it is written, and within a minute where that could not be',
		async () => {
			await whenRecorded('risks_and_issues', write('By-flow'));
			expect((await record()).status).toBe(200);
			// Long before anything that was left behind is taken up.
			expect(await soon(15, hasClock('By-flow'))).toBe(true);

			const [{ id }] = await named('By-flow');
			await world.admin.patch(`/items/referrals/${id}`, { last_name: 'By-flow-1' });
			await breakClocks(server);
			await record();
			expect(await soon(15, async () => (await named('By-flow')).length === 1)).toBe(true);
			await mendClocks(server);
			expect(await soon(MINUTE, hasClock('By-flow'))).toBe(true);
		},
		TIME,
	);
});
