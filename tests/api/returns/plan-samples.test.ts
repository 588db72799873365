/** The quarterly sample of SMART Action Plans (1.29, 2.25, 3.11): drawn, anonymised, reviewed, released. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawPlans } from '../../../extensions/peer-mentoring/src/domain/returns/samples/plan-sample.ts';
import { planSampleTexts } from '../../support/plan-sample-texts.ts';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';
import { makeWorld, type World } from '../../support/world.ts';
import { sheetTexts } from '../../support/xlsx.ts';

let server: TestServer;
let world: World;
let manager: Client;
let mentor: Client;
let analyst: Client;
let officer: Client;
/** The keys of the plans, by the number of the Mentee. */
const plans = new Map<number, { plan: string; mentee: string; referral: string }>();

async function made(client: Client, collection: string, record: object): Promise<Record<string, string>> {
	const { status, body } = await client.post(`/items/${collection}`, record);
	expect([collection, status, JSON.stringify(body.errors ?? '')]).toEqual([collection, 200, '""']);
	return body.data;
}

async function rows(client: Client, collection: string, query: string): Promise<Record<string, unknown>[]> {
	const { status, body } = await client.get(`/items/${collection}?limit=-1&${query}`);
	expect([collection, status]).toEqual([collection, 200]);
	return body.data;
}

/** A Mentee who started, with a plan that says a lot about them. */
async function agreedPlan(number: number, about: object = {}, started: object = {}): Promise<void> {
	const person = { first_name: 'Gwenllian', last_name: `Zebedee${number}`, phone: '07700 900417', ...about };
	const { id: referral } = await made(mentor, 'referrals', {
		...person,
		received_on: '2024-01-02',
		route: 'jobcentre_plus',
	});
	await made(mentor, 'initial_meetings', { referral, held_on: '2024-01-08', outcome: 'start' });
	const [{ id: mentee } = { id: '' }] = await rows(mentor, 'mentees', `filter[referral][_eq]=${referral}&fields=id`);
	const change = { start_on: '2024-01-15', dwp_customer: 'yes', nino: 'QQ 12 34 56 C', ...started };
	expect((await mentor.patch(`/items/mentees/${mentee}`, change)).status).toBe(200);
	const { goal, action, review } = planSampleTexts(number);
	const { id: plan } = await made(mentor, 'action_plans', {
		mentee,
		agreed_on: '2024-01-22',
		evidence: 'electronic',
		goal,
		actions: [{ what: action, measure: '=HYPERLINK("http://evil.example","x")', due_on: '2024-02-19' }],
	});
	await made(mentor, 'plan_reviews', { action_plan: plan, reviewed_on: '2024-02-05', summary: review });
	plans.set(number, { plan: plan as string, mentee: mentee as string, referral: referral as string });
}

const draw = (quarter: string, client = manager, contract = world.north.contract) =>
	client.post('/items/plan_sample_draws', { contract, quarter });

/** The samples of a quarter as a manager reads them, in their order. */
const samplesOf = (quarter: string, client = manager) =>
	rows(
		client,
		'plan_samples',
		`filter[quarter][_eq]=${quarter}&sort=position&fields=id,position,status,cpa,action_plan`,
	);

async function reviewOf(id: unknown) {
	const { status, body } = await manager.get(`/plan-samples/${id}/review`);
	expect(status).toBe(200);
	return body.data;
}

const fingerprints = (review: { passages: { fingerprint: string }[] }) =>
	review.passages.map((each) => each.fingerprint);

async function release(id: unknown): Promise<void> {
	const review = await reviewOf(id);
	expect((await manager.patch(`/plan-samples/${id}`, { passages_read: fingerprints(review) })).status).toBe(200);
	expect((await manager.post(`/plan-samples/${id}/release`)).status).toBe(200);
}

beforeAll(async () => {
	server = await startTestServer();
	world = await makeWorld(server);
	({ manager } = world.north);
	mentor = world.north.mentors[0]!.client;
	analyst = (await world.user('Buyer Analyst', 'analyst-test@example.org')).client;
	officer = (await world.user('Data Protection Officer', 'officer-test@example.org')).client;
	for (const number of [1, 2, 3, 4]) await agreedPlan(number);
}, 180_000);

afterAll(async () => server.stop());

