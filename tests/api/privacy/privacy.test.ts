import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';
import { worldOf, type World } from '../../support/world.ts';
import { STARTS, INTERVIEWED, PLANNED, STATEMENT } from '../../support/complete-forms.ts';

let server: TestServer;
let world: World;
let mentor: Client;
let colleague: Client;
let stranger: Client;
/** One record of each kind, of the mentor's own Mentee. */
const own: Record<string, string> = {};

const PERSONAL = [
	'referrals',
	'initial_meetings',
	'mentees',
	'diagnostic_interviews',
	'action_plans',
	'actions',
	'sessions',
	'baseline_surveys',
	'consents',
	'notifications_to_jobcentre',
	'treatment_statuses',
	'support_engagements',
	'plan_reviews',
	'travel_claims',
	'allocations',
	'service_level_clocks',
];

/** What their Peer Mentor, or else their manager, may write of each: what others are refused because it is not theirs. */
const WRITABLE: Record<string, object> = {
	referrals: { phone: '01632 960000' },
	initial_meetings: { notes: 'Changed' },
	mentees: { phone: '01632 960000' },
	diagnostic_interviews: { needs: 'Changed' },
	action_plans: { goal: 'Changed' },
	actions: { what: 'Changed' },
	sessions: { note: 'Changed' },
	baseline_surveys: { notes: 'Changed' },
	consents: { statement_version: '9' },
	notifications_to_jobcentre: { method: 'phone' },
	treatment_statuses: { status: 'completed' },
	support_engagements: { reason_left: 'Changed' },
	plan_reviews: { summary: 'Changed' },
	travel_claims: { amount_pence: 1 },
	allocations: { reason: 'Changed' },
};

beforeAll(async () => {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	[mentor, colleague] = world.north.mentors.map(({ client }) => client) as [Client, Client];
	stranger = (world.west.mentors[0] as { client: Client }).client;

	const add = async (collection: string, record: object) => {
		const { status, body } = await mentor.post(`/items/${collection}?fields=id`, record);
		if (status !== 200) throw new Error(JSON.stringify(body));
		own[collection] = body.data.id;
	};
	await add('referrals', {
		first_name: 'Own',
		last_name: 'Test-Person',
		route: 'third_party',
		permission_obtained: true,
		received_on: '2023-10-02',
	});
	await add('initial_meetings', { referral: own.referrals, held_on: '2023-10-09', ...STARTS });
	const found = await mentor.get(`/items/mentees?filter[referral][_eq]=${own.referrals}`);
	own.mentees = found.body.data[0].id;
	await add('diagnostic_interviews', { mentee: own.mentees, held_on: '2023-10-16', ...INTERVIEWED });
	await add('action_plans', { mentee: own.mentees, agreed_on: '2023-10-20', evidence: 'wet', ...PLANNED });
	await add('actions', { action_plan: own.action_plans, what: 'Test', due_on: '2023-12-01' });
	await add('sessions', { mentee: own.mentees, held_on: '2023-10-16', mode: 'face_to_face', attendance: 'attended' });
	await add('baseline_surveys', { mentee: own.mentees, completed_on: '2023-10-16' });
	const { mentees: mentee } = own;
	await add('consents', { mentee, decision: 'given', decided_on: '2023-10-09', ...STATEMENT });
	const told = { told_to: 'third_party', about: 'referral_result', result: 'will_start', told_on: '2023-10-10' };
	await add('notifications_to_jobcentre', { mentee, ...told });
	await add('treatment_statuses', { mentee, status: 'in_treatment', since_on: '2023-10-20' });
	await add('support_engagements', { mentee, kind: 'treatment', entered_on: '2023-10-20' });
	await add('plan_reviews', { action_plan: own.action_plans, reviewed_on: '2023-11-20', summary: 'Going well' });
	const travel = { travelled_to: 'interview', interview: 'A bakery', travelled_on: '2023-11-01', amount_pence: 350 };
	await add('travel_claims', { mentee, ...travel });
	const held = await mentor.get(`/items/allocations?filter[mentee][_eq]=${mentee}&fields=id`);
	own.allocations = held.body.data[0].id;
	const clocks = await mentor.get(`/items/service_level_clocks?filter[referral][_eq]=${own.referrals}&limit=1`);
	own.service_level_clocks = clocks.body.data[0].id;
});
afterAll(() => server.stop());

describe.each(PERSONAL)('a record of %s', (collection) => {
	it('is read by its Peer Mentor', async () => {
		expect((await mentor.get(`/items/${collection}/${own[collection]}`)).status).toBe(200);
	});

	it('is read by the Supplier’s manager', async () => {
		expect((await world.north.manager.get(`/items/${collection}/${own[collection]}`)).status).toBe(200);
	});

	it.each([
		['a colleague', () => colleague],
		['a Peer Mentor of another Supplier', () => stranger],
		['the manager of another Supplier', () => world.west.manager],
		['the MI lead of another Supplier', () => world.west.mi],
		['the Buyer', () => world.buyer],
		['nobody', () => server.anonymous],
	])('is hidden from %s, by key, in lists and in counts', async (_, who) => {
		const client = who();
		const one = await client.get(`/items/${collection}/${own[collection]}`);
		const missing = await client.get(`/items/${collection}/00000000-0000-4000-8000-000000000000`);
		expect([401, 403]).toContain(one.status);
		expect(one.body).toEqual(missing.body);
		const list = await client.get(`/items/${collection}?filter[id][_eq]=${own[collection]}`);
		expect(list.status === 200 ? list.body.data : []).toEqual([]);
		// The contract's own deadlines are no personal data: its Supplier and the Buyer count them.
		const people = collection === 'service_level_clocks' ? '&filter[referral][_nnull]=true' : '';
		const count = await client.get(`/items/${collection}?aggregate[count]=*${people}`);
		if (count.status === 200) expect(Number(count.body.data[0].count)).toBe(0);
	});

	it.each([
		['a colleague', () => colleague],
		['the manager of another Supplier', () => world.west.manager],
		['the Buyer', () => world.buyer],
	])('is not changed or deleted by %s', async (_, who) => {
		const before = await world.admin.get(`/items/${collection}/${own[collection]}?fields=*`);
		const change = WRITABLE[collection];
		const changed = await who().patch(`/items/${collection}/${own[collection]}`, change ?? { status: 'met' });
		expect(changed.status).toBe(403);
		expect([400, 403]).toContain((await who().delete(`/items/${collection}/${own[collection]}`)).status);
		expect((await world.admin.get(`/items/${collection}/${own[collection]}?fields=*`)).body).toEqual(before.body);
	});
});

