/** A Peer Mentor and the people who are supported. */
import { startTestServer, type Client, type TestServer } from '../server.ts';
import { worldOf, type World } from '../world.ts';
import { STARTS } from '../complete-forms.ts';

let server: TestServer;
export let world: World;
export let mentor: Client;
export let manager: Client;

export type Row = Record<string, unknown>;

export async function made(collection: string, record: Row, client = mentor): Promise<Row> {
	const { status, body } = await client.post(`/items/${collection}?fields=*`, record);
	if (status !== 200) throw new Error(JSON.stringify(body));
	return body.data;
}

/** Somebody who agreed to start, as a DWP customer referred by Jobcentre Plus unless told otherwise. */
export async function agreed(more: Row = {}): Promise<{ referral: string; path: string; mentee: string }> {
	const person = { first_name: 'Test', last_name: 'Person', received_on: '2023-10-02' };
	const { id } = await made('referrals', { ...person, route: 'jobcentre_plus', dwp_customer: 'yes', ...more });
	await made('initial_meetings', { referral: id, held_on: '2023-10-09', ...STARTS });
	const { body } = await mentor.get(`/items/mentees?filter[referral][_eq]=${id}&fields=id`);
	const mentee = body.data[0].id as string;
	return { referral: id as string, mentee, path: `/items/mentees/${mentee}` };
}

export const NOT_A_CUSTOMER = { route: 'third_party', permission_obtained: true, dwp_customer: 'no' };

export async function begin(): Promise<void> {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	mentor = world.north.mentors[0]!.client;
	manager = world.north.manager;
}

export const end = () => server.stop();