describe('a draw (3.11)', () => {
	it.each([
		['2024-1', /year and Q1 to Q4/],
		['2022-Q4', /does not run in this quarter/],
		['2027-Q1', /ends on 31 March 2027/],
		['2023-Q1', /No Peer Mentor was in post on 31 March 2023/],
		['2023-Q4', /No SMART Action Plan had been agreed by 31 December 2023/],
	])('of %s is refused: %s', async (quarter, message) => {
		const { status, body } = await draw(quarter);
		expect([status, body.errors[0].message]).toEqual([400, expect.stringMatching(message)]);
		expect(await rows(manager, 'plan_sample_draws', '')).toEqual([]);
	});

	it.each<[string, () => Client]>([
		['a Peer Mentor', () => mentor],
		['another Supplier', () => world.west.manager],
		['Supplier MI', () => world.north.mi],
		['the Buyer', () => world.buyer],
		['the analyst', () => analyst],
		['the Data Protection Officer', () => officer],
	])('is not made by %s', async (_, client) => {
		expect((await draw('2024-Q1', client())).status).toBe(403);
		expect(await rows(manager, 'plan_sample_draws', '')).toEqual([]);
	});

	it('takes one plan for each FTE of the area, notes what it drew from, and is made once', async () => {
		const fixed = { seed: 'mine', areas: [], sample_size: 9, plan_samples: [{ action_plan: plans.get(1)!.plan }] };
		const { status, body } = await manager.post('/items/plan_sample_draws', {
			contract: world.north.contract,
			quarter: '2024-Q1',
			...fixed,
		});
		expect(status).toBe(200);
		expect(body.data).toMatchObject({
			sample_size: 2,
			drawn_from: 4,
			areas: [{ cpa: 9, fte: 2, wanted: 2, eligible: 4, drawn: 2 }],
		});
		expect(body.data.seed).not.toBe('mine');
		const samples = await samplesOf('2024-Q1');
		expect(samples.map(({ position, status: now, cpa }) => [position, now, cpa])).toEqual([
			[1, 'drawn', 9],
			[2, 'drawn', 9],
		]);
		// Anybody can repeat it from the seed.
		const eligible = [...plans.values()].map(({ plan: id }) => ({ id, drawn_before: 0 }));
		expect(samples.map((each) => each.action_plan)).toEqual(drawPlans(body.data.seed, eligible, 2));
		const again = await draw('2024-Q1');
		expect([again.status, again.body.errors[0].message]).toEqual([400, expect.stringMatching(/were drawn on .*once/)]);
		expect(await samplesOf('2024-Q1')).toHaveLength(2);
	});

	it('draws no plan again while others remain, and starts over when none does', async () => {
		expect((await draw('2024-Q2')).status).toBe(200);
		const both = [...(await samplesOf('2024-Q1')), ...(await samplesOf('2024-Q2'))].map((each) => each.action_plan);
		expect(new Set(both).size).toBe(4);
		expect((await draw('2024-Q3')).status).toBe(200);
		expect(await samplesOf('2024-Q3')).toHaveLength(2);
	});

	it('leaves whoever has not started, has not agreed in time, or lacks consent', async () => {
		const drawn = new Set<unknown>();
		for (const quarter of ['2024-Q1', '2024-Q2', '2024-Q3']) {
			for (const { action_plan } of await samplesOf(quarter)) drawn.add(action_plan);
		}
		await agreedPlan(5);
		const terms = (consent_required_to_start: boolean) =>
			world.admin.patch(`/items/call_off_contracts/${world.north.contract}`, { consent_required_to_start });
		await terms(false);
		await agreedPlan(8, { dwp_customer: 'no' }, { dwp_customer: 'no', nino: null });
		await terms(true);
		await agreedPlan(9, {}, { start_on: null });
		expect((await mentor.patch(`/items/action_plans/${plans.get(5)!.plan}`, { agreed_on: '2025-01-06' })).status).toBe(
			200,
		);
		const { body } = await draw('2024-Q4');
		expect(body.data).toMatchObject({ drawn_from: 4 });
		expect((await samplesOf('2024-Q4')).map((each) => each.action_plan)).not.toContain(plans.get(5)!.plan);
		expect(drawn.size).toBe(4);
	});

	it.each<[string, () => Promise<{ status: number }>]>([
		['a change', async () => manager.patch(`/items/plan_sample_draws/${await drawId()}`, { seed: 'x' })],
		[
			'another quarter',
			async () => world.admin.patch(`/items/plan_sample_draws/${await drawId()}`, { quarter: '2025-Q1' }),
		],
		['a deletion', async () => world.admin.delete(`/items/plan_sample_draws/${await drawId()}`)],
		['a plan put in', async () => putIn(manager)],
		['a plan put in by the Administrator', async () => putIn(world.admin)],
		['a status', async () => world.admin.patch(`/items/plan_samples/${await sampleId()}`, { status: 'released' })],
		[
			'a status in a batch',
			async () => world.admin.patch('/items/plan_samples', [{ id: await sampleId(), status: 'released' }]),
		],
		[
			'a nested write',
			async () =>
				world.admin.patch(`/items/plan_sample_draws/${await drawId()}`, {
					plan_samples: [{ id: await sampleId(), status: 'released' }],
				}),
		],
	])('is not altered by %s', async (_, write) => {
		const before = await rows(world.admin, 'plan_samples', 'sort=id');
		const { status } = await write();
		expect([400, 403]).toContain(status);
		expect(await rows(world.admin, 'plan_samples', 'sort=id')).toEqual(before);
	});
});