describe.each(Object.entries(WRITABLE))('a field of %s that is written in the attempts above', (collection, change) => {
	it('is writable by those whose record it is, so that the refusals are about whose it is', async () => {
		const client = collection === 'allocations' ? world.north.manager : mentor;
		const path = `/items/${collection}/${own[collection]}`;
		expect((await client.patch(path, change)).body).toMatchObject({ data: change });
	});
});

describe('a Peer Mentor', () => {
	const session = { held_on: '2023-11-01', mode: 'digital', attendance: 'attended', digital_agreed: true };

	it('cannot add a record to somebody else’s Mentee', async () => {
		expect((await colleague.post('/items/sessions', { mentee: own.mentees, ...session })).status).toBe(403);
		expect((await stranger.post('/items/sessions', { mentee: own.mentees, ...session })).status).toBe(403);
	});

	it('cannot add one inside a nested write or a batch either', async () => {
		const nested = await colleague.post('/items/referrals', {
			first_name: 'A',
			last_name: 'B',
			route: 'jobcentre_plus',
			received_on: '2023-10-02',
			mentees: { create: [], update: [{ id: own.mentees, first_name: 'Stolen' }], delete: [] },
		});
		expect([400, 403]).toContain(nested.status);
		expect((await colleague.post('/items/sessions', [{ mentee: own.mentees, ...session }])).status).toBe(403);
	});

	it('cannot make a referral for another Peer Mentor or Supplier', async () => {
		const referral = { first_name: 'A', last_name: 'B', route: 'jobcentre_plus', received_on: '2023-10-02' };
		const others = world.north.mentors[1]?.id;
		expect((await mentor.post('/items/referrals', { ...referral, peer_mentor: others })).status).toBe(403);
		expect((await mentor.post('/items/referrals', { ...referral, contract: world.west.contract })).status).toBe(403);
	});

	it('cannot hand a Mentee away or take one', async () => {
		const others = world.north.mentors[1]?.id;
		expect((await mentor.patch(`/items/mentees/${own.mentees}`, { peer_mentor: others })).status).toBe(403);
		expect((await colleague.patch(`/items/mentees/${own.mentees}`, { peer_mentor: others })).status).toBe(403);
	});

	it('cannot write ownership, whatever the field is called', async () => {
		const user = world.north.mentors[1]?.user;
		const { status } = await mentor.patch(`/items/sessions/${own.sessions}`, { mentor_user: user });
		expect([400, 403]).toContain(status);
		const { body } = await mentor.post('/items/sessions?fields=mentor_user', {
			mentee: own.mentees,
			...session,
			mentor_user: user,
		});
		expect(body.data.mentor_user).toBe(world.north.mentors[0]?.user);
	});

	it('may change their language and nothing else of their account', async () => {
		expect((await mentor.patch('/users/me', { language: 'cy-GB' })).status).toBe(200);
		expect((await mentor.patch('/users/me', { supplier: world.west.id })).status).toBe(403);
		expect((await mentor.patch('/users/me', { role: null })).status).toBe(403);
	});
});

describe('a Mentee handed to another Peer Mentor', () => {
	it('is seen with everything by the new one, and no more by the old one', async () => {
		const moved = await world.north.manager.patch(`/items/mentees/${own.mentees}`, {
			peer_mentor: world.north.mentors[1]?.id,
		});
		expect(moved.status).toBe(200);
		for (const collection of PERSONAL) {
			expect([collection, (await colleague.get(`/items/${collection}/${own[collection]}`)).status]).toEqual([
				collection,
				200,
			]);
			expect([collection, (await mentor.get(`/items/${collection}/${own[collection]}`)).status]).toEqual([
				collection,
				403,
			]);
		}
		await world.north.manager.patch(`/items/mentees/${own.mentees}`, { peer_mentor: world.north.mentors[0]?.id });
		expect((await mentor.get(`/items/sessions/${own.sessions}`)).status).toBe(200);
	});

	it('cannot be handed to a Peer Mentor of another Supplier', async () => {
		const { status, body } = await world.north.manager.patch(`/items/mentees/${own.mentees}`, {
			peer_mentor: world.west.mentors[0]?.id,
		});
		expect(status).toBe(400);
		expect(body.errors[0].extensions.field).toBe('peer_mentor');
	});
});

describe('the public role', () => {
	it('has no permission at all', async () => {
		const { body } = await world.admin.get('/permissions?filter[policy][name][_contains]=ublic&limit=-1');
		expect(body.data).toEqual([]);
	});
});
