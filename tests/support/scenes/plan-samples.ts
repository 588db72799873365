/** Mentees with plans that say a lot about them, and whoever draws, reviews and reads a sample. */
import { expect } from 'vitest';
import { planSampleTexts } from '../plan-sample-texts.ts';
import { startTestServer, type Client, type TestServer } from '../server.ts';
import { worldOf, type World } from '../world.ts';
import { STARTS, SMART_ACTION } from '../complete-forms.ts';

export let server: TestServer;
export let world: World;
export let manager: Client;
export let mentor: Client;
export let analyst: Client;
export let officer: Client;
/** The keys of the plans, by the number of the Mentee. */
export const plans = new Map<number, { plan: string; mentee: string; referral: string }>();

export async function made(client: Client, collection: string, record: object): Promise<Record<string, string>> {
	const { status, body } = await client.post(`/items/${collection}`, record);
	expect([collection, status, JSON.stringify(body.errors ?? '')]).toEqual([collection, 200, '""']);
	return body.data;
}

export async function rows(client: Client, collection: string, query: string): Promise<Record<string, unknown>[]> {
	const { status, body } = await client.get(`/items/${collection}?limit=-1&${query}`);
	expect([collection, status]).toEqual([collection, 200]);
	return body.data;
}

/** A Mentee who started, with a plan that says a lot about them. */
export async function agreedPlan(number: number, about: object = {}, started: object = {}): Promise<void> {
	const person = { first_name: 'Gwenllian', last_name: `Zebedee${number}`, phone: '07700 900417', ...about };
	const { id: referral } = await made(mentor, 'referrals', {
		...person,
		received_on: '2024-01-02',
		route: 'jobcentre_plus',
	});
	await made(mentor, 'initial_meetings', { referral, held_on: '2024-01-08', ...STARTS });
	const [{ id: mentee } = { id: '' }] = await rows(mentor, 'mentees', `filter[referral][_eq]=${referral}&fields=id`);
	const change = { start_on: '2024-01-15', dwp_customer: 'yes', nino: 'QQ 12 34 56 C', ...started };
	expect((await mentor.patch(`/items/mentees/${mentee}`, change)).status).toBe(200);
	const { goal, action, review } = planSampleTexts(number);
	const { id: plan } = await made(mentor, 'action_plans', {
		mentee,
		agreed_on: '2024-01-22',
		evidence: 'electronic',
		goal,
		actions: [
			{ ...SMART_ACTION, what: action, measure: '=HYPERLINK("http://evil.example","x")', due_on: '2024-02-19' },
		],
	});
	await made(mentor, 'plan_reviews', { action_plan: plan, reviewed_on: '2024-02-05', summary: review });
	plans.set(number, { plan: plan as string, mentee: mentee as string, referral: referral as string });
}

export const draw = (quarter: string, client = manager, contract = world.north.contract) =>
	client.post('/items/plan_sample_draws', { contract, quarter });

/** The samples of a quarter as a manager reads them, in their order. */
export const samplesOf = (quarter: string, client = manager) =>
	rows(
		client,
		'plan_samples',
		`filter[quarter][_eq]=${quarter}&sort=position&fields=id,position,status,cpa,action_plan`,
	);

export async function reviewOf(id: unknown) {
	const { status, body } = await manager.get(`/plan-samples/${id}/review`);
	expect(status).toBe(200);
	return body.data;
}

export const fingerprints = (review: { passages: { fingerprint: string }[] }) =>
	review.passages.map((each) => each.fingerprint);

export async function release(id: unknown): Promise<void> {
	const review = await reviewOf(id);
	expect((await manager.patch(`/plan-samples/${id}`, { passages_read: fingerprints(review) })).status).toBe(200);
	expect((await manager.post(`/plan-samples/${id}/release`)).status).toBe(200);
}

export async function sampleId(): Promise<unknown> {
	return (await samplesOf('2024-Q1'))[0]!.id;
}

export const WORKBOOK = (quarter: string) => `/plan-samples/TEST-9/${quarter}.xlsx`;

export async function begin(): Promise<void> {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	({ manager } = world.north);
	mentor = world.north.mentors[0]!.client;
	analyst = (await world.user('Buyer Analyst', 'analyst-test@example.org')).client;
	officer = (await world.user('Data Protection Officer', 'officer-test@example.org')).client;
	for (const number of [1, 2, 3, 4]) await agreedPlan(number);
}

export const end = () => server.stop();