async function drawId(): Promise<unknown> {
	return (await rows(manager, 'plan_sample_draws', 'filter[quarter][_eq]=2024-Q1&fields=id'))[0]!.id;
}
async function sampleId(): Promise<unknown> {
	return (await samplesOf('2024-Q1'))[0]!.id;
}
async function putIn(client: Client) {
	const sample = { draw: await drawId(), contract: world.north.contract, quarter: '2024-Q1', cpa: 9, position: 3 };
	return client.post('/items/plan_samples', { ...sample, action_plan: plans.get(3)!.plan, supplier: world.north.id });
}

const WORKBOOK = (quarter: string) => `/plan-samples/TEST-9/${quarter}.xlsx`;

describe('the review (3.11)', () => {
	it.each<[string, () => Client, number]>([
		['a Peer Mentor', () => mentor, 403],
		['another Supplier', () => world.west.manager, 403],
		['Supplier MI', () => world.north.mi, 403],
		['the Buyer', () => world.buyer, 403],
		['the analyst', () => analyst, 403],
		['nobody signed in', () => server.anonymous, 401],
	])('is closed to %s', async (_, client, refusedWith) => {
		const id = await sampleId();
		const answers = [
			await client().get(`/plan-samples/${id}/review`),
			await client().patch(`/plan-samples/${id}`, { redactions: ['x'] }),
			await client().post(`/plan-samples/${id}/release`),
			await client().post(`/plan-samples/${id}/reject`, { reason: 'because' }),
		];
		for (const { status } of answers) expect([refusedWith, 403]).toContain(status);
		expect((await samplesOf('2024-Q1'))[0]).toMatchObject({ status: 'drawn' });
	});

	it('shows the plan without anything that tells who the person is, and with each replacement', async () => {
		for (const quarter of ['2024-Q1', '2024-Q2']) {
			for (const { id } of await samplesOf(quarter)) {
				const review = await reviewOf(id);
				expect(review.passages.map((each: { kind: string }) => each.kind)).toEqual(['goal', 'action', 'review']);
				const text = shownText(review);
				expect(text).not.toMatch(/gwenllian|zebedee|wenllian|07700|QQ ?12|wrexham|wrecsam|2024-01-22|19 February/i);
				const originals = JSON.stringify(review.passages);
				for (const planted of ['Gwenllian', '07700 900417', 'Wrexham']) expect(originals).toContain(planted);
			}
		}
	});

	it('refuses what is no review, and changes nothing', async () => {
		const id = await sampleId();
		const before = await rows(world.admin, 'plan_samples', `filter[id][_eq]=${id}`);
		for (const body of [
			{},
			[],
			{ status: 'released' },
			{ anonymised: 'mine' },
			{ redactions: 'words' },
			{ redactions: [''] },
			{ redactions: ['…'] },
			{ redactions: [1] },
			{ redactions: Array.from({ length: 301 }, (_, index) => `word ${index}`) },
			{ redactions: ['x'.repeat(301)] },
			{ passages_read: ['nonsense'] },
			{ redactions: ['word'], supplier: world.west.id },
		]) {
			expect([body, (await manager.patch(`/plan-samples/${id}`, body)).status]).toEqual([body, 400]);
		}
		expect((await manager.patch('/plan-samples/not-a-key', { redactions: ['x'] })).status).toBe(403);
		expect(await rows(world.admin, 'plan_samples', `filter[id][_eq]=${id}`)).toEqual(before);
	});

	it('hides further words wherever they stand, and shows them again', async () => {
		const id = await sampleId();
		const { body } = await manager.patch(`/plan-samples/${id}`, { redactions: ['Zumba  class'] });
		expect(body.data.status).toBe('in_review');
		expect(shownText(body.data)).not.toMatch(/zumba/i);
		expect(shownText(body.data).match(/\[(?:redacted|wedi’i guddio)\]/g)).toHaveLength(2);
		expect(shownText((await manager.patch(`/plan-samples/${id}`, { redactions: [] })).body.data)).toMatch(
			/Zumba class/,
		);
	});

	it('releases only what a person has read as it stands now', async () => {
		const id = await sampleId();
		const unread = await manager.post(`/plan-samples/${id}/release`);
		expect([unread.status, unread.body.errors[0].message]).toEqual([400, expect.stringMatching(/3 to go/)]);
		const passages_read = fingerprints(await reviewOf(id));
		await manager.patch(`/plan-samples/${id}`, { passages_read });
		// What is hidden after the passage was read, and what a mentor adds, has not been read.
		await manager.patch(`/plan-samples/${id}`, { redactions: ['Zumba class'] });
		expect((await manager.post(`/plan-samples/${id}/release`)).status).toBe(400);
		await manager.patch(`/plan-samples/${id}`, { redactions: [] });
		const { action_plan } = (await samplesOf('2024-Q1'))[0]!;
		await made(mentor, 'actions', { action_plan, what: 'Buy shoes', due_on: '2024-03-04' });
		const { body } = await manager.post(`/plan-samples/${id}/release`);
		expect(body.errors[0].message).toMatch(/1 to go/);
	});

	it('is seen by the Buyer and the analyst only once it is released', async () => {
		for (const client of [world.buyer, analyst]) {
			expect(await rows(client, 'plan_samples', '')).toEqual([]);
			const { body } = await client.get('/items/plan_sample_draws?fields=*,plan_samples.*&sort=quarter');
			expect(body.data[0]).toMatchObject({ quarter: '2024-Q1', plan_samples: [] });
			expect(body.data[0]).not.toHaveProperty('seed');
			expect(body.data[0]).not.toHaveProperty('areas');
			const texts = await sheetTexts((await client.download(WORKBOOK('2024-Q1'))).content);
			expect(texts.join()).toMatch(/No plan of this quarter is released/);
		}
	});

	it('releases: by whom and when is kept, and nothing of it changes any more', async () => {
		const id = await sampleId();
		await release(id);
		const query = `filter[id][_eq]=${id}&fields=status,released_on,reviewed_on,reviewed_by.email,anonymised`;
		const [row] = await rows(world.admin, 'plan_samples', query);
		const today = new Date().toISOString().slice(0, 10);
		expect(row).toMatchObject({
			status: 'released',
			released_on: today,
			reviewed_on: today,
			reviewed_by: { email: 'test-9-manager@example.org' },
		});
		const { action_plan } = (await samplesOf('2024-Q1'))[0]!;
		await mentor.patch(`/items/action_plans/${action_plan}`, { goal: 'Another goal' });
		for (const answer of [
			await manager.patch(`/plan-samples/${id}`, { redactions: ['word'] }),
			await manager.post(`/plan-samples/${id}/release`),
			await manager.post(`/plan-samples/${id}/reject`, { reason: 'after all' }),
		]) {
			expect([answer.status, answer.body.errors[0].message]).toEqual([
				400,
				expect.stringMatching(/released, rejected/),
			]);
		}
		expect((await reviewOf(id)).passages).toEqual([]);
		expect((await rows(world.admin, 'plan_samples', query))[0]).toEqual(row);
	});

	it('rejects with a reason, and draws another in its place by the same seed carried on', async () => {
		const [first, second] = await samplesOf('2024-Q1');
		for (const body of [
			{},
			{ reason: '' },
			{ reason: 'x'.repeat(201) },
			{ reason: ['list'] },
			{ reason: 'Too\0special' },
		]) {
			expect((await manager.post(`/plan-samples/${second!.id}/reject`, body)).status).toBe(400);
		}
		const { body } = await manager.post(`/plan-samples/${second!.id}/reject`, { reason: 'Too special' });
		expect(body.data).toEqual({ status: 'rejected', another: true });
		const [, , third] = await samplesOf('2024-Q1');
		expect(third).toMatchObject({ position: 3, status: 'drawn', cpa: 9 });
		const [{ seed } = { seed: '' }] = await rows(
			manager,
			'plan_sample_draws',
			'filter[quarter][_eq]=2024-Q1&fields=seed',
		);
		const elsewhere = new Map<unknown, number>();
		for (const quarter of ['2024-Q2', '2024-Q3', '2024-Q4']) {
			for (const { action_plan } of await samplesOf(quarter)) {
				elsewhere.set(action_plan, (elsewhere.get(action_plan) ?? 0) + 1);
			}
		}
		const eligible = [1, 2, 3, 4]
			.map((number) => plans.get(number)!.plan)
			.map((id) => ({ id, drawn_before: elsewhere.get(id) ?? 0 }));
		const order = drawPlans(String(seed), eligible, 4).filter(
			(id) => id !== first!.action_plan && id !== second!.action_plan,
		);
		expect(third!.action_plan).toBe(order[0]);
	});
});

