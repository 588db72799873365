import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';
import { worldOf, type World } from '../../support/world.ts';
import { STARTS } from '../../support/complete-forms.ts';

/** What is answered after a write is the record as it then stands, and says the same on both databases. */
let server: TestServer;
let world: World;
let mentor: Client;
let referral: string;
let mentee: string;

const FIELDS = 'fields=id,stage,next_due_on,outstanding,sessions_counted';

beforeAll(async () => {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	mentor = world.north.mentors[0]!.client;
	const person = { first_name: 'Gwen', last_name: 'Test-Answer', received_on: '2023-10-02', dwp_customer: 'yes' };
	const made = await mentor.post('/items/referrals?fields=*', { ...person, route: 'jobcentre_plus' });
	referral = made.body.data.id;
	expect(made.body.data).toMatchObject({ stage: 'referred', next_due_on: '2023-10-16' });
	const meeting = { referral, held_on: '2023-10-09', ...STARTS };
	const met = await mentor.post('/items/initial_meetings?fields=referral.stage,referral.mentees.id', meeting);
	mentee = met.body.data.referral.mentees[0].id;
	expect(met.body.data.referral.stage).toBe('met');
});
afterAll(() => server.stop());

describe('an answer after a write', () => {
	it('has what a form can see at once: what is still to do, what is due next', async () => {
		const change = { start_on: '2023-10-16', nino: 'QQ123456C', disclosure: 'pre_disclosed' };
		const { body } = await mentor.patch(`/items/mentees/${mentee}?${FIELDS}`, change);
		const now = await mentor.get(`/items/mentees/${mentee}?${FIELDS}`);
		expect(body.data).toEqual(now.body.data);
		expect(body.data.outstanding).not.toContain('nino_missing');
		expect(body.data.stage).toBe('started');
	});

	it('of a batch has it of every record', async () => {
		const sessions = ['2023-10-23', '2023-10-30'].map((held_on) => ({
			mentee,
			held_on,
			minutes: 60,
			mode: 'face_to_face',
			attendance: 'attended',
		}));
		const { body } = await mentor.post('/items/sessions?fields=held_on,mentee.sessions_counted', sessions);
		expect(body.data.map(({ mentee: each }: { mentee: object }) => each)).toEqual([
			{ sessions_counted: 2 },
			{ sessions_counted: 2 },
		]);
	});

	it('over GraphQL has it too', async () => {
		const query = `mutation { update_mentees_item(id: "${mentee}", data: { ended_on: "2023-11-06", end_reason: "moved_away" }) { stage } }`;
		const { body } = await world.admin.post('/graphql', { query });
		const now = await mentor.get(`/items/mentees/${mentee}?fields=stage`);
		expect(body.data.update_mentees_item).toEqual(now.body.data);
	});

	it('to a number where a text belongs says so, whichever field', async () => {
		for (const change of [{ nino: 12 }, { phone: 7700900157 }, { email: true }, { phone: ' ' }]) {
			const { status, body } = await mentor.patch(`/items/mentees/${mentee}`, change);
			expect([status, body.errors[0].extensions.field]).toEqual([400, Object.keys(change)[0]]);
		}
	});

	it('is still refused for whoever may not read it', async () => {
		const stranger = world.west.mentors[0]!.client;
		const { status } = await stranger.patch(`/items/mentees/${mentee}?${FIELDS}`, { phone: '07700900009' });
		expect(status).toBe(403);
	});
});

describe('the same question, on either database', () => {
	it('has decimals and counts for an answer that are numbers', async () => {
		const results = await world.admin.get(
			'/items/service_level_results?filter[contract][reference]=TEST-9&filter[service_level]=fte&fields=percent,lowest_fte,minimum_fte&limit=1',
		);
		expect(results.body.data[0]).toMatchObject({ lowest_fte: expect.any(Number), minimum_fte: 3 });
		const counted = await world.admin.get(
			'/items/fte_assignments?aggregate[count]=id&aggregate[sum]=weekly_hours&groupBy[]=cpa&sort=cpa',
		);
		expect(counted.body.data).toEqual([
			{ cpa: 1, count: { id: 2 }, sum: { weekly_hours: 80 } },
			{ cpa: 9, count: { id: 2 }, sum: { weekly_hours: 80 } },
		]);
		const query = '{ fte_assignments_aggregated { count { id } sum { weekly_hours fte } } }';
		const { body } = await world.admin.post('/graphql', { query });
		expect(body.data.fte_assignments_aggregated).toEqual([{ count: { id: 4 }, sum: { weekly_hours: 160, fte: 4 } }]);
	});

	it.each([
		['meeting_arranged_on', ['2023-10-01', '2023-10-02', null]],
		['-meeting_arranged_on', ['2023-10-02', '2023-10-01', null]],
	])('has empty values last when sorted by %s', async (sort, days) => {
		const person = { first_name: 'Test', last_name: 'Sorted', route: 'jobcentre_plus', received_on: '2023-09-25' };
		const own = { ...person, contract: world.west.contract, cpa: 1 };
		const there = await world.admin.get('/items/referrals?filter[reference][_starts_with]=SORT&fields=id');
		if (there.body.data.length === 0) {
			for (const meeting_arranged_on of [null, '2023-10-02', '2023-10-01']) {
				const made = await world.admin.post('/items/referrals', {
					...own,
					reference: `SORT-${meeting_arranged_on}`,
					meeting_arranged_on,
				});
				expect(made.status, JSON.stringify(made.body)).toBe(200);
			}
		}
		const SORTED = `filter[reference][_starts_with]=SORT&sort=${sort}&fields=meeting_arranged_on`;
		// A condition on related records makes another query of it.
		const related = await world.admin.get(
			`/items/referrals?${SORTED}&filter[service_level_clocks][due_on][_nnull]=true`,
		);
		expect(related.body.data.map((each: { meeting_arranged_on: string }) => each.meeting_arranged_on)).toEqual(days);
		const { body } = await world.admin.get(`/items/referrals?${SORTED}`);
		expect(body.data.map((each: { meeting_arranged_on: string }) => each.meeting_arranged_on)).toEqual(days);
		const query = `{ referrals(filter: { reference: { _starts_with: "SORT" } }, sort: ["${sort}"]) { meeting_arranged_on } }`;
		const graph = await world.admin.post('/graphql', { query });
		expect(graph.body.data.referrals.map((each: { meeting_arranged_on: string }) => each.meeting_arranged_on)).toEqual(
			days,
		);
	});

	it.each([
		['filter[last_name][_contains]=test-ans', true],
		['filter[last_name][_contains]=TEST-ANS', true],
		['filter[last_name][_starts_with]=tEST', true],
		['filter[last_name][_ends_with]=ANSWER', true],
		['filter[last_name][_eq]=test-answer', false],
		['search=test-answer', true],
	])('finds text whatever its case, and a whole value as it is: %s', async (condition, found) => {
		const { body } = await mentor.get(`/items/mentees?${condition}&fields=id`);
		expect(body.data).toEqual(found ? [{ id: mentee }] : []);
	});

	it('leaves out what contains a text whatever its case', async () => {
		const { body } = await mentor.get('/items/mentees?filter[last_name][_ncontains]=TEST-ANS&fields=id');
		expect(body.data).toEqual([]);
	});
});
