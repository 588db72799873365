/** A Mentee who has a plan, and a link to it. */
import type { Client } from '../client.ts';
import { INTERVIEWED, SMART_ACTION, STARTS, STATEMENT } from '../complete-forms.ts';
import { startTestServer, type TestServer } from '../server.ts';
import { worldOf, type World } from '../world.ts';

export let server: TestServer;
export let world: World;
export let mentor: Client;
export let colleague: Client;

type Row = Record<string, unknown>;

/** @param env for the server, where it is to be another than that of most tests */
export async function begin(env: Record<string, string> = {}): Promise<void> {
	server = await startTestServer({ seed: 'world', env });
	world = await worldOf(server);
	mentor = world.north.mentors[0]!.client;
	colleague = world.north.mentors[1]!.client;
}

export const end = () => server.stop();

async function made(collection: string, record: Row): Promise<string> {
	const { status, body } = await mentor.post(`/items/${collection}`, record);
	if (status !== 200) throw new Error(`${collection}: ${JSON.stringify(body)}`);
	return body.data.id;
}

export interface Planned {
	referral: string;
	mentee: string;
	plan: string;
	action: string;
}

/** Somebody interviewed, with a plan that nobody has agreed to yet. */
export async function planned(person: Row = {}, plan: Row = {}): Promise<Planned> {
	const named = { first_name: 'Quiet', last_name: 'Test-Mentee', route: 'jobcentre_plus', dwp_customer: 'yes' };
	const referral = await made('referrals', { ...named, received_on: '2023-10-02', ...person });
	await made('initial_meetings', {
		...{ referral, held_on: '2023-10-09', ...STARTS },
		...(person.dwp_customer === 'no' ? { benefit_position: 'unemployed_without_benefits' } : {}),
	});
	const { body } = await mentor.get(`/items/mentees?filter[referral][_eq]=${referral}&fields=id`);
	const mentee = body.data[0].id as string;
	if (person.dwp_customer === 'no')
		await made('consents', { mentee, decision: 'given', decided_on: '2023-10-09', ...STATEMENT });
	const changed = await mentor.patch(`/items/mentees/${mentee}`, { start_on: '2023-10-16' });
	if (changed.status !== 200) throw new Error(JSON.stringify(changed.body));
	await made('diagnostic_interviews', { mentee, held_on: '2023-10-16', ...INTERVIEWED });
	const id = await made('action_plans', { mentee, goal: 'A job in a kitchen', actions: [SMART_ACTION], ...plan });
	const actions = await mentor.get(`/items/actions?filter[action_plan][_eq]=${id}&fields=id`);
	return { referral, mentee, plan: id, action: actions.body.data[0]?.id };
}

/** The path of a link to a plan. */
export async function linkTo(plan: string, who = mentor): Promise<string> {
	const { status, body } = await who.post(`/plan-confirmation/links/${plan}`);
	if (status !== 200) throw new Error(JSON.stringify(body));
	return new URL(body.data.url).pathname;
}

export async function ask(path: string, init: RequestInit = {}) {
	const headers = { accept: 'text/html', ...init.headers };
	const response = await fetch(server.url + path, { redirect: 'manual', ...init, headers });
	return { status: response.status, headers: response.headers, text: await response.text() };
}

export const answer = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
	ask(path, { method: 'POST', body: new URLSearchParams(fields), headers });

export async function planOf(plan: string): Promise<Row> {
	return (await world.admin.get(`/items/action_plans/${plan}?fields=agreed_on,evidence,goal`)).body.data;
}

export async function confirmationsOf(plan: string): Promise<Row[]> {
	const { body } = await world.admin.get(
		`/items/plan_confirmations?filter[action_plan][_eq]=${plan}&sort=date_created&fields=*`,
	);
	return body.data;
}
