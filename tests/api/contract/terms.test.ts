/** Two call-offs side by side: one on the specification's terms, one on its own (2.11 to 4.6). */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { STARTS } from '../../support/complete-forms.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';
import { worldOf, type World } from '../../support/world.ts';

/** What an Order Form says instead: first meeting in five Working Days, three sessions within twenty, six in all. */
const OWN = {
	initial_meeting_days: 5,
	diagnostic_interview_days: 7,
	first_sessions: 3,
	first_sessions_days: 20,
	minimum_sessions: 6,
	return_working_day: 3,
	dropout_days: 28,
	fte_weekly_hours: 32,
};

let server: TestServer;
let world: World;
const TERMS = () => `/items/call_off_contracts/${world.west.contract}`;

beforeAll(async () => {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	const { status, body } = await world.admin.patch(TERMS(), OWN);
	if (status !== 200) throw new Error(JSON.stringify(body));
});
afterAll(() => server.stop());

describe.each([
	['the specification’s terms', 'north' as const, { meeting: '2023-05-16', fourth: '2023-06-19', count: 4 }],
	['its own', 'west' as const, { meeting: '2023-05-09', fourth: '2023-06-05', count: 3 }],
])('a contract on %s', (_, name, due) => {
	let referral: string;
	const of = () => world[name];
	const clocks = async () => {
		const query = `filter[referral][_eq]=${referral}&fields=service_level,due_on,session_count&limit=-1`;
		const { body } = await of().manager.get(`/items/service_level_clocks?${query}`);
		return Object.fromEntries(
			body.data.map((each: Record<string, unknown>) => [each.service_level, [each.due_on, each.session_count]]),
		);
	};

	it('starts its clocks', async () => {
		const sent = await of().mentors[0]!.client.post('/items/referrals', {
			route: 'jobcentre_plus',
			contract: of().contract,
			cpa: of().cpa,
			received_on: '2023-05-01',
			first_name: 'Test',
			last_name: 'Mentee',
			aged_18_or_over: 'yes',
			dwp_customer: 'yes',
			benefit_type: 'universal_credit',
		});
		expect([sent.status, sent.body.errors]).toEqual([200, undefined]);
		referral = sent.body.data.id;
		expect(await clocks()).toMatchObject({ initial_meeting: [due.meeting, null] });
		const met = await of().mentors[0]!.client.post('/items/initial_meetings', {
			...STARTS,
			referral,
			held_on: '2023-05-04',
			outcome: 'start',
		});
		expect([met.status, met.body.errors]).toEqual([200, undefined]);
		const { body } = await of().manager.get(`/items/mentees?filter[referral][_eq]=${referral}&fields=id`);
		const mentee = body.data[0].id;
		const started = await of().mentors[0]!.client.patch(`/items/mentees/${mentee}`, { start_on: '2023-05-04' });
		expect([started.status, started.body.errors]).toEqual([200, undefined]);
		expect(await clocks()).toMatchObject({ four_sessions: [due.fourth, due.count] });
	});

	it('says its returns’ days and names', async () => {
		const { body } = await of().mi.get(`/pmi/${of().reference}/2023-05`);
		expect(body.data.due_on).toBe(name === 'north' ? '2023-06-07' : '2023-06-05');
		expect(body.data.terms).toMatchObject({ first_sessions: due.count });
	});

	it('counts its FTE', async () => {
		const { body } = await of().manager.get('/items/fte_assignments?fields=weekly_hours,fte');
		expect(body.data.map(({ fte }: { fte: unknown }) => Number(fte))).toEqual([1, 1]);
		const { id } = (await of().manager.get('/items/fte_assignments?fields=id&limit=1')).body.data[0];
		const part = await of().manager.patch(`/items/fte_assignments/${id}?fields=fte`, { weekly_hours: 16 });
		expect(Number(part.body.data.fte)).toBe(name === 'north' ? 0.4 : 0.5);
		const coverage = await of().manager.get(`/fte-coverage/${of().reference}?from=2023-06-01&to=2023-06-01`);
		expect(JSON.stringify(coverage.body.data)).toContain(`"fte_in_post":${name === 'north' ? 1.4 : 1.5}`);
	});
});

describe('what an Order Form cannot mean', () => {
	test.each([
		['return_working_day', 0, 'from 1 to 15, or leave this empty: the specification says 5'],
		['initial_meeting_days', -3, 'from 1 to 130'],
		['dropout_days', 1, 'from 7 to 365'],
		['first_sessions', 7, 'Enter 6 or less'],
		['minimum_sessions', 2, 'Enter 2 or less'],
	])('%s %s is refused in words, and changes nothing', async (field, value, words) => {
		const before = (await world.admin.get(`${TERMS()}?fields=${Object.keys(OWN).join()}`)).body.data;
		const { status, body } = await world.admin.patch(TERMS(), { [field]: value });
		expect([status, body.errors[0].message]).toEqual([400, expect.stringContaining(words)]);
		expect((await world.admin.get(`${TERMS()}?fields=${Object.keys(OWN).join()}`)).body.data).toEqual(before);
	});

	it('is the Administrator’s to say alone', async () => {
		for (const { manager, mi } of [world.west]) {
			for (const client of [manager, mi]) expect((await client.patch(TERMS(), { dropout_days: 35 })).status).toBe(403);
		}
	});
});

it('terms that change move what is not reported, and nothing that is', async () => {
	const day = async (month: string) => {
		const query = `filter[month][_eq]=${month}&filter[contract][_eq]=${world.west.contract}&fields=due_on`;
		return (await world.west.mi.get(`/items/mi_returns?${query}`)).body.data[0].due_on;
	};
	expect(await day('2023-05')).toBe('2023-06-05');
	await world.admin.patch(TERMS(), { return_working_day: null });
	expect(await day('2023-05')).toBe('2023-06-07');
	await world.admin.patch(TERMS(), { return_working_day: 3 });
	expect(await day('2023-05')).toBe('2023-06-05');
});