/** Everything a reader sees. */
function shownText(review: { passages: { parts: { segments: { text: string }[] }[] }[] }): string {
	return review.passages
		.flatMap(({ parts }) => parts.map(({ segments }) => segments.map(({ text }) => text).join('')))
		.join('\n');
}

describe('what is released', () => {
	it('is read by the Buyer and the analyst: rows without any text, and a workbook without formulas', async () => {
		for (const client of [world.buyer, analyst]) {
			const [row, ...others] = await rows(client, 'plan_samples', '');
			expect(others).toEqual([]);
			expect(Object.keys(row!).sort()).toEqual(
				['contract', 'cpa', 'draw', 'id', 'position', 'quarter', 'released_on', 'status', 'supplier'].sort(),
			);
			const { status, content, headers } = await client.download(WORKBOOK('2024-Q1'));
			expect(status).toBe(200);
			expect(headers.get('content-disposition')).toContain('plan-samples-TEST-9-2024-Q1.xlsx');
			const texts = (await sheetTexts(content)).join('\n');
			expect(texts).toMatch(/\[(?:name|enw)\]/);
			expect(texts).toMatch(/Not started/);
			expect(texts).not.toMatch(/gwenllian|zebedee|07700|QQ ?12|wrexham|another goal/i);
			expect(texts).not.toMatch(/^=/m);
		}
	});

	it.each<[string, string]>([
		['the plan behind it', 'fields=action_plan'],
		['its text by a filter', 'filter[anonymised][_contains]=name'],
		['its words by a filter', 'filter[redactions][_nnull]=true'],
		['the Mentee by a nested filter', 'filter[action_plan][mentee][first_name][_eq]=Gwenllian'],
		['the reviewer', 'fields=reviewed_by.email'],
		['the seed', 'fields=draw.seed'],
		['the plan by an order', 'sort=action_plan'],
		['the text by an aggregate', 'aggregate[max]=anonymised'],
		['the plans by groups', 'groupBy[]=action_plan&aggregate[count]=id'],
	])('tells the analyst and the Buyer nothing of %s', async (_, query) => {
		for (const client of [analyst, world.buyer]) {
			expect((await client.get(`/items/plan_samples?${query}`)).status).toBe(403);
		}
	});

	it('tells nothing more by GraphQL', async () => {
		const query = 'query { plan_sample_draws { plan_samples { status anonymised action_plan { goal } } } }';
		for (const client of [analyst, world.buyer]) {
			const { body } = await client.post('/graphql', { query });
			expect(JSON.stringify(body)).not.toMatch(/\[(?:name|enw)\]|goal":/);
			const released = await client.post('/graphql', { query: 'query { plan_samples { position status } }' });
			expect(released.body.data.plan_samples).toEqual([{ position: 1, status: 'released' }]);
		}
	});

	it.each<[string, () => Client, number]>([
		['a Peer Mentor', () => mentor, 403],
		['another Supplier', () => world.west.manager, 404],
		['a Data Protection Officer', () => officer, 403],
		['nobody signed in', () => server.anonymous, 401],
	])('is not given to %s', async (_, client, refusedWith) => {
		const { status } = await client().get(WORKBOOK('2024-Q1'));
		expect([refusedWith, 403]).toContain(status);
	});

	it('is refused for a quarter that is none, and for a contract that is none', async () => {
		expect((await analyst.get(WORKBOOK('2024-Q9'))).status).toBe(400);
		expect((await analyst.get('/plan-samples/NONE/2024-Q1.xlsx')).status).toBe(404);
	});

	it('leaves a trace: who was given how many plans of what', async () => {
		const trace = await rows(
			officer,
			'access_log',
			'filter[subject][_eq]=plan samples TEST-9 2024-Q1&sort=at&fields=action,records',
		);
		expect(trace.at(-1)).toEqual({ action: 'export', records: 1 });
		expect(trace).toHaveLength(4);
	});

	it('is seen no more once consent is withdrawn, and again once it is given (2.25)', async () => {
		const [first] = await samplesOf('2024-Q1');
		const own = [...plans.values()].find(({ plan }) => plan === first!.action_plan)!;
		const decide = (decision: string, decided_on: string) =>
			made(mentor, 'consents', { mentee: own.mentee, decision, decided_on });
		await decide('withdrawn', '2024-07-01');
		for (const client of [analyst, world.buyer, manager]) {
			expect((await rows(client, 'plan_samples', 'filter[status][_eq]=released')).length).toBe(0);
		}
		expect((await sheetTexts((await analyst.download(WORKBOOK('2024-Q1'))).content)).join()).toMatch(/No plan/);
		await decide('given', '2024-07-02');
		expect(await rows(analyst, 'plan_samples', '')).toHaveLength(1);
	});
});

describe('whoever leaves the sample before its release (2.25)', () => {
	it('drops out when consent is withdrawn, and another is drawn in the place', async () => {
		await agreedPlan(6);
		await agreedPlan(7);
		expect((await draw('2025-Q1')).status).toBe(200);
		const before = await samplesOf('2025-Q1');
		const own = [...plans.values()].find(({ plan }) => plan === before[0]!.action_plan)!;
		await manager.patch(`/plan-samples/${before[0]!.id}`, { redactions: ['Zumba'] });
		await made(mentor, 'consents', { mentee: own.mentee, decision: 'withdrawn', decided_on: '2025-04-01' });
		const [gone] = await rows(world.admin, 'plan_samples', `filter[id][_eq]=${before[0]!.id}`);
		expect(gone).toMatchObject({ status: 'removed', restricted: true, redactions: null });
		const after = await samplesOf('2025-Q1');
		expect(after.map(({ position, status }) => [position, status])).toEqual([
			[2, 'drawn'],
			[3, 'drawn'],
		]);
		expect(after.map((each) => each.action_plan)).not.toContain(own.plan);
		expect((await manager.get(`/plan-samples/${before[0]!.id}/review`)).status).toBe(403);
		expect((await manager.post(`/plan-samples/${before[0]!.id}/release`)).status).toBe(403);
	});

	it('drops out when erased, and what was released of an erased person is emptied', async () => {
		const [second] = await samplesOf('2025-Q1');
		await manager.patch(`/plan-samples/${second!.id}`, { redactions: ['Zumba'] });
		const erase = async (plan: unknown) => {
			const { referral } = [...plans.values()].find((each) => each.plan === plan)!;
			await made(officer, 'erasures', { referral, requested_on: '2025-05-01', reason: 'Article 17(1)(b)' });
		};
		await erase(second!.action_plan);
		const [gone] = await rows(world.admin, 'plan_samples', `filter[id][_eq]=${second!.id}`);
		expect(gone).toMatchObject({ status: 'removed', restricted: true, redactions: null });
		const [released] = await rows(world.admin, 'plan_samples', 'filter[status][_eq]=released');
		if (released!.action_plan !== second!.action_plan) await erase(released!.action_plan);
		const [empty] = await rows(world.admin, 'plan_samples', `filter[id][_eq]=${released!.id}`);
		expect(empty).toMatchObject({ status: 'released', restricted: true, anonymised: null });
		expect(await rows(analyst, 'plan_samples', '')).toEqual([]);
	});
});
